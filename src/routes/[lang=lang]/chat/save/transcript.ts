import { cardInWords, linesOf, type Message, renderingsOf } from '#lib/chat/index.ts';
import { eventSaid, whoSaid } from '#lib/chat/ui/visitor/bubble.ts';
import { pagesOf, pictureSaid } from '#lib/chat/ui/visitor/sentPicture.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

/**
 * Whose copy it is: in which language she reads, the words of the page, the address of the site. `prefix` keeps the files
 * of several conversations apart.
 */
export type Copy = {
	readonly say: Say;
	readonly lang: string;
	readonly reads: string;
	readonly origin: string;
	readonly prefix?: string;
};

/** One paragraph for each message: who, when, what; beneath it what was said of it in the other language, and by whom. */
export function transcript(messages: readonly Message[], copy: Copy): string {
	const { say, lang, reads } = copy;
	const looker = { me: 'visitor', reads } as const;
	const renderings = renderingsOf(messages);
	const time = new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Helsinki' });
	const shown = messages.filter(({ kind }) => kind !== 'rendering');
	const paragraphs = shown.map((message) => {
		const words = said(message, copy, renderings.get(message.seq));
		return `${whoSaid(say, looker, message)}, ${time.format(new Date(message.sentAt))}\n${words}`;
	});
	return [say('chat.transcript.title'), ...paragraphs].join('\n\n').concat('\n');
}

type Known = Parameters<typeof linesOf>[3];

function said(message: Message, { say, reads, origin, prefix }: Copy, renderings: Known = []): string {
	if (message.card) return cardInWords(message.card, origin);
	if (message.picture) return [pictureSaid(say, message.picture), ...filesOf(message, prefix)].join('\n');
	if (message.kind === 'text') {
		return linesOf(say, reads, message, renderings)
			.map(({ text }) => text)
			.join('\n');
	}
	return eventSaid(say, { me: 'visitor', reads }, message);
}

/** Of the pages of a picture, in order: as they are called beside the text. */
export function filesOf({ seq, picture }: Pick<Message, 'seq' | 'picture'>, prefix = ''): string[] {
	return picture ? pagesOf(picture).map((page) => `${prefix}silta-${seq}-${page}.webp`) : [];
}
