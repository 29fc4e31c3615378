export const FILE_KINDS = ['pdf', 'odt', 'docx', 'pptx', 'png', 'jpg'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const LARGEST_FILE = 10 * 1_024 * 1_024;

export const TYPES: Readonly<Record<FileKind, string>> = {
	pdf: 'application/pdf',
	odt: 'application/vnd.oasis.opendocument.text',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	png: 'image/png',
	jpg: 'image/jpeg',
};

/**
 * What a file really is, by its bytes; its name does not count. Null for whatever is not one of ours, and for documents
 * that bring programs along.
 */
export function fileKindOf(bytes: Uint8Array): FileKind | null {
	const head = String.fromCharCode(...bytes.subarray(0, 8));
	if (head.startsWith('%PDF-')) return 'pdf';
	if (head === '\x89PNG\r\n\x1a\n') return 'png';
	if (head.startsWith('\xff\xd8\xff')) return 'jpg';
	return head.startsWith('PK\x03\x04') ? documentKindOf(bytes) : null;
}

function documentKindOf(bytes: Uint8Array): FileKind | null {
	const names = namesIn(bytes);
	if (names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name))) return null;
	if (isOpenDocumentText(bytes)) return 'odt';
	if (!names.includes('[Content_Types].xml')) return null;
	if (names.includes('word/document.xml')) return 'docx';
	return names.includes('ppt/presentation.xml') ? 'pptx' : null;
}

/** Its first part is the type itself, unpacked, so that it stands at the same place in each such file. */
function isOpenDocumentText(bytes: Uint8Array): boolean {
	const expected = `mimetype${TYPES.odt}`;
	return textAt(bytes, 30, expected.length) === expected;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const MOST_PARTS = 5_000;

/** The names of the parts of an archive, from the list at its end. Nothing is unpacked. */
function namesIn(bytes: Uint8Array): string[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end === null) return [];
	const names: string[] = [];
	let at = view.getUint32(end + 16, true);
	while (names.length < MOST_PARTS && at + ENTRY_LENGTH <= view.byteLength && view.getUint32(at, true) === ENTRY) {
		const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
		names.push(textAt(bytes, at + ENTRY_LENGTH, name ?? 0));
		at += ENTRY_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
	}
	return names;
}

/** It stands last, before a comment of any length. */
function endOf(view: DataView): number | null {
	const first = Math.max(0, view.byteLength - END_LENGTH - 65_535);
	for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
		if (view.getUint32(at, true) === END) return at;
	}
	return null;
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
	return new TextDecoder().decode(bytes.subarray(from, from + length));
}
