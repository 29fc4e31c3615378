import { createHash, createHmac } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';
import { hashOfNumber } from '#lib/platform/sms/known.server.ts';
import { DRAWN_DIGITS, registrationCode } from './code.ts';

/**
 * How she finds her registration again. Code and link follow from its id and a secret of the keystore, so they need not be
 * stored to be told once more in a reminder, and a stolen database holds neither. What is stored is a hash to look it up.
 */
export type Ways = { readonly code: string; readonly token: string };

const TOKEN_BYTES = 16;

export async function waysOf(registrationId: string): Promise<Ways> {
	const [drawn, token] = [await keyed(`code/${registrationId}`), await keyed(`link/${registrationId}`)];
	const digits = String(drawn.readBigUInt64BE() % 10n ** BigInt(DRAWN_DIGITS)).padStart(DRAWN_DIGITS, '0');
	return { code: registrationCode(digits), token: token.subarray(0, TOKEN_BYTES).toString('base64url') };
}

/** What is stored of the ways of a new registration. */
export async function hashesOf({ code, token }: Ways): Promise<{ codeHash: Buffer; linkHash: Buffer }> {
	return { codeHash: await hashOfCode(code), linkHash: hashOfToken(token) };
}

/** A code has too few digits for a plain hash. */
export const hashOfCode = (code: string): Promise<Buffer> => keyed(`typed/${code}`);

/** 128 bits: a plain hash is enough. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Of the number at which she is told by text message, and from which she may answer. */
export const hashOfContact = (number: string): Promise<Buffer> => hashOfNumber(number, 'event');

async function keyed(text: string): Promise<Buffer> {
	return createHmac('sha256', await ground().keystore.secret('tickets'))
		.update(text)
		.digest();
}
