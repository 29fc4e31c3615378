import { createHash } from 'node:crypto';
import type sharp from 'sharp';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { isPicture, kindOf, LARGEST_PICTURE, MOST_PIXELS } from './kind.ts';

/** `id`: the fingerprint of the WebP file. */
export type Picture = {
	readonly id: string;
	readonly width: number;
	readonly height: number;
	readonly webp: Buffer;
	readonly jpeg: Buffer;
};

const WIDEST = 1_200;
const HIGHEST = 4_000;
const LONGEST_SECONDS = 10;
const MOST_WAITING = 5;

/**
 * Makes a picture anew from what came in: turned upright, no wider than a page, and without anything else that was in the
 * file (place, camera, thumbnails, whatever was hidden behind it). Refused: `empty`, `too-large`, `wrong-kind` (the field
 * names it), `too-many-pixels`, `broken`, `too-many` when others wait already.
 */
export async function convert(bytes: Uint8Array): Promise<Picture | Refusal> {
	if (bytes.length > LARGEST_PICTURE) return because('too-large');
	const kind = kindOf(bytes);
	if (kind === 'empty') return because('empty');
	if (!isPicture(kind)) return because('wrong-kind', kind);
	if (waiting >= MOST_WAITING) return because('too-many');
	return oneAtATime(() => remade(bytes));
}

let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
	waiting += 1;
	const done = turn.then(work).finally(() => (waiting -= 1));
	turn = done.catch(() => undefined);
	return done;
}

async function remade(bytes: Uint8Array): Promise<Picture | Refusal> {
	const read = await (library ??= loadLibrary());
	try {
		const { width, height } = await read(bytes, { limitInputPixels: false }).metadata();
		if (width * height > MOST_PIXELS) return because('too-many-pixels');
		return await rendered(bytes, read);
	} catch (error) {
		logWarning('picture-broken', { error: error instanceof Error ? error.name : typeof error });
		return because('broken');
	}
}

/** Loaded with the first picture: most of those who run this code never meet one. */
let library: Promise<typeof sharp> | undefined;

async function loadLibrary(): Promise<typeof sharp> {
	const { default: loaded } = await import('sharp');
	loaded.cache(false);
	loaded.concurrency(1);
	// The readers of other formats are shut off, so that a file that lies about its kind meets none of them.
	loaded.block({ operation: ['VipsForeignLoad'] });
	loaded.unblock({
		operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
	});
	return loaded;
}

async function rendered(bytes: Uint8Array, read: typeof sharp): Promise<Picture> {
	const { data, info } = await read(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
		.autoOrient()
		.resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true })
		.toColourspace('srgb')
		.timeout({ seconds: LONGEST_SECONDS })
		.raw()
		.toBuffer({ resolveWithObject: true });
	const { width, height, channels } = info;
	const pixels = () => read(data, { raw: { width, height, channels } }).timeout({ seconds: LONGEST_SECONDS });
	const webp = await pixels().webp({ quality: 78 }).toBuffer();
	const jpeg = await pixels().flatten({ background: '#ffffff' }).jpeg({ quality: 78, mozjpeg: true }).toBuffer();
	return { id: createHash('sha256').update(webp).digest('hex'), width, height, webp, jpeg };
}

function because(reason: string, detail = reason): Refusal {
	return refused(reason, { picture: detail });
}
