import * as v from 'valibot';
import type { Wanted } from './shown.ts';

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(60));
const entries = {
	organisation: v.optional(name),
	place: v.optional(name),
	series: v.optional(name),
	language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/))),
	day: v.optional(v.pipe(v.string(), v.isoDate())),
};

/** What is asked for in an address; or the sentence that says what is wrong with it. */
export function wantedOf(query: URLSearchParams): Wanted | string {
	const asked = Object.fromEntries(Object.keys(entries).map((key) => [key, query.get(key) || undefined]));
	const read = v.safeParse(v.object(entries), asked);
	return read.success ? read.output : `${v.getDotPath(read.issues[0])} is not written as it should be.`;
}
