import { buffer } from 'node:stream/consumers';
import { isPicture, kindOf } from '#lib/platform/pictures/kind.ts';
import { pixelsOf, redraw } from '#lib/platform/pictures/redraw.server.ts';
import { pagesOf } from './document.server.ts';
import { type Unfoldable, type Unfolded, wrapParcel } from './parcel.ts';

/**
 * A program of its own (see unfold.server.ts): takes one stranger's file from its input, writes pictures of what is to be
 * seen on it to its output, and ends. It has no settings, no secrets, no way to the disk, and no time to lose.
 */
const PHOTO = { width: 2_000, height: 2_000 };

/** Told with each step, so that one without end is known from many (see unfold.server.ts). */
const tellStep = (): void => void process.stderr.write('.');

tellStep();
process.stdout.end(wrapParcel(await unfolded(await buffer(process.stdin))));

async function unfolded(bytes: Buffer): Promise<Unfolded | Unfoldable> {
	const kind = kindOf(bytes);
	if (kind === 'pdf') return pagesOf(bytes, tellStep);
	return isPicture(kind) ? photo(bytes) : { because: 'broken' };
}

async function photo(bytes: Buffer): Promise<Unfolded | Unfoldable> {
	const pixels = await pixelsOf(bytes, PHOTO);
	if ('unreadable' in pixels) return { because: pixels.unreadable };
	const webp = await (await redraw(pixels)).webp({ quality: 80, effort: 1 }).toBuffer();
	return { from: 'photo', total: 1, pages: [{ width: pixels.width, height: pixels.height, webp }] };
}
