import type sharp from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { MOST_PIXELS } from './kind.ts';

/** Nothing but colours: what was around them in the file (place, camera, whatever was hidden behind it) is not here. */
export type Pixels = {
	readonly data: Buffer;
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 2 | 3 | 4;
};
export type Box = { readonly width: number; readonly height: number };
export type Unreadable = { readonly unreadable: 'too-many-pixels' | 'broken'; readonly error?: unknown };

/** A picture with sixteen bits a colour and an alpha unfolds to three times as much as a photo of as many pixels. */
const MOST_BYTES = 100_000_000;
const LONGEST_SECONDS = 10;

/** Reads a PNG, JPEG or WebP, whatever else it may be, turned upright and no larger than the box. */
export async function pixelsOf(bytes: Uint8Array, box: Box): Promise<Pixels | Unreadable> {
	const read = await drawing();
	try {
		const head = await read(bytes, { limitInputPixels: false }).metadata();
		return isTooLarge(head) ? { unreadable: 'too-many-pixels' } : await drawn(read, bytes, box);
	} catch (error) {
		return { unreadable: 'broken', error };
	}
}

/** A new picture of the pixels. */
export async function redraw({ data, width, height, channels }: Pixels): Promise<Sharp> {
	const read = await drawing();
	return read(data, { raw: { width, height, channels } }).timeout({ seconds: LONGEST_SECONDS });
}

function isTooLarge({ width, height, channels, depth }: Metadata): boolean {
	const pixels = width * height;
	return pixels > MOST_PIXELS || pixels * channels * (depth === 'ushort' ? 2 : 1) > MOST_BYTES;
}

async function drawn(read: typeof sharp, bytes: Uint8Array, box: Box): Promise<Pixels> {
	const { data, info } = await read(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
		.autoOrient()
		.resize({ ...box, fit: 'inside', withoutEnlargement: true })
		.toColourspace('srgb')
		.timeout({ seconds: LONGEST_SECONDS })
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height, channels: info.channels };
}

let library: Promise<typeof sharp> | undefined;

/** Loaded with the first picture: most of those who run this code never meet one. */
function drawing(): Promise<typeof sharp> {
	library ??= loadLibrary();
	return library;
}

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
