/**
 * May this request change something? Only when the browser says that it comes from a page of ours (P25). A request
 * that names no origin at all is refused too: it is answered by a page that says what to do.
 */
export type Provenance = { method: string; origin: string; headers: { get(name: string): string | null } };

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isOurOwn({ method, origin, headers }: Provenance): boolean {
	if (SAFE.has(method)) return true;
	const site = headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin') return false;
	const from = headers.get('origin');
	if (from !== null) return from === origin;
	return site === 'same-origin' || originOf(headers.get('referer')) === origin;
}

function originOf(address: string | null): string | null {
	try {
		return address === null ? null : new URL(address).origin;
	} catch {
		return null;
	}
}
