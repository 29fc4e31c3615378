import type { Say } from '#lib/platform/i18n/say.ts';
import { waits } from './kept.ts';
import type { State } from './live.ts';

export type Part = (name: string) => HTMLElement | null;

/** The parts of a tally's page that say where the taps are. */
export function showStanding(part: Part, say: Say, state: State<unknown, unknown> & { readonly tally: string }): void {
	const { kept, trouble, tally } = state;
	const waiting = kept.filter(waits);
	const count = waiting.length;
	const calm = waiting.every(({ refused }) => refused === 'early') ? 'early' : 'soon';
	const link = part('sign-in');
	if (link) link.hidden = trouble !== 'signed-out' || count === 0;
	if (link) write(link, say('tally.signIn', { count }));
	const others = kept.filter((one) => waits(one) && one.tally !== tally).length;
	write(part('standing'), count === 0 ? say('tally.allSent') : say(`tally.waiting.${trouble ?? calm}`, { count }));
	write(part('others'), others > 0 ? say('tally.others', { count: others }) : '');
	part('standing')?.classList.toggle('waits', count > 0);
	reveal(part, 'forgets', state.forgets);
	reveal(part, 'closed-note', state.isClosed);
	reveal(part, 'online-only', state.opensOffline === false && !state.forgets);
	reveal(part, 'ready', state.opensOffline === true);
}

export function reveal(part: Part, name: string, isSeen: boolean): void {
	const found = part(name);
	if (found) found.hidden = !isSeen;
}

/** Only when it changes, so that a screen reader is not told the same twice. */
export function write(place: HTMLElement | null, text: string): void {
	if (place && place.textContent !== text) place.textContent = text;
}

export function button(words: string, onclick: () => void): HTMLButtonElement {
	const made = document.createElement('button');
	made.type = 'button';
	made.className = 'button quiet';
	made.textContent = words;
	made.onclick = onclick;
	return made;
}
