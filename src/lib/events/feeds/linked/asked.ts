import * as v from 'valibot';
import { addDays, instantAt, now, today } from '#lib/platform/clock.ts';
import { KINDS } from './site.ts';

const DEFAULT_SIZE = '20';
const number = (largest: number) =>
	v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(1), v.maxValue(largest));
const list = v.pipe(
	v.string(),
	v.maxLength(1_000),
	v.transform((text) => text.split(',').map((id) => id.trim())),
);
const moment = (plus: number) =>
	v.pipe(
		v.string(),
		v.transform((text) => momentOf(text, plus)),
		v.date(),
	);
const entries = {
	/** Those that end after it; those that begin before it, or on that day. */
	...{ start: v.optional(moment(0)), end: v.optional(moment(1)) },
	...{ super_event: v.optional(list), super_event_type: v.optional(list), location: v.optional(list) },
	...{ keyword: v.optional(list), publisher: v.optional(list), in_language: v.optional(list) },
	...{ page: v.optional(number(999_999), '1'), page_size: v.optional(number(100), DEFAULT_SIZE) },
};

/** Which events a program asks for, as Linked Events has it; or which of its parameters is wrong. */
export type Asked = v.InferOutput<ReturnType<typeof schema>>;
const schema = () => v.object(entries);
export const isKind = v.picklist(KINDS);

export function askedOf(query: URLSearchParams): Asked | string {
	const asked = Object.fromEntries(Object.keys(entries).map((key) => [key, query.get(key) || undefined]));
	const language = query.get('language');
	const read = v.safeParse(schema(), language && !asked.in_language ? { ...asked, in_language: language } : asked);
	return read.success ? read.output : `${v.getDotPath(read.issues[0])} is not written as it should be.`;
}

/** A day, `today`, `now`, or a moment with its offset; the end of a day where it ends something. */
function momentOf(text: string, plus: number): Date | null {
	if (text === 'now') return now();
	const day = text === 'today' ? today() : text;
	if (isDay(day)) return instantAt(addDays(day, plus), '00:00');
	return v.is(v.pipe(v.string(), v.isoTimestamp()), text) ? new Date(text) : null;
}

/** One that is in the calendar. */
function isDay(text: string): boolean {
	return /^20\d\d-(0[1-9]|1[0-2])-\d\d$/.test(text) && Number(text.slice(8)) <= 31 && addDays(text, 0) === text;
}
