import path from 'node:path';
import zlib from 'node:zlib';
import { filesBelow, formsOf, readOrNothing } from '../../e2e/support/folder.ts';

/** Where one of the words stands, in whatever file below the folder and however it is written there. */
export type Found = { readonly file: string; readonly word: string; readonly around: string };

const AROUND = 40;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const LARGEST_UNPACKED = 64 * 2 ** 20;

export function searchFolder(folder: string, words: readonly string[]): Found[] {
	const forms = words.flatMap((word) => writtenOf(word).map((form) => ({ word, form })));
	return filesBelow(folder).flatMap((file) => {
		const bytes = readOrNothing(file);
		return [bytes, ...unpacked(bytes)].flatMap((layer) => foundIn(layer, forms, path.relative(folder, file)));
	});
}

/** As it is, as UTF-16 of both kinds, within base64, in hexadecimal, and with its spaces as an address has them. */
export function writtenOf(word: string): Buffer[] {
	const turned = Buffer.from(word, 'utf16le').swap16();
	const hex = Buffer.from(word).toString('hex');
	const inAddress = word.includes(' ') ? [word.replaceAll(' ', '%20'), word.replaceAll(' ', '+')] : [];
	return [...formsOf(word), turned, ...[hex, hex.toUpperCase(), ...inAddress].map((text) => Buffer.from(text))];
}

type Form = { readonly word: string; readonly form: Buffer };

function foundIn(bytes: Buffer, forms: readonly Form[], file: string): Found[] {
	return forms.flatMap(({ word, form }) => {
		const found: Found[] = [];
		for (let at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, at + form.length)) {
			found.push({ file, word, around: readable(bytes.subarray(Math.max(0, at - AROUND), at + form.length + AROUND)) });
		}
		return found;
	});
}

const readable = (bytes: Buffer): string => bytes.toString('latin1').replace(/[^\x20-\x7e]/g, '·');

/** What was packed with gzip, wherever it begins in the file. */
function unpacked(bytes: Buffer): Buffer[] {
	const found: Buffer[] = [];
	for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1)) {
		try {
			const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST_UNPACKED };
			found.push(zlib.inflateRawSync(bytes.subarray(headEnd(bytes, at)), options));
		} catch {
			// Three bytes that only look like it.
		}
	}
	return found;
}

/** A head may name the file that was packed. */
function headEnd(bytes: Buffer, at: number): number {
	const isNamed = ((bytes[at + 3] ?? 0) & 8) > 0;
	return isNamed ? bytes.indexOf(0, at + 10) + 1 : at + 10;
}
