/** Where a keystore listens, as the setting KEYSTORE_URL says it. Null when it is nothing of the kind. */
export type KeystorePlace = { readonly socketPath: string } | { readonly host: string; readonly port: number };

/**
 * A socket of this machine, or an address of a private net: what goes over it is not encrypted, so an address of the open
 * internet is refused, and a name could be anybody's.
 */
export function keystorePlace(text: string): KeystorePlace | null {
	if (/^unix:\/[^\0]{1,100}$/.test(text)) return { socketPath: text.slice('unix:'.length) };
	const found = /^http:\/\/(localhost|[\d.]+|\[[\da-f:]+\]):(\d{1,5})\/?$/.exec(text);
	if (!found || !URL.canParse(text)) return null;
	const host = new URL(text).hostname.replace(/^\[|\]$/g, '');
	return isPrivate(host) ? { host, port: Number(found[2]) } : null;
}

const PRIVATE =
	/^(localhost|(127|10)(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|::1|f[cd][\da-f]{2}:.*)$/;

/** By the way it is written: this machine, or a private net. A name that begins like such an address is none. */
export function isPrivate(host: string): boolean {
	return PRIVATE.test(host.replace(/^\[|\]$/g, ''));
}
