import * as v from 'valibot';
import { today } from '#lib/platform/clock.ts';
import { MODES } from '../../event.ts';
import type { Dated } from '../../public/calendar.ts';
import { chosen, type Shown } from '../shown.ts';
import { wantedOf } from '../wanted.ts';

const MOST = 500;
const day = v.pipe(v.string(), v.isoDate());
const entries = {
	/** Both days are within; without the first one, from today. */
	...{ from: v.optional(day), to: v.optional(day) },
	activity: v.optional(v.pipe(v.string(), v.maxLength(60))),
	mode: v.optional(v.picklist(MODES)),
	municipality: v.optional(v.pipe(v.string(), v.regex(/^\d{3}$/))),
	limit: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(MOST)),
		'100',
	),
};

/** The dates that a program asks for, in order of time; or the sentence that says what is wrong with its question. */
export function datesAsked(shown: Shown, query: URLSearchParams): Dated[] | string {
	const wanted = wantedOf(query);
	if (typeof wanted === 'string') return wanted;
	const given = Object.fromEntries(Object.keys(entries).map((key) => [key, query.get(key) || undefined]));
	const read = v.safeParse(v.object(entries), given);
	if (!read.success) return `${v.getDotPath(read.issues[0])} is not written as it should be.`;
	const { from = today(), to, limit } = read.output;
	return chosen(shown, wanted)
		.filter(({ date }) => from <= date.day && (to === undefined || date.day <= to))
		.filter((dated) => isAsked(shown, dated, read.output))
		.slice(0, limit);
}

type Filter = { activity?: string | undefined; mode?: string | undefined; municipality?: string | undefined };

function isAsked({ places }: Shown, { of, date }: Dated, { activity, mode, municipality }: Filter): boolean {
	const place = date.mode === 'online' ? undefined : places.get(date.placeId ?? '');
	return (
		(activity === undefined || of.activityId === activity) &&
		(mode === undefined || date.mode === mode) &&
		(municipality === undefined || place?.municipalityCode === municipality)
	);
}
