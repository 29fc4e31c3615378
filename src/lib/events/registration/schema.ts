import * as v from 'valibot';
import { isMailAddress } from '#lib/platform/mail/place.ts';
import { readNumber } from '#lib/platform/sms/number.ts';
import { NEEDS, REACHED_BY } from './registration.ts';

/** What comes in. The message of each rule is a key of messages/registration (`fault.…`). */
export const MOST_BY_HERSELF = 6;
const LONGEST_NAME = 40;

const token = v.pipe(v.string('token'), v.regex(/^[\w-]{22}$/, 'token'));

export const askSchema = v.object({
	clientId: v.pipe(v.string('again'), v.regex(/^[\w-]{32,64}$/, 'again')),
	series: v.pipe(v.string(), v.maxLength(60)),
	day: v.pipe(v.string(), v.isoDate()),
	seats: v.optional(
		v.pipe(
			v.string('seats'),
			v.regex(/^\d$/, 'seats'),
			v.transform(Number),
			v.minValue(1, 'seats'),
			v.maxValue(MOST_BY_HERSELF, 'seats'),
		),
		'1',
	),
	/** The moment at which a part of a counselling day begins. */
	slot: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.isoTimestamp())], 'slot'), ''),
	language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
});
export type Asking = v.InferOutput<typeof askSchema>;

export const confirmSchema = v.pipe(
	v.object({
		token,
		name: v.optional(v.pipe(v.string(), v.transform(tidied), v.maxLength(LONGEST_NAME, 'long')), ''),
		reachedBy: v.optional(v.picklist(REACHED_BY, 'reached'), 'none'),
		/** A number, where she is reached by one; an address, where by that. */
		number: v.optional(v.pipe(v.string(), v.maxLength(60, 'length')), ''),
		email: v.optional(v.pipe(v.string(), v.maxLength(254, 'address'), v.transform(tidied)), ''),
		needs: v.pipe(
			v.optional(v.array(v.picklist(NEEDS)), []),
			v.transform((needs) => [...new Set(needs)]),
		),
	}),
	v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
		const contact = contactOf(value);
		if (!('wrong' in contact)) return { ...value, contact: contact.contact };
		const path = {
			type: 'object',
			origin: 'value',
			input: value,
			key: contact.field,
			value: value[contact.field],
		} as const;
		addIssue({ message: contact.wrong, path: [path] });
		return NEVER;
	}),
);
export type Confirming = v.InferOutput<typeof confirmSchema>;

export const tokenSchema = v.object({ token });
/** `keeps`: how many of them come all the same. */
export const cancelSchema = v.object({
	token,
	keeps: v.optional(v.pipe(v.string(), v.regex(/^\d?$/, 'seats'), v.transform(Number)), '0'),
});

type Given = { readonly reachedBy: string; readonly number: string; readonly email: string };
type Contact = { readonly contact: string } | { readonly wrong: string; readonly field: 'number' | 'email' };

/** Only what she chose is taken: a number typed before she chose otherwise is nobody's business. */
function contactOf({ reachedBy, number, email }: Given): Contact {
	if (reachedBy === 'none') return { contact: '' };
	if (reachedBy === 'email') return isMailAddress(email) ? { contact: email } : { wrong: 'address', field: 'email' };
	const read = readNumber(number);
	return 'number' in read ? { contact: read.number } : { wrong: read.wrong, field: 'number' };
}

function tidied(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\p{C}\s]+/gu, ' ')
		.trim();
}
