import * as v from 'valibot';
import { addDays, today } from '#lib/platform/clock.ts';
import { HAND_CHANNELS, NEEDS } from '../codes.ts';
import { clientId, closingCodes, codeOrNone, slugOrNone, tick, wordsOrNone } from '../schema.ts';

/** A visit that was written on paper may be recorded so many days later. */
const DAYS_BACK = 31;

const step = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.transform((text) => text || null),
	v.nullable(v.pipe(v.string(), v.regex(/^\d{1,4}$/, 'step'), v.transform(Number))),
);
const day = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text || today()),
	v.isoDate('day'),
	v.check((date) => date <= today() && date >= addDays(today(), -DAYS_BACK), 'day'),
);

export const contactSchema = v.object({
	clientId,
	caseId: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text || null),
		v.nullable(v.pipe(v.string(), v.uuid('missing'))),
	),
	deskId: v.pipe(v.string('desk'), v.minLength(1, 'desk'), v.maxLength(80)),
	channel: v.picklist(HAND_CHANNELS, 'channel'),
	placeId: slugOrNone,
	language: v.pipe(v.string('language'), v.regex(/^[a-z]{2,8}$/, 'language')),
	day,
	...v.omit(closingCodes, ['stuckAt']).entries,
	need: codeOrNone(NEEDS, 'need'),
	stuckGuide: slugOrNone,
	stuckStep: step,
	note: wordsOrNone,
	answer: wordsOrNone,
	/** She may come back: a case, and a code for her. */
	opensCase: tick,
	/** The case stays in the hand of whoever records. */
	staysInHand: tick,
});

export type TypedContact = v.InferOutput<typeof contactSchema>;
