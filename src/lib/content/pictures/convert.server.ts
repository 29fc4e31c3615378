import { createHash } from 'node:crypto';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { isPicture, kindOf, LARGEST_PICTURE } from '#lib/platform/pictures/kind.ts';
import { type Pixels, pixelsOf, redraw, type Unreadable } from '#lib/platform/pictures/redraw.server.ts';
import { makeTurns } from '#lib/platform/pictures/turns.ts';

/** `id`: the fingerprint of the WebP file. */
export type Picture = {
	readonly id: string;
	readonly width: number;
	readonly height: number;
	readonly webp: Buffer;
	readonly jpeg: Buffer;
};

const PAGE = { width: 1_200, height: 4_000 };
const MOST_WAITING = 5;
const turns = makeTurns(MOST_WAITING);

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
	return (await turns.take(() => remade(bytes))) ?? because('too-many');
}

async function remade(bytes: Uint8Array): Promise<Picture | Refusal> {
	const pixels = await pixelsOf(bytes, PAGE);
	return 'unreadable' in pixels ? unreadable(pixels) : rendered(pixels).catch((error) => broken(error));
}

function unreadable({ unreadable: reason, error }: Unreadable): Refusal {
	return reason === 'broken' ? broken(error) : because(reason);
}

function broken(error: unknown): Refusal {
	logWarning('picture-broken', { error: error instanceof Error ? error.name : typeof error });
	return because('broken');
}

async function rendered(pixels: Pixels): Promise<Picture> {
	const { width, height } = pixels;
	const webp = await (await redraw(pixels)).webp({ quality: 78 }).toBuffer();
	const opaque = (await redraw(pixels)).flatten({ background: '#ffffff' });
	const jpeg = await opaque.jpeg({ quality: 78, mozjpeg: true }).toBuffer();
	return { id: createHash('sha256').update(webp).digest('hex'), width, height, webp, jpeg };
}

function because(reason: string, detail = reason): Refusal {
	return refused(reason, { picture: detail });
}
