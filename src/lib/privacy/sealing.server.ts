import { type CipherKey, createCipheriv, createDecipheriv } from 'node:crypto';
import { randomNonce } from '#lib/platform/randomness.server.ts';

/**
 * People's words as they lie in the database: version ‖ nonce ‖ ciphertext ‖ tag. `place` says where the row belongs
 * and is bound in, so that a row cannot be moved, swapped or relabelled. Texts are padded to steps of 256 bytes: their
 * length says little.
 */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const STEP = 256;

export function seal(key: CipherKey, text: string, place: string): Buffer {
	return sealBytes(key, Buffer.from(text, 'utf8'), place);
}

/** The text, or null when the key is not the right one or anything was changed. */
export function unseal(key: CipherKey, sealed: Buffer, place: string): string | null {
	return unsealBytes(key, sealed, place)?.toString('utf8') ?? null;
}

/** The same for what is no text. */
export function sealBytes(key: CipherKey, bytes: Uint8Array, place: string): Buffer {
	const nonce = randomNonce(NONCE);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
	const body = Buffer.concat([cipher.update(padded(bytes)), cipher.final()]);
	return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
}

export function unsealBytes(key: CipherKey, sealed: Buffer, place: string): Buffer | null {
	if (sealed.length < 1 + NONCE + TAG + STEP || sealed[0] !== VERSION) return null;
	const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE)).setAAD(Buffer.from(place));
	cipher.setAuthTag(sealed.subarray(-TAG));
	try {
		return unpadded(Buffer.concat([cipher.update(sealed.subarray(1 + NONCE, -TAG)), cipher.final()]));
	} catch {
		return null;
	}
}

function padded(bytes: Uint8Array): Buffer {
	const whole = Buffer.alloc(Math.ceil((bytes.length + 4) / STEP) * STEP);
	whole.writeUInt32BE(bytes.length);
	whole.set(bytes, 4);
	return whole;
}

function unpadded(whole: Buffer): Buffer {
	return whole.subarray(4, 4 + whole.readUInt32BE());
}
