import * as v from 'valibot';
import { HOUR_WORKS, QUARTERS_A_DAY, quartersOf, REASONS } from './entry.ts';
import { isDay } from './months.ts';

/** What comes in. The message of each rule is a key of messages/hours (`fault.…`). */
const id = v.pipe(v.string('missing'), v.uuid('missing'));
const day = v.pipe(v.string('day'), v.check(isDay, 'day'));

/** Hours and minutes, each as it was typed: an empty field is none. */
const hours = v.pipe(v.optional(v.string('hours'), ''), v.trim(), v.regex(/^\d{0,2}$/, 'hours'), v.transform(Number));
const minutes = v.pipe(
	v.optional(v.string('minutes'), ''),
	v.trim(),
	v.regex(/^[0-5]?\d?$/, 'minutes'),
	v.transform(Number),
);

type Typed = { readonly hours: number; readonly minutes: number };

const minutesIn = (typed: Typed): number => typed.hours * 60 + typed.minutes;
const isSome = (typed: Typed): boolean => minutesIn(typed) > 0;
const fitsADay = (typed: Typed): boolean => minutesIn(typed) <= QUARTERS_A_DAY * 15;

export const logSchema = v.pipe(
	v.object({
		...{ day, hours, minutes },
		work: v.picklist(HOUR_WORKS, 'work'),
		/** Of several; the first of hers when it is left out. */
		organisation: v.optional(v.string('organisation'), ''),
		/** Made with the form: sent twice it is one. */
		clientId: v.pipe(v.string('key'), v.regex(/^[\w-]{8,56}$/, 'key')),
	}),
	v.forward(v.partialCheck([['hours'], ['minutes']], isSome, 'hours'), ['hours']),
	v.forward(v.partialCheck([['hours'], ['minutes']], fitsADay, 'too-many'), ['hours']),
	v.transform((given) => ({ ...given, quarters: quartersOf(minutesIn(given)) })),
);

export const idSchema = v.object({ id });

/** As many as stand on one page. */
const MOST = 200;

/** A line of a plan as `project/line`; empty: none but the one that the desk or the series has. */
const line = v.pipe(
	v.optional(v.string('line'), ''),
	v.regex(/^([\w-]{1,80}\/[\w-]{1,80})?$/, 'line'),
	v.transform((given) => {
		const [projectId = '', planLine = ''] = given.split('/');
		return projectId === '' ? null : { projectId, planLine };
	}),
);

export const confirmSchema = v.object({
	ids: v.pipe(
		v.array(id, 'ids'),
		v.minLength(1, 'ids'),
		v.maxLength(MOST, 'ids'),
		v.transform((given) => [...new Set(given)]),
	),
	line,
});

export const rejectSchema = v.pipe(
	v.object({ ...{ id, hours, minutes }, reason: v.picklist(REASONS, 'reason') }),
	v.forward(v.partialCheck([['hours'], ['minutes']], fitsADay, 'too-many'), ['hours']),
	v.forward(
		v.check((given) => given.reason !== 'length' || isSome(given), 'hours'),
		['hours'],
	),
	v.transform((given) => ({
		...given,
		proposedQuarters: given.reason === 'length' ? quartersOf(minutesIn(given)) : null,
	})),
);

export const presenceSchema = v.object({ id, presence: v.picklist(['came', 'absent'], 'presence') });
