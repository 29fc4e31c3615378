/** What a file really is, by its first bytes; its name and what the browser says of it do not count. */
export type PictureKind = 'png' | 'jpeg' | 'webp';
/** Refused kinds have a name where the reason helps: what to save the picture as instead. */
export type OtherKind = 'empty' | 'svg' | 'gif' | 'heic' | 'avif' | 'pdf' | 'unknown';

export const LARGEST_PICTURE = 10 * 1_024 * 1_024;
/** More pixels than a good phone takes; a small file can unfold to far more. */
export const MOST_PIXELS = 25_000_000;

export function kindOf(bytes: Uint8Array): PictureKind | OtherKind {
	if (bytes.length === 0) return 'empty';
	const head = String.fromCharCode(...bytes.subarray(0, 16));
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
	return otherKindOf(head);
}

export function isPicture(kind: PictureKind | OtherKind): kind is PictureKind {
	return kind === 'png' || kind === 'jpeg' || kind === 'webp';
}

function otherKindOf(head: string): OtherKind {
	if (head.startsWith('GIF8')) return 'gif';
	if (head.startsWith('%PDF')) return 'pdf';
	if (head.slice(4, 8) === 'ftyp') return head.slice(8, 11) === 'avi' ? 'avif' : 'heic';
	// Whatever begins as markup is treated as the worst of it.
	return /^(\xef\xbb\xbf)?\s*</.test(head) ? 'svg' : 'unknown';
}
