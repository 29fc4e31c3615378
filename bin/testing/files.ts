import { crc32, deflateSync } from 'node:zlib';

/** Files made by hand, for those who must not trust a library to make them wrong. */
export const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A PNG that says it is so large, with next to nothing in it. `more` are chunks that come before its colours. */
export function png(width: number, height: number, more: readonly Buffer[] = []): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const rows = Buffer.alloc(Math.min(1_000_000, height * (width * 3 + 1)));
	const chunks = [chunk('IHDR', head), ...more, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
	return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), ...chunks]);
}

/** A part of a PNG. */
export function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([latin(type), data]);
	const whole = Buffer.alloc(body.length + 8);
	whole.writeUInt32BE(data.length, 0);
	body.copy(whole, 4);
	whole.writeUInt32BE(crc32(body), whole.length - 4);
	return whole;
}

export type PdfParts = {
	/** Of the catalogue, the page and the trailer, in the words of the format. */
	readonly root?: string;
	readonly page?: string;
	readonly trailer?: string;
	/** What each page draws, and how it is packed (`/Filter /FlateDecode`). */
	readonly content?: Uint8Array;
	readonly filter?: string;
	/** Further objects; the first has the number `FIRST_EXTRA`. */
	readonly extra?: readonly (string | Buffer)[];
};
export const FIRST_EXTRA = 5;
const A4 = '/MediaBox [0 0 595 842]';

/** A PDF of so many alike pages that show a line of text. */
export function pdf(pages = 1, { root = '', page = A4, trailer = '', ...parts }: PdfParts = {}): Buffer {
	const kids = Array.from({ length: pages }, () => '3 0 R').join(' ');
	return pdfOf(
		[
			`<< /Type /Catalog /Pages 2 0 R ${root} >>`,
			`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
			`<< /Type /Page /Parent 2 0 R ${page} /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font ` +
				`/Subtype /Type1 /BaseFont /Helvetica >> >> ${parts.extra ? '/XObject << /X 5 0 R >>' : ''} >> >>`,
			stream(parts.content ?? latin('BT /F1 24 Tf 60 700 Td (Paatos) Tj ET'), parts.filter),
			...(parts.extra ?? []),
		],
		trailer,
	);
}

export function stream(data: Uint8Array, about = ''): Buffer {
	return Buffer.concat([latin(`<< /Length ${data.length} ${about} >>\nstream\n`), data, latin('\nendstream')]);
}

/** The objects with their table; the first is the catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
	const parts = [latin('%PDF-1.7\n')];
	const places: number[] = [];
	for (const [at, object] of objects.entries()) {
		places.push(parts.reduce((sum, part) => sum + part.length, 0));
		parts.push(latin(`${at + 1} 0 obj\n`), typeof object === 'string' ? latin(object) : object, latin('\nendobj\n'));
	}
	const start = parts.reduce((sum, part) => sum + part.length, 0);
	const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
	parts.push(
		latin(`${table}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`),
	);
	return Buffer.concat(parts);
}
