import type { Cookies } from '@sveltejs/kit';

/** The mark of a browser in which somebody signed in before; it opens nothing (identity/session/knownDevice). */
const HALF_A_YEAR = 182 * 86_400;
const nameOf = (secure: boolean): string => (secure ? '__Host-silta_known' : 'silta_known');

export function markOf(cookies: Cookies, secure: boolean): string | undefined {
	return cookies.get(nameOf(secure));
}

export function setMark(cookies: Cookies, secure: boolean, mark: string): void {
	cookies.set(nameOf(secure), mark, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: HALF_A_YEAR });
}
