import type { Unfolded } from './parcel.ts';

/** What a visitor sent to be seen: a photo, or a document as its pages. None are left once it was taken out. */
export type SentPicture = {
	readonly from: 'photo' | 'document';
	readonly pages: number;
	/** How many pages the document had, when it had more than were taken. */
	readonly outOf: number | null;
};

export const MOST_PICTURES = 5;

/** As it stands beneath the seal of its message: with the key under which its pages are sealed. */
export function packPicture({ from, total, pages }: Unfolded, key: string): string {
	const outOf = total > pages.length ? total : null;
	return JSON.stringify({ from, pages: pages.length, outOf, key });
}

/** What remains of one that was taken out. */
export const packRemoved = ({ from }: SentPicture): string => JSON.stringify({ from, pages: 0, outOf: null });

/** Without its key. Null for what is none; only what we packed ourselves stands beneath the seal. */
export function unpackPicture(packed: string): SentPicture | null {
	const picture: unknown = JSON.parse(packed);
	return isPicture(picture) ? { from: picture.from, pages: picture.pages, outOf: picture.outOf } : null;
}

/** Null once it was taken out. */
export function keyIn(packed: string): string | null {
	const picture: unknown = JSON.parse(packed);
	return isPicture(picture) && 'key' in picture && typeof picture.key === 'string' ? picture.key : null;
}

/** Where a page belongs; bound into its seal. */
export const placeOfPage = (conversationId: string, seq: number, page: number): string =>
	`${conversationId}/${seq}/page/${page}`;

function isPicture(value: unknown): value is SentPicture {
	return typeof value === 'object' && value !== null && 'from' in value && 'pages' in value && 'outOf' in value;
}
