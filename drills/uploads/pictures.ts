import { deflateSync, gzipSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { chunk, latin, png } from '../../bin/testing/files.ts';

/** A file as somebody sends it; what is to become of it, when there can be no doubt. */
export type Specimen = {
	readonly what: string;
	readonly bytes: Buffer;
	/** What the sender says it is. */
	readonly name?: string;
	readonly type?: string;
	readonly expected?: 'taken' | 'refused';
};

/** Stands in everything that must not come through. */
export const CANARY = 'CANARY-7261';
/** As a phone writes where it was, in three ways. */
export const PLACE = '62.8924';

const SCRIPT = `<script>alert('${CANARY}')</script>`;
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description note="${CANARY} ${PLACE}"/></rdf:RDF></x:xmpmeta>`;

/** Noise is what a photo is like to a coder; flat colours cost it nothing. */
const scene = (width: number, height: number) =>
	sharp({
		create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 20 } },
	});

const told = (picture: Sharp) =>
	picture
		.withExif({ IFD0: { Make: CANARY, Software: PLACE }, IFD3: { GPSLatitude: '62/1 53/1 2/1', GPSLatitudeRef: 'N' } })
		.withXmp(XMP);

/** Pictures that are what they say, with what phones and programs add to them. */
export async function honest(): Promise<Specimen[]> {
	const small = scene(320, 240);
	const taken = 'taken' as const;
	const jpeg = await told(small.clone()).jpeg().toBuffer();
	const list: [string, Promise<Buffer> | Buffer][] = [
		['JPEG with place and camera', jpeg],
		['PNG with place and camera', told(small.clone()).png().toBuffer()],
		['WebP with place and camera', told(small.clone()).webp().toBuffer()],
		['JPEG on its side', told(small.clone()).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
		['progressive JPEG', small.clone().jpeg({ progressive: true }).toBuffer()],
		['JPEG for print', small.clone().toColourspace('cmyk').jpeg().toBuffer()],
		['grey JPEG', small.clone().greyscale().jpeg().toBuffer()],
		['PNG of sixteen bits', small.clone().toColourspace('rgb16').png().toBuffer()],
		['PNG with a palette', small.clone().png({ palette: true }).toBuffer()],
		['PNG row by row in seven turns', small.clone().png({ progressive: true }).toBuffer()],
		['PNG that can be seen through', small.clone().ensureAlpha(0.5).png().toBuffer()],
		['WebP without loss', small.clone().webp({ lossless: true }).toBuffer()],
		['one point', scene(1, 1).png().toBuffer()],
		['a thread', scene(3, 4_000).png().toBuffer()],
		['photo of twelve million points', told(scene(4_000, 3_000)).jpeg({ quality: 70 }).toBuffer()],
		['photo of twenty-four million points', scene(6_000, 4_000).jpeg({ quality: 40, progressive: true }).toBuffer()],
		['large screenshot', scene(1_800, 1_600).png({ compressionLevel: 1 }).toBuffer()],
	];
	return Promise.all(list.map(async ([what, bytes]) => ({ what, bytes: await bytes, expected: taken })));
}

/** Pictures with something else in them, before them or behind them. */
export async function twoFaced(): Promise<Specimen[]> {
	const small = scene(200, 150);
	const jpeg = await small.clone().jpeg().toBuffer();
	const webp = await small.clone().webp().toBuffer();
	const comment = (text: string): Buffer => {
		const body = latin(text);
		const head = Buffer.from([0xff, 0xfe, (body.length + 2) >> 8, (body.length + 2) & 255]);
		return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
	};
	const text = (type: string, data: Uint8Array): Buffer => png(40, 30, [chunk(type, data)]);
	const zip = latin(`PK\x03\x04${CANARY}.class PK\x05\x06`);
	return [
		{ what: 'JPEG with script in its comment', bytes: comment(SCRIPT) },
		{ what: 'JPEG with PHP in its comment', bytes: comment(`<?php system('${CANARY}'); ?>`), name: 'photo.php.jpg' },
		{ what: 'JPEG with a PDF in its comment', bytes: comment(`%PDF-1.7 ${CANARY}`) },
		{ what: 'JPEG with a page behind it', bytes: Buffer.concat([jpeg, latin(`<html>${SCRIPT}`)]), type: 'text/html' },
		{ what: 'JPEG with an archive behind it', bytes: Buffer.concat([jpeg, zip]), type: 'application/java-archive' },
		{ what: 'WebP with script behind it', bytes: Buffer.concat([webp, latin(SCRIPT)]) },
		{ what: 'PNG with a page in its text', bytes: text('tEXt', latin(`Comment\0${SCRIPT}`)), type: 'text/html' },
		{
			what: 'PNG with packed text',
			bytes: text('zTXt', Buffer.concat([latin('Note\0\0'), deflateSync(latin(CANARY))])),
		},
		{ what: 'PNG with EXIF of its own', bytes: text('eXIf', latin(`MM\0*\0\0\0\x08\0\0${CANARY}${PLACE}`)) },
		{
			what: 'PNG whose text unfolds to a hundred megabytes',
			bytes: text('zTXt', Buffer.concat([latin('Note\0\0'), deflateSync(Buffer.alloc(100_000_000))])),
		},
		{
			what: 'PNG whose colour profile unfolds to a hundred megabytes',
			bytes: text('iCCP', Buffer.concat([latin('p\0\0'), deflateSync(Buffer.alloc(100_000_000))])),
		},
		{ what: 'PNG with a page behind it', bytes: Buffer.concat([png(20, 20), latin(`<html>${SCRIPT}`)]) },
	];
}

/** What is no picture at all, whatever it calls itself. */
export async function others(): Promise<Specimen[]> {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${CANARY}')">${SCRIPT}</svg>`;
	const entity = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;${CANARY}</svg>`;
	const gif =
		'GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;';
	const refused = 'refused' as const;
	const list: [string, string | Buffer, Partial<Specimen>?][] = [
		['nothing', ''],
		['one byte', '\xff'],
		['drawing with script', svg, { type: 'image/svg+xml', name: 'photo.svg' }],
		['drawing that calls itself PNG', svg, { type: 'image/png', name: 'photo.png' }],
		['drawing after a mark and spaces', `\xef\xbb\xbf  \n${svg}`, { type: 'image/png' }],
		['drawing that is packed', gzipSync(svg), { type: 'image/svg+xml', name: 'photo.svgz' }],
		['drawing that reads our files', entity, { type: 'image/jpeg' }],
		['page that calls itself JPEG', `<!doctype html>${SCRIPT}`, { type: 'image/jpeg', name: 'photo.jpg.html' }],
		['script that begins like a GIF', `GIF89a/*${CANARY}*/=1;alert(1)`, { type: 'image/gif' }],
		['GIF with an archive behind it', `${gif}PK\x03\x04${CANARY}`, { type: 'image/gif', name: 'photo.gif.jar' }],
		['bitmap with script', `BM\x3a\x00\x00\x00/*${CANARY}*/`, { type: 'image/bmp' }],
		['TIFF', `II*\0\x08\0\0\0${CANARY}`, { type: 'image/tiff' }],
		['HEIC', `\0\0\0\x18ftypheic\0\0\0\0${CANARY}`, { type: 'image/heic', name: 'IMG_0001.HEIC' }],
		['AVIF', `\0\0\0\x18ftypavif\0\0\0\0${CANARY}`, { type: 'image/avif' }],
		['PostScript', `%!PS-Adobe-3.0\n(${CANARY}) run`, { type: 'image/jpeg' }],
		['commands for a converter', `push graphic-context\nfill 'url(https://example.org/x.png"|${CANARY}")'`],
		['archive of archives', zipBomb(), { type: 'application/zip' }],
		['packed flood', gzipSync(Buffer.alloc(200_000_000)), { type: 'image/png' }],
		['Word document', `PK\x03\x04[Content_Types].xml${CANARY}`, { name: 'letter.docx' }],
		['program', `MZ\x90\0${CANARY}`, { name: 'photo.jpg\u202egpj.exe', type: 'image/jpeg' }],
		['program of another kind', `\x7fELF\x02\x01\x01${CANARY}`, { name: '../../../../bin/photo.png' }],
	];
	return list.map(([what, content, about]) => ({
		...{ what, bytes: typeof content === 'string' ? latin(content) : content, expected: refused },
		...about,
	}));
}

/** Ten copies of a flood, as they lie in such archives. */
function zipBomb(): Buffer {
	const flood = deflateSync(Buffer.alloc(10_000_000));
	return Buffer.concat(Array.from({ length: 10 }, () => Buffer.concat([latin('PK\x03\x04'), flood])));
}

/** Pictures that are broken, or say more than they hold. */
export async function broken(): Promise<Specimen[]> {
	const photo = scene(900, 700);
	const files = { JPEG: await photo.clone().jpeg().toBuffer(), PNG: await photo.clone().png().toBuffer() };
	const webp = await photo.clone().webp().toBuffer();
	const cut = Object.entries({ ...files, WebP: webp }).flatMap(([kind, bytes]) =>
		[0.01, 0.3, 0.6, 0.97].map((share) => ({
			what: `${kind} that breaks off after ${share * 100} %`,
			bytes: bytes.subarray(0, bytes.length * share),
		})),
	);
	const head = files.JPEG.indexOf(Buffer.from([0xff, 0xc0]));
	const flood = Buffer.from(files.JPEG);
	flood.writeUInt32BE(0xffdcffdc, head + 5);
	const scrambled = Buffer.from(files.PNG);
	for (let at = 40; at < scrambled.length; at += 97) scrambled[at] = (scrambled[at] ?? 0) ^ 0x55;
	const refused = 'refused' as const;
	return [
		...cut.map((one) => ({ ...one, expected: refused })),
		{ what: 'PNG of 30,000 by 30,000', bytes: png(30_000, 30_000), expected: refused },
		{ what: 'PNG of two thousand million by as many', bytes: png(2_147_483_647, 2_147_483_647), expected: refused },
		{ what: 'PNG without a width', bytes: png(0, 10), expected: refused },
		{ what: 'PNG of 25 million points and no colours', bytes: png(5_000, 5_000), expected: refused },
		{ what: 'JPEG of 65,500 by 65,500', bytes: flood, expected: refused },
		{ what: 'PNG with wrong sums', bytes: scrambled, expected: refused },
		{ what: 'noise after the mark of a PNG', bytes: noise('\x89PNG\r\n\x1a\n'), expected: refused },
		{ what: 'noise after the mark of a JPEG', bytes: noise('\xff\xd8\xff\xe0'), expected: refused },
		{ what: 'noise after the mark of a WebP', bytes: noise('RIFF\xff\xff\xff\xffWEBPVP8 '), expected: refused },
		{
			what: 'more than ten megabytes',
			bytes: Buffer.concat([files.PNG, Buffer.alloc(10 * 1_024 * 1_024)]),
			expected: refused,
		},
	];
}

/** The same each time. */
function noise(mark: string): Buffer {
	let state = 7;
	const bytes = Buffer.alloc(50_000);
	for (let at = 0; at < bytes.length; at += 1) {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		bytes[at] = state >> 16;
	}
	return Buffer.concat([latin(mark), bytes]);
}
