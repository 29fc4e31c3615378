/** What the program that takes files apart hands back: its findings, and the pages as WebP files. */
export type Page = { readonly width: number; readonly height: number; readonly webp: Uint8Array };
export type Unfolded = {
	readonly from: 'photo' | 'document';
	/** Of a document: how many pages it has, also those that were left out. */
	readonly total: number;
	readonly pages: readonly Page[];
};
/** Codes of messages/chat (`attach.error.…`). */
export const UNFOLDABLE = ['too-many-pixels', 'broken', 'password'] as const;
export type Unfoldable = { readonly because: (typeof UNFOLDABLE)[number] };

export const MOST_PAGES = 10;
const LENGTH_BYTES = 4;
const LONGEST_SIDE = 2_000;

/** A head in JSON behind its length, and then the pages one after the other. */
export function wrapParcel(content: Unfolded | Unfoldable): Uint8Array {
	const pages = 'pages' in content ? content.pages : [];
	const head = 'pages' in content ? { ...content, pages: pages.map(sizesOf) } : content;
	const text = new TextEncoder().encode(JSON.stringify(head));
	const parcel = new Uint8Array(LENGTH_BYTES + text.length + pages.reduce((sum, { webp }) => sum + webp.length, 0));
	new DataView(parcel.buffer).setUint32(0, text.length);
	parcel.set(text, LENGTH_BYTES);
	let at = LENGTH_BYTES + text.length;
	for (const { webp } of pages) {
		parcel.set(webp, at);
		at += webp.length;
	}
	return parcel;
}

/** Null for whatever is no such parcel: the one who wrapped it had a stranger's file in its hands. */
export function unwrapParcel(parcel: Uint8Array): Unfolded | Unfoldable | null {
	if (parcel.length < LENGTH_BYTES) return null;
	const length = new DataView(parcel.buffer, parcel.byteOffset).getUint32(0);
	const head = headIn(parcel.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
	if (!head) return null;
	if ('because' in head) return isUnfoldable(head.because) ? { because: head.because } : null;
	return unfoldedIn(head, parcel.subarray(LENGTH_BYTES + length));
}

type Head = { because?: unknown; from?: unknown; total?: unknown; pages?: unknown };
type Sizes = { readonly width: number; readonly height: number; readonly length: number };

const sizesOf = ({ width, height, webp }: Page): Sizes => ({ width, height, length: webp.length });
const isUnfoldable = (code: unknown): code is Unfoldable['because'] => UNFOLDABLE.some((one) => one === code);

function headIn(bytes: Uint8Array): Head | null {
	try {
		const head: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return typeof head === 'object' && head !== null ? head : null;
	} catch {
		return null;
	}
}

function unfoldedIn({ from, total, pages }: Head, rest: Uint8Array): Unfolded | null {
	if ((from !== 'photo' && from !== 'document') || !Array.isArray(pages) || !pages.every(isSizes)) return null;
	if (pages.length === 0 || pages.length > MOST_PAGES || !isCount(total) || total < pages.length) return null;
	let at = 0;
	const cut = pages.map(({ width, height, length }) => {
		at += length;
		return { width, height, webp: rest.subarray(at - length, at) };
	});
	return at === rest.length && cut.every(({ webp }) => isWebp(webp)) ? { from, total, pages: cut } : null;
}

function isSizes(value: unknown): value is Sizes {
	if (typeof value !== 'object' || value === null) return false;
	const { width, height, length } = value as Partial<Record<keyof Sizes, unknown>>; // each is asked about here
	return [width, height, length].every(isCount) && Number(width) <= LONGEST_SIDE && Number(height) <= LONGEST_SIDE;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

function isWebp(bytes: Uint8Array): boolean {
	const mark = String.fromCharCode(...bytes.subarray(0, 12));
	return mark.startsWith('RIFF') && mark.endsWith('WEBP');
}
