import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { instant } from '../clock.ts';
import { isPublicAddress } from './outboundAddress.server.ts';
import {
	ForbiddenAddress,
	getOverTheNet,
	type OutboundAnswer,
	type OutboundRequest,
} from './outboundTransport.server.ts';

/**
 * The only way in which the site calls an address that somebody wrote into a text (P28). It never reaches into the
 * network the site stands in: names are resolved here, every address is judged, the connection goes to a judged one, and
 * each redirect begins from the beginning. No cookies, no referrer.
 */
export type Outside = {
	readonly resolve: (host: string) => Promise<readonly string[]>;
	readonly transport: (request: OutboundRequest) => Promise<OutboundAnswer>;
	/** Holds a request back until its host may be asked; waiting does not count as the host's time. */
	readonly inTurn: <T>(host: string, work: () => Promise<T>) => Promise<T>;
	/** How the site calls itself to others. */
	readonly agent: string;
	readonly longestMs: number;
};

export type Answered = { readonly status: number; readonly url: string; readonly body: Buffer };
/** address, private: we do not call such; the others: nobody answered, or not properly. */
export type Unanswered = {
	readonly failed: 'address' | 'private' | 'redirects' | 'name' | 'time' | 'connection' | 'certificate';
};

const MOST_REDIRECTS = 5;
const MOST_BYTES = 256 * 1_024;
const MOST_ADDRESSES = 3;

export const OUTSIDE: Outside = {
	resolve: async (host) => (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address),
	transport: getOverTheNet,
	inTurn: (_, work) => work(),
	agent: 'Silta',
	longestMs: 10_000,
};

/** The page at an address, at most 256 KB of it, after at most five redirects and ten seconds of network. */
export async function fetchOutside(address: string, outside: Outside = OUTSIDE): Promise<Answered | Unanswered> {
	let left = outside.longestMs;
	let at = address;
	for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
		const url = permitted(at);
		if (!url) return { failed: 'address' };
		const answer = await outside.inTurn(url.hostname, async () => {
			const begun = instant();
			const given = await once(url, outside, left);
			left -= instant() - begun;
			return given;
		});
		if ('failed' in answer) return answer;
		const next = redirectOf(answer, url);
		if (next === null) return { status: answer.status, url: url.href, body: answer.body };
		at = next;
	}
	return { failed: 'redirects' };
}

/** Web addresses on their usual ports, without a name and password in them. */
function permitted(address: string): URL | null {
	const url = URL.parse(address);
	if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) return null;
	return ['', '80', '443'].includes(url.port) ? url : null;
}

async function once(url: URL, outside: Outside, left: number): Promise<OutboundAnswer | Unanswered> {
	if (left <= 0) return { failed: 'time' };
	const signal = AbortSignal.timeout(left);
	try {
		const addresses = await before(signal, addressesOf(url, outside));
		if (addresses.length === 0) return { failed: 'name' };
		if (!addresses.every(isPublicAddress)) return { failed: 'private' };
		const request = { url, addresses: addresses.slice(0, MOST_ADDRESSES), headers: headersOf(outside), signal };
		return await before(signal, outside.transport({ ...request, mostBytes: MOST_BYTES, mayConnect: isPublicAddress }));
	} catch (error) {
		return { failed: signal.aborted ? 'time' : reasonOf(error) };
	}
}

async function addressesOf({ hostname }: URL, { resolve }: Outside): Promise<readonly string[]> {
	const bare = hostname.replace(/^\[|\]$/g, '');
	return isIP(bare) ? [bare] : resolve(hostname);
}

/** The resolver of the system cannot be called off, so it is left behind. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => reject(new Error('out of time')), { once: true });
		work.then(resolve, reject);
	});
}

function headersOf({ agent }: Outside): Record<string, string> {
	return {
		'user-agent': agent,
		accept: 'text/html,*/*;q=0.5',
		// The same language each time, so that a page is compared with itself.
		'accept-language': 'fi,en;q=0.5',
		'accept-encoding': 'identity',
		range: `bytes=0-${MOST_BYTES - 1}`,
	};
}

function redirectOf({ status, location }: OutboundAnswer, from: URL): string | null {
	if (![301, 302, 303, 307, 308].includes(status) || !location) return null;
	return URL.parse(location, from)?.href ?? location;
}

function reasonOf(error: unknown): Unanswered['failed'] {
	if (error instanceof ForbiddenAddress) return 'private';
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'EAI_FAIL', 'EAI_NODATA'].includes(code)) return 'name';
	return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|^ERR_SSL/.test(code) ? 'certificate' : 'connection';
}
