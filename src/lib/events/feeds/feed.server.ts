import { createHash } from 'node:crypto';
import type { Shown } from './shown.ts';

/** A feed as it goes out. */
export type Feed = { readonly body: string | Buffer; readonly etag: string; readonly changedAt: Date };

/** So many different questions are remembered, of whoever asks. */
const MOST_KEPT = 200;
let kept = { revision: '', feeds: new Map<string, Feed>() };

/** Other programs ask for the same again and again: it is made once for each state of the calendar. */
export async function keptFeed(shown: Shown, key: string, make: () => string | Promise<Buffer>): Promise<Feed> {
	if (kept.revision !== shown.revision) kept = { revision: shown.revision, feeds: new Map() };
	const { feeds } = kept;
	const known = feeds.get(key);
	if (known) return known;
	const feed = feedFrom(shown, await make());
	if (feeds.size >= MOST_KEPT) feeds.delete(feeds.keys().next().value ?? '');
	feeds.set(key, feed);
	return feed;
}

export function feedFrom(shown: Shown, body: string | Buffer): Feed {
	const hash = createHash('sha256').update(body).digest('base64url');
	return { body, etag: `"${hash.slice(0, 22)}"`, changedAt: changedAt(shown) };
}

/** What is asked of a feed: the request, its address, and in which language. */
export type Call = { readonly request: Request; readonly url: URL; readonly lang: string };

/** The whole answer, or only that nothing has changed. */
export function answerWith(
	request: Request,
	{ body, etag, changedAt }: Feed,
	headers: Record<string, string>,
): Response {
	const all = { ...OPEN, etag, 'last-modified': changedAt.toUTCString(), ...headers };
	if (isKnown(request.headers, etag)) return new Response(null, { status: 304, headers: all });
	return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: all });
}

/** One plain sentence for whoever wrote the program that asked. */
export function refuse(status: 400 | 404, error: string): Response {
	return Response.json({ error }, { status, headers: OPEN });
}

/** Anybody's software may ask, from any page: there is nothing here but what the site shows to all. */
const OPEN = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };

function isKnown(headers: Headers, etag: string): boolean {
	return (headers.get('if-none-match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

function changedAt({ calendar: { series, occurrences } }: Shown): Date {
	const moments = [...series.values(), ...occurrences].map((one) => one.changedAt.getTime());
	return new Date(moments.reduce((latest, one) => Math.max(latest, one), 0));
}
