import { maskCertain } from '#lib/chat/index.ts';
import { mask, type MaskKind } from '#lib/privacy/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { add } from './add.ts';
import { hiddenSaid } from './bubble.ts';
import type { GoOn } from './urgent.ts';

/**
 * What she sees before her words go: the 112 card, or what will be hidden. Gives the text to send, or null when she
 * goes back to change it. Keep in step with BeforeSending.svelte and Urgent.svelte, which do the same without script.
 */
export function confirmBefore({ place, say, goOn, need }: Asking, text: string): Promise<Agreed | null> {
	const { text: masked, spans } = mask(text);
	const hidden = [...new Set(spans.map((span) => span.kind))];
	if (!need && hidden.length === 0) return Promise.resolve({ text, hidden });
	return new Promise((resolve) => {
		place.textContent = '';
		if (need) place.append(urgentCard(say, goOn[need] ?? [], need));
		if (hidden.length > 0) place.append(hiddenCard(say, masked, hidden));
		const buttons = add(place, 'p', 'row', '');
		const answer = (word: string, look: string, value: Agreed | null): void => {
			const button = add(buttons, 'button', `button ${look}`, word);
			button.setAttribute('type', 'button');
			button.onclick = () => {
				place.textContent = '';
				resolve(value);
			};
		};
		answer(say(hidden.length > 0 ? 'chat.hidden.send' : 'chat.urgent.send'), 'ask', { text: masked, hidden });
		if (hidden.includes('code')) answer(say('chat.hidden.notSecret'), 'quiet', openTo(text));
		answer(say('chat.hidden.edit'), 'quiet', null);
		place.tabIndex = -1;
		place.focus();
	});
}

/** What goes: the text as the helper will see it, and what was hidden in it. */
export type Agreed = { readonly text: string; readonly hidden: readonly MaskKind[]; readonly notSecret?: boolean };

/** Only what may be doubted is left: identity codes, accounts and cards stay hidden whatever she says. */
function openTo(text: string): Agreed {
	const certain = maskCertain(text);
	return { text: certain.text, hidden: [...new Set(certain.spans.map((span) => span.kind))], notSecret: true };
}

/** Where to show it, how to say it, and what of the text cannot wait. */
type Asking = { place: HTMLElement; say: Say; goOn: GoOn; need: string | null };

function hiddenCard(say: Say, masked: string, kinds: readonly string[]): HTMLElement {
	const card = section('notice');
	add(card, 'h2', '', say('chat.hidden.title'));
	add(card, 'p', '', say('chat.hidden.lead'));
	add(card, 'blockquote', '', masked);
	add(card, 'p', '', hiddenSaid(say, kinds));
	add(card, 'p', '', say('chat.hidden.told'));
	return card;
}

function urgentCard(say: Say, cards: GoOn[string], need: string): HTMLElement {
	const card = section('notice alarm');
	add(card, 'h2', '', say('chat.urgent.title'));
	add(card, 'p', '', say(`chat.urgent.${need}`));
	const links = add(card, 'p', 'row', '');
	add(links, 'a', 'button alarm', say('chat.urgent.call')).setAttribute('href', 'tel:112');
	for (const { href, name } of cards) {
		links.append(' ');
		add(links, 'a', '', name).setAttribute('href', href);
	}
	return card;
}

function section(className: string): HTMLElement {
	const element = document.createElement('section');
	element.className = className;
	element.setAttribute('role', 'alert');
	return element;
}
