import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCanaries } from './canaries.ts';
import { searchFolder } from './search.ts';

const WORD = '4111 2222 333';
const whole = `before ${WORD} after`;
let folder = '';
beforeAll(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-search-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test.each([
	['as it is', Buffer.from(whole)],
	['as UTF-16', Buffer.from(whole, 'utf16le')],
	['as UTF-16 the other way round', Buffer.from(whole, 'utf16le').swap16()],
	['in base64', Buffer.from(Buffer.from(whole).toString('base64'))],
	['in base64, a place further', Buffer.from(Buffer.from(` ${whole}`).toString('base64'))],
	['in hexadecimal', Buffer.from(Buffer.from(whole).toString('hex'))],
	['in an address', Buffer.from(encodeURIComponent(whole))],
	['in a form', Buffer.from(new URLSearchParams({ whole }).toString())],
	['packed', zlib.gzipSync(whole)],
	['packed, in the middle of a file', Buffer.concat([Buffer.from('head'), zlib.gzipSync(whole), Buffer.from('tail')])],
])('a word is found %s, deep in a folder', (how, bytes) => {
	const file = path.join(folder, 'deep', how.replace(/\W/g, '-'));
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, bytes);
	const found = searchFolder(folder, [WORD, '4111 2222 444']);
	fs.rmSync(file);
	expect(new Set(found.map(({ word }) => word))).toEqual(new Set([WORD]));
});

test('numbers of one run begin alike, and no number is made twice', () => {
	const canaries = makeCanaries();
	const sentences = ['one', 'other'].map((input) => canaries.sentence(input));
	for (const sentence of sentences) {
		const begun = canaries.beginnings.filter((beginning) => sentence.includes(beginning));
		expect(begun.length).toBeGreaterThanOrEqual(4);
	}
	expect(new Set(canaries.made.map(({ number }) => number)).size).toBe(8);
});
