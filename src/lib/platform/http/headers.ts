/**
 * Headers of every answer. Referrer-Policy is `same-origin`, not `no-referrer`: under the latter a browser sends
 * `Origin: null` with our own forms, and they could not be told from foreign ones.
 */
const ALWAYS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-frame-options': 'DENY',
};
const ON_HTTPS = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** For answers that carry no page: nothing in them may run or load anything. */
export const NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export function safetyHeaders(secure: boolean): Readonly<Record<string, string>> {
	return secure ? { ...ALWAYS, ...ON_HTTPS } : ALWAYS;
}

/** For what others may show inside their pages: it has no cookie, no script and no form, and its own policy says so. */
export function framedHeaders(secure: boolean): Readonly<Record<string, string>> {
	const { 'x-frame-options': _, ...rest } = safetyHeaders(secure);
	return { ...rest, 'cross-origin-resource-policy': 'cross-origin' };
}
