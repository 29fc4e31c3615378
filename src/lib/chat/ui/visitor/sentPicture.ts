import type { SentPicture } from '#lib/chat/index.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { add } from './add.ts';

/** Pure parts of a picture's bubble, and the same element as SentPicture.svelte made in the browser. */
export function pictureSaid(say: Say, { from, pages, outOf }: SentPicture): string {
	if (pages === 0) return say('chat.picture.gone');
	const what = from === 'photo' ? say('chat.picture.photo') : say('chat.picture.document', { count: pages });
	return outOf === null ? what : `${what} ${say('chat.picture.first', { count: pages, all: outOf })}`;
}

export const pagesOf = ({ pages }: SentPicture): number[] => Array.from({ length: pages }, (_, at) => at + 1);

export function saveSaid(say: Say, { pages }: SentPicture, page: number): string {
	return pages === 1 ? say('chat.picture.save') : say('chat.picture.savePage', { number: page });
}

export const addressOfPage = (seq: number, page: number): string => `/api/chat/pictures/${seq}/${page}`;

export function drawPicture(to: HTMLElement, say: Say, { seq, picture }: { seq: number; picture: SentPicture }): void {
	const box = add(to, 'div', 'sent-picture', '');
	box.dataset.picture = '';
	add(box, 'p', 'said', pictureSaid(say, picture));
	for (const page of pagesOf(picture)) {
		const link = add(add(box, 'p', 'leaf', ''), 'a', '', saveSaid(say, picture, page));
		link.setAttribute('href', addressOfPage(seq, page));
		link.setAttribute('download', '');
	}
}

/** It was taken out, before her eyes. */
export function putGone(log: HTMLElement, say: Say, seq: number): void {
	const box = log.querySelector(`[data-seq="${seq}"] [data-picture]`);
	if (!(box instanceof HTMLElement)) return;
	box.textContent = '';
	add(box, 'p', 'said', say('chat.picture.gone'));
}

/**
 * With script the pages can also be looked at: each is fetched and drawn on a canvas, so that nothing of a stranger's ever
 * stands in the page as a document or a picture of its own address.
 */
export function letShow(log: HTMLElement, say: Say): void {
	if (!('createImageBitmap' in window)) return;
	const dress = (): void => {
		for (const link of log.querySelectorAll<HTMLAnchorElement>('[data-picture] .leaf:not([data-shows]) a'))
			addSwitch(link, say);
	};
	new MutationObserver(dress).observe(log, { childList: true, subtree: true });
	dress();
}

function addSwitch(link: HTMLAnchorElement, say: Say): void {
	const place = link.parentElement;
	if (!place) return;
	place.dataset.shows = '';
	const button = document.createElement('button');
	const show = showSaid(say, place);
	button.className = 'button quiet';
	button.type = 'button';
	button.textContent = show;
	place.prepend(button, ' ');
	button.onclick = async () => {
		button.disabled = true;
		const now = await turn(place, link.href);
		button.disabled = false;
		button.textContent = now === 'hidden' ? show : say(now === 'shown' ? 'chat.picture.hide' : 'chat.picture.failed');
	};
}

function showSaid(say: Say, place: HTMLElement): string {
	const all = [...(place.parentElement?.querySelectorAll('.leaf') ?? [])];
	if (all.length < 2) return say('chat.picture.show');
	return say('chat.picture.showPage', { number: all.indexOf(place) + 1 });
}

/** Shows the page, or hides it again. */
async function turn(place: HTMLElement, address: string): Promise<'shown' | 'hidden' | 'failed'> {
	const shown = place.querySelector('canvas');
	shown?.remove();
	if (shown) return 'hidden';
	const canvas = await canvasOf(address).catch(() => null);
	if (!canvas) return 'failed';
	canvas.setAttribute('aria-label', place.parentElement?.querySelector('.said')?.textContent ?? '');
	place.append(canvas);
	return 'shown';
}

async function canvasOf(address: string): Promise<HTMLCanvasElement> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error('the page is not there');
	const bitmap = await createImageBitmap(await answer.blob());
	const canvas = document.createElement('canvas');
	canvas.width = bitmap.width;
	canvas.height = bitmap.height;
	canvas.setAttribute('role', 'img');
	canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
	bitmap.close();
	return canvas;
}
