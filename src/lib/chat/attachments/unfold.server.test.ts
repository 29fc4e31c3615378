import sharp from 'sharp';
import { beforeAll, expect, test, vi } from 'vitest';
import { latin, pdf, png, stream } from '../../../../bin/testing/files.ts';
import { onGround } from '../../../../bin/testing/ground.ts';
import { unfold } from './unfold.server.ts';

onGround();
let photo: Buffer;

beforeAll(async () => {
	photo = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#c33' } })
		.withExif({ IFD0: { Make: 'CANARY' }, IFD3: { GPSLatitude: '62/1 53/1 0/1' } })
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
});

test('a photo becomes one upright page that says nothing of where it was taken', async () => {
	const unfolded = await unfold(Buffer.concat([photo, latin('<script>CANARY</script>')]));
	if (!('pages' in unfolded)) throw new Error(unfolded.refused);
	const [page] = unfolded.pages;
	expect(unfolded).toMatchObject({ from: 'photo', total: 1, pages: [{ width: 1_000, height: 2_000 }] });
	expect(Buffer.from(page?.webp ?? '').toString('latin1')).not.toMatch(/CANARY|GPS|Exif/);
});

test('a document becomes its first ten pages', async () => {
	const unfolded = await unfold(pdf(12));
	if (!('pages' in unfolded)) throw new Error(unfolded.refused);
	expect([unfolded.from, unfolded.total, unfolded.pages.length]).toEqual(['document', 12, 10]);
	const ink = await sharp(unfolded.pages[0]?.webp).stats();
	expect(ink.channels[0]?.min).toBeLessThan(60);
	expect(ink.channels[0]?.mean).toBeGreaterThan(200);
});

test.each([
	['nothing', Buffer.alloc(0), 'empty'],
	['a drawing with script', latin('<svg onload="alert(1)"/>'), 'wrong-kind'],
	['a picture as some phones make them', latin('\0\0\0\x18ftypheic\0\0\0\0'), 'heic'],
	['more than ten megabytes', Buffer.alloc(10 * 1_024 * 1_024 + 1), 'too-large'],
	['a small file that unfolds to a vast picture', png(30_000, 30_000), 'too-many-pixels'],
	['the mark of a picture alone', latin('\x89PNG\r\n\x1a\n'), 'broken'],
	['the mark of a document alone', latin('%PDF-1.7'), 'broken'],
	[
		'a document behind a password',
		pdf(1, {
			trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [(a) (a)]`,
		}),
		'password',
	],
	['a page of no width', pdf(1, { page: '/MediaBox [0 0 1 1000000]' }), 'broken'],
])('refused with its reason: %s', async (_what, bytes, reason) => {
	expect(await unfold(bytes)).toEqual({ refused: reason, fields: {} });
});

test('a page that works without end is stopped for its work, and the next file is taken', {
	timeout: 60_000,
}, async () => {
	const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	const endless = pdf(1, { content: latin('0 0 595 842 re f '.repeat(200_000)) });
	const [stopped, next] = await Promise.all([unfold(endless), unfold(photo)]);
	const lines = log.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('attachment-stopped'));
	log.mockRestore();
	expect(stopped).toEqual({ refused: 'broken', fields: {} });
	expect(lines.map((line) => JSON.parse(line).why)).toEqual(['work']);
	expect(next).toMatchObject({ from: 'photo' });
});

test('ten scanned pages are taken, though together they are more work than one page may be', {
	timeout: 90_000,
}, async () => {
	const [width, height] = [1_654, 2_339];
	const noise = { type: 'gaussian', mean: 200, sigma: 30 } as const;
	const scan = await sharp({ create: { width, height, channels: 3, background: '#eee', noise } })
		.jpeg({ quality: 60 })
		.toBuffer();
	const about = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
	const unfolded = await unfold(
		pdf(10, { content: latin('q 595 0 0 842 0 0 cm /X Do Q'), extra: [stream(scan, about)] }),
	);
	expect(unfolded).toMatchObject({ from: 'document', total: 10 });
});

test('beyond a few that wait nobody does', { timeout: 60_000 }, async () => {
	const all = await Promise.all(Array.from({ length: 9 }, () => unfold(png(10, 10))));
	expect(all.filter((one) => 'refused' in one)).toEqual(Array(3).fill({ refused: 'too-many', fields: {} }));
});

test('while a file is being taken apart, the site goes on', { timeout: 60_000 }, async () => {
	let longest = 0;
	let last = performance.now();
	const beat = setInterval(() => {
		longest = Math.max(longest, performance.now() - last);
		last = performance.now();
	}, 5);
	await unfold(pdf(10));
	clearInterval(beat);
	// On a machine of one's own it is some ten milliseconds; here others may be at work.
	expect(longest).toBeLessThan(500);
});
