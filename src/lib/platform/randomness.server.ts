import { randomBytes, randomInt } from 'node:crypto';
import { instant } from './clock.ts';

/** The only place that draws at random, so that tests can make it repeatable. */
let bytes = (length: number): Buffer => randomBytes(length);
let below = (limit: number): number => randomInt(limit);

export function randomKey(length = 32): Buffer {
	return bytes(length);
}

const STOCK = 4_096;
let stock: Buffer = Buffer.alloc(0);

/** What everybody may see: nonces and parts of ids. Drawn in stock, which costs a tenth; never keys, for it lies about. */
export function randomNonce(length: number): Buffer {
	if (stock.length < length) stock = bytes(STOCK);
	const nonce = stock.subarray(0, length);
	stock = stock.subarray(length);
	return nonce;
}

/** A secret for a cookie or a link: 256 bits, safe in a URL. */
export function randomToken(): string {
	return bytes(32).toString('base64url');
}

export function randomDigits(length: number): string {
	return Array.from({ length }, () => below(10)).join('');
}

/** An id that sorts by the time it was made (UUID version 7). Ids are names, never secrets. */
export function newId(): string {
	const id = randomNonce(16);
	id.writeUIntBE(instant(), 0, 6);
	id[6] = (id.readUInt8(6) & 0x0f) | 0x70;
	id[8] = (id.readUInt8(8) & 0x3f) | 0x80;
	const hex = id.toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** When such an id was made. */
export function momentOfId(id: string): Date {
	return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}

/** For tests and drills only: draw from another source; returns the way back. */
export function turnRandomness(source: { bytes?: typeof bytes; below?: typeof below }): () => void {
	const before = { bytes, below };
	bytes = source.bytes ?? bytes;
	below = source.below ?? below;
	stock = Buffer.alloc(0);
	return () => {
		bytes = before.bytes;
		below = before.below;
		stock = Buffer.alloc(0);
	};
}
