import * as v from 'valibot';
import { id } from '../shifts/schema.ts';
import { SIGN_UPS } from '../shifts/shift.ts';
import { SPOKEN } from '../people/schema.ts';
import { QUALIFICATIONS, WORKS } from '../people/volunteer.ts';

/** What comes in from forms. The message of each rule is a key of messages/shifts (`fault.…`). */
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const time = v.pipe(v.string('time'), v.regex(TIME, 'time'));
const day = v.pipe(v.string('day'), v.isoDate('day'));
const none = v.pipe(
	v.literal(''),
	v.transform(() => null),
);
const several = <Schema extends v.GenericSchema<string, string>>(one: Schema) => v.pipe(v.array(one), v.maxLength(12));

export const wanted = {
	work: v.picklist(WORKS, 'work'),
	places: v.pipe(
		v.string('places'),
		v.regex(/^\d{1,2}$/, 'places'),
		v.transform(Number),
		v.minValue(1, 'places'),
		v.maxValue(20, 'places'),
	),
	languages: several(v.picklist(SPOKEN, 'language')),
	qualifications: several(v.picklist(QUALIFICATIONS, 'qualification')),
	signUp: v.picklist(SIGN_UPS, 'signUp'),
};

/** Where there are none, as at a date of the calendar, nothing is sent. */
export const times = {
	starts: v.optional(v.union([time, none], 'time'), ''),
	ends: v.optional(v.union([time, none], 'time'), ''),
};

/** `series/…` or `desk/…`; of a desk with a weekday and times. */
const place = v.pipe(v.string('at'), v.regex(/^(series|desk)\/[\w-]{1,120}$/, 'at'));
const weekday = v.optional(v.union([v.pipe(v.string(), v.regex(/^[1-7]$/), v.transform(Number)), none], 'weekday'), '');
const until = v.optional(v.union([day, none], 'day'), '');

export const newNeedSchema = v.object({ id, at: place, ...wanted, ...times, weekday, until });

/** What is done with shifts that people have: nothing was said yet; they stay as they are; they go along. */
const along = v.optional(v.picklist(['', 'leave', 'change']), '');
export const changeNeedSchema = v.object({ id, ...wanted, ...times, weekday, until, along });
export const endNeedSchema = v.object({ id, along });

/** `date/…` or `desk/…`; of a desk with a day and times. */
const where = v.pipe(v.string('at'), v.regex(/^(date|desk)\/[\w-]{1,120}$/, 'at'));
export const newShiftSchema = v.object({
	id,
	at: where,
	...wanted,
	...times,
	day: v.optional(v.union([day, none], 'day'), ''),
});
export const changeShiftSchema = v.object({
	shift: id,
	...wanted,
	...times,
	day: v.optional(v.union([day, none], 'day'), ''),
});
