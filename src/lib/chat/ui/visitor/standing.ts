import type { Say } from '#lib/platform/i18n/say.ts';

/** How a conversation stands, as the visitor's page needs it. */
export type Standing = {
	readonly helperRead: number;
	readonly held: boolean;
	readonly ended: boolean;
	readonly blocked: boolean;
	/** The other organisation that she is asked about: whether it may go on with her. */
	readonly asks: { readonly id: string; readonly name: string } | null;
	/** She has said how she found the help. */
	readonly rated: boolean;
	/** Who of a partner was brought in and is there now. */
	readonly clerk: { readonly signed: string; readonly seesAll: boolean } | null;
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

/** Who reads along, and how much of it. */
export function clerkSaid(say: Say, { signed, seesAll }: NonNullable<Standing['clerk']>): string {
	return say(seesAll ? 'chat.clerk.seesAll' : 'chat.clerk.seesNew', { name: signed });
}
