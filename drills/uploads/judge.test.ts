import sharp from 'sharp';
import { expect, test } from 'vitest';
import { latin } from '../../bin/testing/files.ts';
import { faultsIn } from './judge.ts';
import { CANARY, type Specimen } from './pictures.ts';

const HEADERS = {
	'content-type': 'image/webp',
	'content-disposition': 'attachment; filename="silta-2-1.webp"',
	'content-security-policy': "sandbox; default-src 'none'",
	'x-content-type-options': 'nosniff',
	'cache-control': 'no-store',
	'cross-origin-resource-policy': 'same-origin',
};
const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } });
const phone = await photo
	.clone()
	.withExif({ IFD0: { Make: CANARY } })
	.jpeg()
	.toBuffer();
const anew = await photo.clone().webp().toBuffer();
const specimen = (expected: 'taken' | 'refused'): Specimen => ({ what: 'a photo', bytes: phone, expected });

const judged = (body: Buffer, headers: Record<string, string> = HEADERS) =>
	faultsIn(specimen('taken'), { status: 201, refused: null, pages: [{ status: 200, headers, body }] });

test('a picture made anew and handed out to be saved has no faults', async () => {
	expect(await judged(anew)).toEqual([]);
});

test('a site that hands out what came, or keeps what was said beside it, is seen', async () => {
	expect(await judged(phone)).toEqual(expect.arrayContaining([CANARY, 'is no WebP']));
	expect(await judged(await sharp(phone).keepMetadata().webp().toBuffer())).toEqual([CANARY, 'Exif', 'exif']);
	expect(await judged(Buffer.concat([anew, latin(CANARY)]))).toEqual([CANARY, 'something stands behind it']);
	expect(await judged(await photo.clone().resize(2_001).webp().toBuffer())).toEqual(['is too large']);
});

test('a site that would show it as a page is seen', async () => {
	expect(await judged(anew, { ...HEADERS, 'content-disposition': 'inline' })).toEqual(['content-disposition: inline']);
	expect(await judged(anew, { ...HEADERS, 'content-security-policy': 'none' })).toHaveLength(1);
});

test('a fault of the server, an answer that is none, and the wrong answer are seen', async () => {
	const none = { status: 500, refused: null, pages: [] };
	expect(await faultsIn(specimen('taken'), none)).toHaveLength(3);
	expect(await faultsIn(specimen('taken'), { ...none, status: 415, refused: 'broken' })).toHaveLength(1);
	expect(await faultsIn(specimen('refused'), { ...none, status: 415, refused: 'broken' })).toEqual([]);
});
