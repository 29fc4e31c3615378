import { createHash, createHmac } from 'node:crypto';
import { hasRightCheckDigit, readDigits, withCheckDigit } from '#lib/platform/checkedDigits.ts';
import { ground } from '#lib/platform/ground.server.ts';

/**
 * How she finds her application again. Both follow from its id and a secret of the keystore; what is stored is a hash to
 * look it up, so that a stolen database holds neither (docs/decisions/0029, 0034).
 */
export type Ways = { readonly code: string; readonly token: string };

const LENGTH = 12;
const TOKEN_BYTES = 16;

export async function waysOf(applicationId: string): Promise<Ways> {
	const [drawn, token] = [await keyed(`code/${applicationId}`), await keyed(`link/${applicationId}`)];
	const digits = String(drawn.readBigUInt64BE() % 10n ** BigInt(LENGTH - 1)).padStart(LENGTH - 1, '0');
	return { code: withCheckDigit(digits), token: token.subarray(0, TOKEN_BYTES).toString('base64url') };
}

export type Hashes = { readonly codeHash: Buffer; readonly linkHash: Buffer };

export async function hashesOf({ code, token }: Ways): Promise<Hashes> {
	return { codeHash: await hashOfCode(code), linkHash: hashOfToken(token) };
}

/** What somebody typed, as a code; null when it can be none. */
export function readCode(typed: string): string | null {
	const code = readDigits(typed, LENGTH);
	return code !== null && hasRightCheckDigit(code) ? code : null;
}

/** A code has too few digits for a plain hash. */
export const hashOfCode = (code: string): Promise<Buffer> => keyed(`typed/${code}`);

/** 128 bits: a plain hash is enough. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

async function keyed(text: string): Promise<Buffer> {
	return createHmac('sha256', await ground().keystore.secret('volunteers'))
		.update(`application\0${text}`)
		.digest();
}
