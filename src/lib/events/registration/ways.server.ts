import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';
import { hashOfNumber } from '#lib/platform/sms/known.server.ts';
import { DRAWN_DIGITS, registrationCode } from './code.ts';

/**
 * How she finds her registration again. Code and link follow from its id and a secret of the keystore, so they need not be
 * stored to be told once more in a reminder, and a stolen database holds neither. What is stored is a hash to look it up.
 */
export type Ways = { readonly code: string; readonly token: string };

const TOKEN_BYTES = 16;

export const waysOf = async (registrationId: string): Promise<Ways> => waysBy(await secret(), registrationId);

/** What is stored of the ways of a new registration. */
export async function hashesFor(registrationId: string): Promise<{ codeHash: Buffer; linkHash: Buffer }> {
	// Asked once: the keystore looks at its disk each time.
	const key = await secret();
	const { code, token } = waysBy(key, registrationId);
	return { codeHash: hashBy(key, code), linkHash: hashOfToken(token) };
}

export const hashOfCode = async (code: string): Promise<Buffer> => hashBy(await secret(), code);

/** 128 bits: a plain hash is enough. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Of the number at which she is told by text message, and from which she may answer. */
export const hashOfContact = (number: string): Promise<Buffer> => hashOfNumber(number, 'event');

const secret = async (): Promise<KeyObject> => createSecretKey(await ground().keystore.secret('tickets'));

function waysBy(key: KeyObject, registrationId: string): Ways {
	const [drawn, token] = [keyed(key, `code/${registrationId}`), keyed(key, `link/${registrationId}`)];
	const digits = String(drawn.readBigUInt64BE() % 10n ** BigInt(DRAWN_DIGITS)).padStart(DRAWN_DIGITS, '0');
	return { code: registrationCode(digits), token: token.subarray(0, TOKEN_BYTES).toString('base64url') };
}

/** A code has too few digits for a plain hash. */
const hashBy = (key: KeyObject, code: string): Buffer => keyed(key, `typed/${code}`);

const keyed = (key: KeyObject, text: string): Buffer => createHmac('sha256', key).update(text).digest();
