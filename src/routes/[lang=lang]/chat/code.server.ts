import type { Cookies } from '@sveltejs/kit';
import { seal, unseal } from '#lib/privacy/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { codeCookieOf, setCodeCookie } from '#lib/platform/http/cookies.server.ts';

/**
 * The return code on its way to the one page that shows it. It stays in her own browser, sealed, until she says that
 * she has it: a reload or a dead battery must not cost her the way back.
 */
export async function carryCode(cookies: Cookies, secure: boolean, code: string): Promise<void> {
	setCodeCookie(cookies, secure, seal(await key(), code, 'return-code').toString('base64url'));
}

export async function carriedCode(cookies: Cookies, secure: boolean): Promise<string | null> {
	const sealed = codeCookieOf(cookies, secure);
	return sealed ? unseal(await key(), Buffer.from(sealed, 'base64url'), 'return-code') : null;
}

const key = (): Promise<Buffer> => ground().keystore.secret('cookies');
