import { createHmac } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';

/** `link`: opens her own shifts and hours. `feed`: her calendar, to read only. Neither opens what the other does. */
export const KEY_KINDS = ['link', 'feed'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** What is stored of a key: a stolen database opens nothing, nor could one be put into it. */
export async function hashOfKey(kind: KeyKind, key: string): Promise<Buffer> {
	return createHmac('sha256', await ground().keystore.secret('volunteers'))
		.update(`${kind}\0${key}`)
		.digest();
}

/** Nothing else is looked up. */
export const isKey = (text: string): boolean => /^[\w-]{43}$/.test(text);
