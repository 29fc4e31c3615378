import type { Message } from '#lib/chat/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { add } from './add.ts';
import { linesOf } from '#lib/chat/index.ts';
import { drawCard } from './sentCard.ts';
import { drawPicture } from './sentPicture.ts';
import { drawWords, type Looker } from './words.ts';

/** Pure parts of a bubble, and the same element as Bubble.svelte made in the browser: the two change together. */
export function hiddenSaid(say: Say, hidden: readonly string[]): string {
	return say('chat.hidden.was', { kinds: hidden.map((kind) => say(`chat.hidden.kind.${kind}`)).join(', ') });
}

export function timeOf(moment: string, lang: string): string {
	return new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Helsinki' }).format(
		new Date(moment),
	);
}

export type Drawn = Pick<
	Message,
	'seq' | 'author' | 'kind' | 'text' | 'language' | 'card' | 'picture' | 'hidden' | 'signed' | 'sentAt'
>;

type Signed = Pick<Message, 'author' | 'signed'>;

export const isMine = ({ me, signed: own }: Looker, { author, signed }: Signed): boolean =>
	author === me && (signed === null || signed === own);

export function whoSaid(say: Say, looker: Looker, { author, signed }: Signed): string {
	if (isMine(looker, { author, signed })) return say('chat.me');
	if (author === 'clerk') return say('chat.clerk.who', { name: signed ?? '' });
	return author === 'visitor' ? say('chat.clerk.visitor') : (signed ?? say('chat.helper'));
}

/** A change of state, as it is told to each side. */
export function eventSaid(say: Say, { me }: Looker, { kind, signed }: Pick<Message, 'kind' | 'signed'>): string {
	const name = signed ?? say('chat.helper');
	return me === 'clerk' ? say(`chat.clerk.step.${kind}`, { name }) : say(`chat.${kind}`, { name });
}

export function drawBubble(
	{ say, lang, looker }: { say: Say; lang: string; looker: Looker },
	message: Drawn,
	state: string,
): HTMLLIElement {
	const bubble = document.createElement('li');
	if (message.kind !== 'text' && message.kind !== 'card' && message.kind !== 'picture') {
		bubble.className = 'bubble desk';
		bubble.textContent = eventSaid(say, looker, message);
		return bubble;
	}
	const isOwn = isMine(looker, message);
	bubble.className = `bubble ${isOwn ? 'mine' : 'theirs'}`;
	add(bubble, 'p', 'who', whoSaid(say, looker, message));
	if (message.card) drawCard(bubble, say, message.card);
	else if (message.picture) drawPicture(bubble, say, { seq: message.seq, picture: message.picture });
	else bubble.append(drawWords(linesOf(say, looker.reads, message, []), message.language));
	if (message.hidden.length > 0) add(bubble, 'p', 'hint', hiddenSaid(say, message.hidden));
	const meta = add(bubble, 'p', 'meta', '');
	const time = add(meta, 'time', '', timeOf(message.sentAt, lang));
	time.setAttribute('datetime', message.sentAt);
	meta.append(' ');
	if (isOwn) add(meta, 'span', '', state).dataset.state = '';
	return bubble;
}
