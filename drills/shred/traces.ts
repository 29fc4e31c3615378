import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { MARKERS } from './canary.ts';

/** Every place below the folder where a canary stands, in whatever clothes: `FILE: how`. What is there twice is read once. */
export function tracesIn(folder: string): string[] {
	const read = new Set<string>();
	return filesIn(folder).flatMap((file) => {
		const bytes = fs.readFileSync(file);
		const digest = hash('sha256', bytes);
		if (read.has(digest)) return [];
		read.add(digest);
		return tracesOf(bytes).map((how) => `${file}: ${how}`);
	});
}

/** The clothes in which canaries are found in these bytes; packed parts are unpacked first. */
export function tracesOf(bytes: Buffer): string[] {
	const plain = CLOTHES.filter(({ needle }) => bytes.includes(needle)).map(({ name }) => name);
	return [...new Set([...plain, ...unpacked(bytes).flatMap((part) => tracesOf(part).map((name) => `packed ${name}`))])];
}

export function filesIn(folder: string): string[] {
	const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

type Clothes = { readonly name: string; readonly needle: Buffer };

const CLOTHES: readonly Clothes[] = MARKERS.flatMap((marker) => {
	const utf8 = Buffer.from(marker);
	const utf16 = Buffer.from(marker, 'utf16le');
	return [
		{ name: 'raw', needle: utf8 },
		{ name: 'UTF-16', needle: utf16 },
		{ name: 'UTF-16 the other way round', needle: Buffer.from(utf16).swap16() },
		...[0, 1, 2].map((at) => ({ name: 'base64', needle: Buffer.from(inBase64(utf8, at)) })),
		{ name: 'hexadecimal', needle: Buffer.from(utf8.toString('hex')) },
		{ name: 'percent signs', needle: Buffer.from(encodeURIComponent(marker)) },
		{ name: 'escapes', needle: Buffer.from(escaped(marker)) },
	];
});

/** What does not depend on the letters around it, when it begins at this place of a group of three. */
function inBase64(bytes: Buffer, at: number): string {
	const whole = Buffer.concat([Buffer.alloc(at), bytes]).toString('base64');
	return whole.slice(at === 0 ? 0 : 4, Math.floor((at + bytes.length) / 3) * 4);
}

function escaped(text: string): string {
	return [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

const HEADS = [Buffer.of(0x1f, 0x8b, 8), Buffer.of(0x78, 0x01), Buffer.of(0x78, 0x9c), Buffer.of(0x78, 0xda)];
/** What is unpacked from chance bytes is noise of a few letters. */
const SHORTEST = 24;
const LARGEST = 1 << 24;

function unpacked(bytes: Buffer): Buffer[] {
	return HEADS.flatMap((head, at) => placesOf(bytes, head).map((place) => unpack(bytes.subarray(place), at === 0)));
}

function placesOf(bytes: Buffer, needle: Buffer): number[] {
	const places: number[] = [];
	for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) places.push(at);
	return places;
}

function unpack(bytes: Buffer, isGzip: boolean): Buffer {
	try {
		// Also what a torn page holds of it.
		const how = { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: LARGEST };
		const found = isGzip ? zlib.gunzipSync(bytes, how) : zlib.inflateSync(bytes, how);
		return found.length < SHORTEST ? Buffer.alloc(0) : found;
	} catch {
		return Buffer.alloc(0);
	}
}
