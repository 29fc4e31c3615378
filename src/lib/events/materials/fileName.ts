import type { FileKind } from './fileKind.ts';

const LONGEST = 80;

/**
 * The name under which a file is saved, and nothing else: no folder, no quotation mark, no end of a line, and an ending
 * that is what the bytes are. Twice, for browsers that read only Latin letters and for all others.
 */
export function dispositionOf(title: string, kind: FileKind): string {
	const name = nameFrom(title);
	const latin =
		name
			.normalize('NFD')
			.replace(/[^\x20-\x7e]/g, '')
			.trim() || 'file';
	return `attachment; filename="${latin}.${kind}"; filename*=UTF-8''${encoded(`${name}.${kind}`)}`;
}

function nameFrom(title: string): string {
	const plain = title
		.replace(/[\p{C}"*/:<>?\\|%;]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return plain.replace(/^\.+/, '').slice(0, LONGEST).toWellFormed().trim() || 'file';
}

/** What `encodeURIComponent` leaves alone and a header's value may not hold (RFC 8187). */
function encoded(text: string): string {
	return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
