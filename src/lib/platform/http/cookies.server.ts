/** The few cookies there are. On https they carry the `__Host-` prefix; plain http is for loopback only. */
type Jar = {
	get(name: string): string | undefined;
	set(name: string, value: string, options: CookieOptions): void;
	delete(name: string, options: CookieOptions): void;
};
type Readable = Pick<Jar, 'get'>;
type CookieOptions = {
	path: string;
	httpOnly?: boolean;
	secure?: boolean;
	sameSite?: 'lax' | 'strict';
	maxAge?: number;
};

const HALF_A_DAY = 12 * 3_600;
const SIXTY_DAYS = 60 * 86_400;
const YEAR = 365 * 86_400;
const HALF_A_YEAR = 182 * 86_400;
const FIVE_MINUTES = 300;

const nameOf = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
const options = (secure: boolean, maxAge: number): CookieOptions => ({
	...{ path: '/', httpOnly: true, sameSite: 'lax' },
	...{ secure, maxAge },
});
const drop = (jar: Jar, name: string, secure: boolean): void =>
	jar.delete(nameOf(name, secure), { path: '/', secure, httpOnly: true });

export function setStaffCookie(jar: Jar, secure: boolean, token: string): void {
	jar.set(nameOf('silta_staff', secure), token, options(secure, HALF_A_DAY));
}
export function clearStaffCookie(jar: Jar, secure: boolean): void {
	drop(jar, 'silta_staff', secure);
}
export function staffTokenOf(jar: Readable, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_staff', secure));
}

/** A browser that is asked for a passkey; nothing but our own page brings it along. */
export function setPasskeyCookie(jar: Jar, secure: boolean, token: string): void {
	jar.set(nameOf('silta_passkey', secure), token, { ...options(secure, FIVE_MINUTES), sameSite: 'strict' });
}
export function passkeyTokenOf(jar: Readable, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_passkey', secure));
}

/** Signed in just now, in this browser. Sent to one's own page only, so it cannot have the prefix that demands all. */
const proofOptions = { path: '/staff/account', httpOnly: true, sameSite: 'strict' } as const;
const proofName = (secure: boolean): string => (secure ? '__Secure-silta_proof' : 'silta_proof');
export function setProofCookie(jar: Jar, secure: boolean, proof: string): void {
	jar.set(proofName(secure), proof, { ...proofOptions, secure, maxAge: FIVE_MINUTES });
}
export function proofOf(jar: Readable, secure: boolean): string | undefined {
	return jar.get(proofName(secure));
}

/** The mark of a browser in which somebody signed in before; it opens nothing (identity/session/knownDevice). */
export function setMarkCookie(jar: Jar, secure: boolean, mark: string): void {
	jar.set(nameOf('silta_known', secure), mark, options(secure, HALF_A_YEAR));
}
export function markCookieOf(jar: Readable, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_known', secure));
}

/** A visitor's way back in this browser; on the expiry of her words it leads nowhere. */
export function setVisitorCookie(jar: Jar, secure: boolean, token: string): void {
	jar.set(nameOf('silta_visitor', secure), token, options(secure, SIXTY_DAYS));
}
export function clearVisitorCookie(jar: Jar, secure: boolean): void {
	drop(jar, 'silta_visitor', secure);
}
export function visitorTokenOf(jar: Readable, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_visitor', secure));
}

/** The return code on its way to the one page that shows it, sealed, until she says that she has it. */
export function setCodeCookie(jar: Jar, secure: boolean, sealed: string): void {
	jar.set(nameOf('silta_code', secure), sealed, options(secure, 3_600));
}
export function clearCodeCookie(jar: Jar, secure: boolean): void {
	drop(jar, 'silta_code', secure);
}
export function codeCookieOf(jar: Jar, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_code', secure));
}

/** The one browser in which a clerk's link works. */
export function setClerkCookie(jar: Jar, secure: boolean, token: string): void {
	jar.set(nameOf('silta_clerk', secure), token, options(secure, HALF_A_DAY));
}
export function clearClerkCookie(jar: Jar, secure: boolean): void {
	drop(jar, 'silta_clerk', secure);
}
export function clerkTokenOf(jar: Readable, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_clerk', secure));
}

/** A volunteer's personal link, opened in this browser. Only the pages of her own look at it. */
export function setOwnCookie(jar: Jar, secure: boolean, key: string): void {
	jar.set(nameOf('silta_own', secure), key, options(secure, HALF_A_YEAR));
}
export function clearOwnCookie(jar: Jar, secure: boolean): void {
	drop(jar, 'silta_own', secure);
}
export function ownKeyOf(jar: Readable, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_own', secure));
}

export function setLanguageCookie(jar: Jar, secure: boolean, code: string): void {
	jar.set(nameOf('silta_language', secure), code, options(secure, YEAR));
}
export function languageCookieOf(jar: Jar, secure: boolean): string | undefined {
	return jar.get(nameOf('silta_language', secure));
}
export function clearLanguageCookie(jar: Jar, secure: boolean): void {
	drop(jar, 'silta_language', secure);
}

/** Reads a raw `Cookie` header; for the streams, which stand outside the framework. */
export function jarOf(header: string | undefined): Readable {
	const found = new Map<string, string>();
	for (const part of (header ?? '').split(';')) {
		const cut = part.indexOf('=');
		if (cut > 0 && !found.has(part.slice(0, cut).trim()))
			found.set(part.slice(0, cut).trim(), part.slice(cut + 1).trim());
	}
	return { get: (name) => found.get(name) };
}
