import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { latin, png } from '../../../../bin/testing/files.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { convert, type Picture } from './convert.server.ts';
import { LARGEST_PICTURE } from '#lib/platform/pictures/kind.ts';

const refusal = (reason: string, picture = reason) => ({ refused: reason, fields: { picture } });
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } });

async function made(file: Uint8Array): Promise<Picture> {
	const picture = await convert(file);
	if (isRefusal(picture)) throw new Error(JSON.stringify(picture));
	return picture;
}

/** Two halves, so that one sees which side is up. */
let photo: Buffer;
beforeAll(async () => {
	const blue = await plain(300, 800).negate().png().toBuffer();
	photo = await plain(600, 800)
		.composite([{ input: blue, left: 0, top: 0 }])
		.withExif({ IFD0: { Make: 'CANARY-CAMERA' }, IFD3: { GPSLatitude: '62/1 53/1 0/1' } })
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
});

test.each([
	['nothing', '', refusal('empty')],
	[
		'a drawing with script',
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
		refusal('wrong-kind', 'svg'),
	],
	['a drawing after a mark and spaces', '\xef\xbb\xbf \n<?xml version="1.0"?><svg/>', refusal('wrong-kind', 'svg')],
	['a page', '<!doctype html><script>alert(1)</script>', refusal('wrong-kind', 'svg')],
	['a moving picture', 'GIF89a\x01\x00\x01\x00', refusal('wrong-kind', 'gif')],
	['a picture as some phones make them', '\0\0\0\x18ftypheic\0\0\0\0', refusal('wrong-kind', 'heic')],
	['an AVIF', '\0\0\0\x18ftypavif\0\0\0\0', refusal('wrong-kind', 'avif')],
	['a document', '%PDF-1.7\n', refusal('wrong-kind', 'pdf')],
	['an archive', 'PK\x03\x04', refusal('wrong-kind', 'unknown')],
	['a TIFF', 'II*\0\x08\0\0\0', refusal('wrong-kind', 'unknown')],
	['only the first bytes of a PNG', '\x89PNG\r\n\x1a\n', refusal('broken')],
	['a JPEG that is none', '\xff\xd8\xff\xe0<svg onload=alert(1)>', refusal('broken')],
	['a WebP that is none', 'RIFF\x24\0\0\0WEBPVP8 x', refusal('broken')],
])('refused with its reason: %s', async (_what, content, expected) => {
	expect(await convert(latin(content))).toEqual(expected);
});

test('a file over ten megabytes is refused before anything is read of it', async () => {
	const file = Buffer.concat([latin('\x89PNG\r\n\x1a\n'), Buffer.alloc(LARGEST_PICTURE)]);
	expect(await convert(file)).toEqual(refusal('too-large'));
});

test('a small file that unfolds to a vast picture is refused at its head', async () => {
	expect(await convert(png(30_000, 30_000))).toEqual(refusal('too-many-pixels'));
	expect(await convert(png(5_001, 5_000))).toEqual(refusal('too-many-pixels'));
	expect(await convert(png(2_147_483_647, 2_147_483_647))).toMatchObject({
		refused: expect.stringMatching(/too-many-pixels|broken/),
	});
});

test('a picture that breaks off is refused, wherever it does', async () => {
	for (const share of [0.2, 0.5, 0.9]) {
		expect(await convert(photo.subarray(0, photo.length * share))).toEqual(refusal('broken'));
	}
});

test('what comes out is upright, carries nothing of what was around it, and is named by what it holds', async () => {
	expect(photo.toString('latin1')).toContain('CANARY-CAMERA');
	const { id, width, height, webp, jpeg } = await made(Buffer.concat([photo, latin('<script>CANARY-TAIL</script>')]));
	expect([width, height]).toEqual([800, 600]);
	for (const file of [webp, jpeg]) {
		expect(file.toString('latin1')).not.toMatch(/CANARY|Exif|GPS|photoshop/);
		const metadata = await sharp(file).metadata();
		expect(metadata).toMatchObject({ width: 800, height: 600 });
		expect(Object.keys(metadata)).not.toEqual(expect.arrayContaining(['exif']));
		expect(Object.keys(metadata)).not.toEqual(expect.arrayContaining(['icc']));
	}
	// Orientation 6 turns the left half to the top.
	const { data } = await sharp(jpeg)
		.extract({ left: 400, top: 10, width: 1, height: 1 })
		.raw()
		.toBuffer({ resolveWithObject: true });
	expect(data[2] ?? 0).toBeGreaterThan(data[0] ?? 0);
	expect(id).toMatch(/^[0-9a-f]{64}$/);
	expect((await made(photo)).id).toBe(id);
});

test('a wide picture becomes as wide as a page, a small one stays, a tall one is held back', async () => {
	const sizes: number[][] = [];
	for (const [wide, high] of [
		[3_000, 1_500],
		[200, 100],
		[1_000, 8_000],
	] as const) {
		const { width, height } = await made(await plain(wide, high).png().toBuffer());
		sizes.push([width, height]);
	}
	expect(sizes).toEqual([
		[1_200, 600],
		[200, 100],
		[500, 4_000],
	]);
});

test('every kind that is taken gives both files; what is seen through becomes white in the one without it', async () => {
	const clear = { create: { width: 40, height: 40, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } } };
	for (const kind of ['png', 'webp'] as const) {
		const { webp, jpeg } = await made(await sharp(clear).toFormat(kind).toBuffer());
		expect(await sharp(webp).metadata()).toMatchObject({ format: 'webp', hasAlpha: true });
		expect([...(await sharp(jpeg).raw().toBuffer()).subarray(0, 3)].every((one) => one > 250)).toBe(true);
	}
	const grey = await plain(40, 40).greyscale().toColourspace('b-w').png({ palette: false }).toBuffer();
	expect(await sharp((await made(grey)).webp).metadata()).toMatchObject({ width: 40 });
});

test('pictures are made one at a time, and beyond a few nobody waits', async () => {
	const file = await plain(400, 400).png().toBuffer();
	const all = await Promise.all(Array.from({ length: 8 }, () => convert(file)));
	expect(all.filter((one) => !isRefusal(one))).toHaveLength(5);
	expect(all.filter(isRefusal)[0]).toEqual(refusal('too-many'));
	expect(isRefusal(await convert(file))).toBe(false);
});
