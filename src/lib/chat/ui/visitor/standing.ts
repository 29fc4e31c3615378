import type { Say } from '#lib/platform/i18n/say.ts';

/** How a conversation stands, as the visitor's page needs it. */
export type Standing = {
	readonly helperRead: number;
	readonly held: boolean;
	readonly ended: boolean;
	readonly blocked: boolean;
	/** She has said how she found the help. */
	readonly rated: boolean;
	readonly waiting: { readonly place: number; readonly present: number; readonly minutes: number | null } | null;
};

/** One honest sentence or two: her place, and how long it may take, when that can be judged at all. */
export function standing(say: Say, { held, ended, waiting }: Standing): string {
	if (held) return ended ? '' : say('chat.held');
	if (!waiting) return '';
	const place = say('chat.wait.place', { count: waiting.place });
	if (waiting.present === 0) return `${place} ${say('chat.wait.nobody')}`;
	if (waiting.minutes !== null) return `${place} ${say('chat.wait.minutes', { count: waiting.minutes })}`;
	return waiting.place === 1 ? `${place} ${say('chat.wait.present')}` : place;
}
