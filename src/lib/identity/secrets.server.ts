import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { ground } from '#lib/platform/ground.server.ts';
import { randomKey } from '#lib/platform/randomness.server.ts';
import { sameSigns } from './password.ts';

/** What a cookie or a link carries is kept only as its hash: it has 256 bits, so a plain one is enough. */
export function hashOfToken(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

/** argon2id with the library's parameters, which are those of OWASP: 19 MiB, two passes. */
export function hashOfPassword(password: string): Promise<string> {
	return hash(sameSigns(password));
}

/** Takes the same time when there is no hash to compare with (P16). */
export async function isRightPassword(password: string, known: string | null): Promise<boolean> {
	const matches = await verify(known ?? (await somebodyElses()), sameSigns(password));
	return matches && known !== null;
}

let dummy: Promise<string> | undefined;

function somebodyElses(): Promise<string> {
	dummy ??= hash(randomKey());
	return dummy;
}

const IV = 12;
const TAG = 16;

/** AES-256-GCM under a key that is in no database; bound to the account, so that rows cannot be exchanged. */
export async function seal(secret: Buffer, accountId: string): Promise<Buffer> {
	const iv = randomKey(IV);
	const cipher = createCipheriv('aes-256-gcm', await sealingKey(), iv).setAAD(Buffer.from(accountId));
	const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Null when the key is not the one it was sealed with: after the loss of a keystore nobody gets in by a code. */
export async function unseal(sealed: Buffer, accountId: string): Promise<Buffer | null> {
	const iv = sealed.subarray(0, IV);
	const decipher = createDecipheriv('aes-256-gcm', await sealingKey(), iv, { authTagLength: TAG });
	decipher.setAAD(Buffer.from(accountId)).setAuthTag(sealed.subarray(IV, IV + TAG));
	try {
		return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]);
	} catch {
		return null;
	}
}

function sealingKey(): Promise<Buffer> {
	return ground().keystore.secret('second-factor');
}
