import type { Message } from '#lib/chat/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { add } from './add.ts';
import { drawCard } from './sentCard.ts';

/** Pure parts of a bubble, and the same element as Bubble.svelte made in the browser: the two change together. */
export function hiddenSaid(say: Say, hidden: readonly string[]): string {
	return say('chat.hidden.was', { kinds: hidden.map((kind) => say(`chat.hidden.kind.${kind}`)).join(', ') });
}

export function timeOf(moment: string, lang: string): string {
	return new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Helsinki' }).format(
		new Date(moment),
	);
}

export type Drawn = Pick<Message, 'author' | 'kind' | 'text' | 'card' | 'hidden' | 'signed' | 'sentAt'>;

export function drawBubble(say: Say, lang: string, message: Drawn, state: string): HTMLLIElement {
	const bubble = document.createElement('li');
	if (message.kind !== 'text' && message.kind !== 'card') {
		bubble.className = 'bubble desk';
		bubble.textContent = say(`chat.${message.kind}`, { name: message.signed ?? say('chat.helper') });
		return bubble;
	}
	const isMine = message.author === 'visitor';
	bubble.className = `bubble ${isMine ? 'mine' : 'theirs'}`;
	add(bubble, 'p', 'who', isMine ? say('chat.me') : (message.signed ?? say('chat.helper')));
	if (message.card) drawCard(bubble, say, message.card);
	else add(bubble, 'p', 'said', message.text ?? say('chat.gone'));
	if (message.hidden.length > 0) add(bubble, 'p', 'hint', hiddenSaid(say, message.hidden));
	const meta = add(bubble, 'p', 'meta', '');
	const time = add(meta, 'time', '', timeOf(message.sentAt, lang));
	time.setAttribute('datetime', message.sentAt);
	meta.append(' ');
	if (isMine) add(meta, 'span', '', state).dataset.state = '';
	return bubble;
}
