import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { canary, hasCanary, MARKERS } from './canary.ts';
import { tracesOf } from './traces.ts';

const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, at) => (at * 37) % 251));
const amid = (bytes: Buffer): Buffer => Buffer.concat([noise(1_000), bytes, noise(777)]);

test('a canary is found in whatever clothes, in each of the six scripts', () => {
	for (const turn of MARKERS.keys()) {
		const text = `до ${canary(turn)} после`;
		const utf16 = Buffer.from(text, 'utf16le');
		const clothes: [string, Buffer][] = [
			['raw', Buffer.from(text)],
			['UTF-16', utf16],
			['UTF-16 the other way round', Buffer.from(utf16).swap16()],
			['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
			['percent signs', Buffer.from(encodeURIComponent(text))],
			['packed raw', zlib.gzipSync(text)],
			['packed raw', zlib.deflateSync(text)],
		];
		for (const [name, bytes] of clothes) expect(tracesOf(amid(bytes)), `${name} of ${text}`).toContain(name);
		for (const before of ['', '1', '12']) {
			const bytes = Buffer.from(Buffer.from(before + text).toString('base64'));
			expect(tracesOf(amid(bytes))).toContain('base64');
		}
	}
});

test('escapes of a script are found as JSON writes them', () => {
	const text = canary(1);
	const escapes = [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
	expect(tracesOf(Buffer.from(`{"text":"${escapes}"}`))).toContain('escapes');
});

test('where no canary is, none is found', () => {
	expect(tracesOf(amid(Buffer.from('канарейка, känärinlintu, canary')))).toEqual([]);
	expect(hasCanary('канарейка')).toBe(false);
	expect(hasCanary(canary(4))).toBe(true);
});
