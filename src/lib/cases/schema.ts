import * as v from 'valibot';
import { AGE_BANDS, GENDERS, OUTCOMES, REFERRALS } from './codes.ts';
import { LONGEST_ENTRY } from './entries/entry.ts';

/** Shapes of what comes in. The message of each rule is a key of messages/contact (`fault.…`). */
export const id = v.pipe(v.string('missing'), v.uuid('missing'));

/** Made with the form: what is sent twice is one. Room is left for what hangs on it. */
export const clientId = v.pipe(v.string('key'), v.regex(/^[\w-]{8,56}$/, 'key'));

/** Lone surrogates and NUL cannot be stored as they are. */
const cleaned = v.pipe(
	v.string('text'),
	v.transform((text) => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()),
);
export const words = v.pipe(cleaned, v.minLength(1, 'empty'), v.maxLength(LONGEST_ENTRY, 'too-long'));
export const wordsOrNone = v.optional(v.pipe(cleaned, v.maxLength(LONGEST_ENTRY, 'too-long')), '');

/** A box that is ticked is sent, one that is not is missing. */
export const tick = v.pipe(
	v.optional(v.string(), ''),
	v.transform((sent) => sent !== ''),
);

/** One of the codes, or nothing: an empty field is no answer. */
export const codeOrNone = <const Codes extends readonly string[]>(codes: Codes, fault: string) =>
	v.pipe(
		v.nullish(v.string(fault), ''),
		v.transform((text) => text || null),
		v.nullable(v.picklist(codes, fault)),
	);

/** Something with an id, or nothing. Whether there is such a thing is asked afterwards. */
export const slugOrNone = v.pipe(
	v.nullish(v.string(), ''),
	v.maxLength(80),
	v.transform((text) => text || null),
);

const digits = v.pipe(v.string(), v.trim(), v.regex(/^\d{1,4}$/, 'minutes'), v.transform(Number));

/** The codes of a closing, wherever it is made or mended: a form sends texts, the console numbers and nothings. */
export const closingCodes = v.object({
	topic: v.pipe(v.string('topic'), v.minLength(1, 'topic'), v.maxLength(40, 'topic')),
	serviceId: slugOrNone,
	outcome: v.picklist(OUTCOMES, 'outcome'),
	minutes: v.pipe(
		v.optional(v.union([v.number(), digits], 'minutes'), ''),
		v.integer('minutes'),
		v.minValue(0, 'minutes'),
		v.maxValue(1_440, 'minutes'),
	),
	ageBand: codeOrNone(AGE_BANDS, 'age'),
	gender: codeOrNone(GENDERS, 'gender'),
	/** `guide#step`. */
	stuckAt: v.pipe(
		v.nullish(v.string('stuckAt'), ''),
		v.transform((text) => text || null),
		v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,80}#[\w-]{1,60}$/, 'stuckAt'))),
	),
	referredTo: codeOrNone(REFERRALS, 'referral'),
	guideMissing: v.optional(v.union([v.boolean(), tick]), false),
});
