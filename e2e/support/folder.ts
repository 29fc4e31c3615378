import fs from 'node:fs';
import path from 'node:path';

/** Where the words stand, in whatever file below the folder: database files, its journal, logs, keys. */
export function filesWith(folder: string, words: readonly string[]): string[] {
	const forms = words.flatMap((word) => formsOf(word).map((form) => ({ word, form })));
	return filesBelow(folder).flatMap((file) => {
		const bytes = readOrNothing(file);
		return forms
			.filter(({ form }) => bytes.includes(form))
			.map(({ word }) => `${path.relative(folder, file)}: ${word}`);
	});
}

/** As it is, as UTF-16, and inside base64 at each of its three beginnings. */
export function formsOf(word: string): Buffer[] {
	const plain = Buffer.from(word, 'utf8');
	const wide = Buffer.from(word, 'utf16le');
	return [plain, wide, ...[0, 1, 2].map((shift) => insideBase64(plain, shift))];
}

/** The marks of base64 that depend on the word alone, when `shift` bytes stand before it. */
function insideBase64(plain: Buffer, shift: number): Buffer {
	const encoded = Buffer.concat([Buffer.alloc(shift), plain])
		.toString('base64')
		.replace(/=+$/, '');
	const spoilt = Math.ceil((shift * 8) / 6);
	const whole = Math.floor(((shift + plain.length) * 8) / 6);
	return Buffer.from(encoded.slice(spoilt, whole));
}

export function filesBelow(folder: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
}

/** A database removes files of its own while it runs. */
export function readOrNothing(file: string): Buffer {
	try {
		return fs.readFileSync(file);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
		throw error;
	}
}
