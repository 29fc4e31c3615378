import type { SentCard } from '#lib/chat/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { add } from './add.ts';

/** The same element as SentCard.svelte made in the browser: the two change together. */
export function drawCard(to: HTMLElement, say: Say, card: SentCard): void {
	const box = add(to, 'div', 'sent-card', '');
	add(box, 'p', 'kind', say(`chat.card.${card.kind}`, { number: card.number ?? '' }));
	add(box, 'p', 'title', card.title);
	if (card.text) add(box, 'p', '', card.text);
	if (card.control) drawControl(box, card.control);
	const link = add(add(box, 'p', '', ''), 'a', '', say('chat.card.open'));
	for (const [name, value] of Object.entries({ href: card.href, target: '_blank', rel: 'noopener' })) {
		link.setAttribute(name, value);
	}
}

function drawControl(box: HTMLElement, { fi, reading, meaning }: NonNullable<SentCard['control']>): void {
	add(add(box, 'p', 'press', ''), 'b', '', fi).lang = 'fi';
	const meant = [reading, meaning].filter(Boolean).join(' · ');
	if (meant) add(box, 'p', 'meant', meant);
}
