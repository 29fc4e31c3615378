import type { Say } from '#lib/platform/i18n/say.ts';
import { clerkSaid, type Standing } from './standing.ts';

/** Who has come, how much is seen, and the way to say no. */
export function showClerk(notice: HTMLElement, say: Say, clerk: Standing['clerk']): void {
	notice.hidden = clerk === null;
	const said = notice.querySelector('p');
	if (said && clerk) said.textContent = clerkSaid(say, clerk);
}

/** She may be asked, or asked no more, while the page is open. */
export function showAsked(form: HTMLElement, say: Say, to: Standing['asks']): void {
	if (to !== null && form.hidden) tellNew(say);
	form.hidden = to === null;
	const name = form.querySelector('[data-asked-name]');
	if (name) name.textContent = say('chat.consent.title', { name: to?.name ?? '' });
	const field = form.querySelector<HTMLInputElement>('[data-asked-to]');
	if (field) field.value = to?.id ?? '';
}

export function showFor(element: HTMLElement, ms: number): void {
	element.hidden = false;
	setTimeout(() => (element.hidden = true), ms);
}

/** The title says that somebody answered while the page was in the background. */
export function tellNew(say: Say): void {
	if (!document.hidden) return;
	const title = document.title.replace(/^\* .*? · /, '');
	document.title = `* ${say('chat.newMessage')} · ${title}`;
	document.addEventListener('visibilitychange', () => (document.title = title), { once: true });
}
