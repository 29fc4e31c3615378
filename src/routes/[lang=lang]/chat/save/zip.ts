import { crc32 } from 'node:zlib';

/** Files in one, packed side by side and not made smaller: pictures cannot be. After the ZIP format, without its extras. */
export type Packed = { readonly name: string; readonly bytes: Uint8Array };

/** One day for all: when a file was packed is nobody's business. 1 January 1980, the first there is. */
const DAY = 0x0021;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

/** One after the other, so that no more than one lies in memory. */
export async function* zipped(files: AsyncIterable<Packed>): AsyncGenerator<Uint8Array> {
	const entries: Buffer[] = [];
	let at = 0;
	for await (const { name, bytes } of files) {
		const said = aboutFile(name, bytes);
		const local = Buffer.concat([numbers([0x04034b50, 4]), said, Buffer.from(name)]);
		entries.push(Buffer.concat([centralHead(said, at), Buffer.from(name)]));
		at += local.length + bytes.length;
		yield local;
		yield bytes;
	}
	yield Buffer.concat([...entries, end(entries, at)]);
}

/** What both heads of a file say: version, flags, method, time, day, checksum, sizes, lengths of name and extras. */
function aboutFile(name: string, bytes: Uint8Array): Buffer {
	const fields = [VERSION, 2, UTF8_NAMES, 2, 0, 2, 0, 2, DAY, 2, crc32(bytes), 4, bytes.length, 4, bytes.length, 4];
	return numbers(fields, [Buffer.byteLength(name), 2, 0, 2]);
}

function centralHead(said: Buffer, at: number): Buffer {
	return Buffer.concat([numbers([0x02014b50, 4, VERSION, 2]), said, numbers([0, 2, 0, 2, 0, 2, 0, 4, at, 4])]);
}

function end(entries: readonly Buffer[], at: number): Buffer {
	const size = entries.reduce((sum, entry) => sum + entry.length, 0);
	return numbers([0x06054b50, 4, 0, 2, 0, 2, entries.length, 2, entries.length, 2, size, 4, at, 4, 0, 2]);
}

/** Pairs of a number and how many bytes it takes, the small end first. */
function numbers(...lists: readonly number[][]): Buffer {
	const flat = lists.flat();
	return Buffer.concat(flat.flatMap((value, place) => (place % 2 === 0 ? [little(value, flat[place + 1] ?? 0)] : [])));
}

function little(value: number, length: number): Buffer {
	const bytes = Buffer.alloc(length);
	bytes.writeUIntLE(value, 0, length);
	return bytes;
}
