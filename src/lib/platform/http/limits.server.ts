import { createHmac, createSecretKey } from 'node:crypto';
import { instant, today } from '../clock.ts';
import { randomKey } from '../randomness.server.ts';

/**
 * Counts tries per source in memory, for a day at most. A source is a keyed hash whose key is new every day and never
 * leaves this process, so no address is stored or logged anywhere.
 */
export type Limit = { readonly tries: number; readonly perMs: number };

type Bucket = { tokens: number; at: number };
const buckets = new Map<string, Bucket>();
const LARGEST = 50_000;
let key = newKey('');

/** The address as a daily pseudonym; IPv6 by its /56, so that one household is one source. */
export function sourceOf(address: string): string {
	if (key.day !== today()) {
		key = newKey(today());
		buckets.clear();
	}
	const block = address.includes(':') ? address.split(':').slice(0, 4).join(':').slice(0, -2) : address;
	return createHmac('sha256', key.secret).update(block).digest('base64url').slice(0, 22);
}

/** Takes one try from the source's bucket; gives 0, or the seconds after which the next try is free. */
export function secondsToWait(name: string, source: string, limit: Limit): number {
	const id = `${name}:${source}`;
	const bucket = refill(buckets.get(id), limit);
	if (buckets.size >= LARGEST && !buckets.has(id)) forgetOldest();
	buckets.set(id, bucket);
	if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * limit.perMs) / limit.tries / 1_000);
	bucket.tokens -= 1;
	return 0;
}

/** A key that is made once: of plain bytes one is made for each hash, which takes four times as long. */
function newKey(day: string) {
	return { day, secret: createSecretKey(randomKey()) };
}

function refill(bucket: Bucket | undefined, limit: Limit): Bucket {
	const at = instant();
	if (!bucket) return { tokens: limit.tries, at };
	const gained = (Math.max(0, at - bucket.at) / limit.perMs) * limit.tries;
	return { tokens: Math.min(limit.tries, bucket.tokens + gained), at };
}

function forgetOldest(): void {
	const oldest = buckets.keys().next();
	if (!oldest.done) buckets.delete(oldest.value);
}
