import * as v from 'valibot';
import { isMailAddress } from '#lib/platform/mail/place.ts';
import { readNumber } from '#lib/platform/sms/number.ts';
import { mask } from '#lib/privacy/index.ts';
import { NEEDS, REACHED_BY, type ReachedBy } from '../registration/registration.ts';
import { ANSWERS } from './answers.ts';

/** What comes in. The message of each rule is a key of messages/people (`fault.…`). */
const id = v.pipe(v.string('missing'), v.uuid('missing'));

export const presenceSchema = v.object({
	id,
	presence: v.pipe(
		v.picklist(['came', 'absent', ''], 'presence'),
		v.transform((given) => given || null),
	),
});

/** `tries`: as many as she saw, so that a button pressed twice is one try. */
const tries = v.pipe(v.string('answer'), v.regex(/^\d{1,3}$/, 'answer'), v.transform(Number));
const answer = v.picklist(ANSWERS, 'answer');

export const callSchema = v.object({ id, answer, tries });

const LONGEST_NAME = 60;
/** A nickname; a number that must not be stored is hidden in it as everywhere. */
const name = v.pipe(
	v.optional(v.string('name'), ''),
	v.transform((text) => mask(text.toWellFormed().replace(/\s+/g, ' ').replaceAll('\u0000', '').trim()).text),
	v.maxLength(LONGEST_NAME, 'name'),
);

/** More than a family is a group, and groups are agreed on with the organiser. */
export const MOST_BY_HELPER = 20;
const seats = v.pipe(
	v.string('seats'),
	v.trim(),
	v.regex(/^\d{1,2}$/, 'seats'),
	v.transform(Number),
	v.minValue(1, 'seats'),
	v.maxValue(MOST_BY_HELPER, 'seats'),
);

const language = v.pipe(v.string('language'), v.regex(/^[a-z]{2}$/, 'language'));
const needs = v.pipe(
	v.array(v.picklist(NEEDS), 'needs'),
	v.transform((given) => [...new Set(given)]),
);
/** How she is reached is chosen; the number or the address belongs to that way, or there is none. */
const hers = {
	...{ name, seats, language, needs },
	reachedBy: v.picklist(REACHED_BY, 'reachedBy'),
	contact: v.optional(v.pipe(v.string('contact'), v.trim(), v.maxLength(254, 'contact')), ''),
};
export const changeSchema = v.object({ ...hers, id });
export type Changing = v.InferOutput<typeof changeSchema>;

export const bookSchema = v.object({
	...hers,
	date: id,
	/** Made with the form: sent twice it is one. */
	clientId: v.pipe(v.string('key'), v.regex(/^[\w-]{8,56}$/, 'key')),
	slotId: v.pipe(
		v.optional(v.union([v.literal(''), id], 'slot'), ''),
		v.transform((given) => given || null),
	),
	bookedBy: v.picklist(['helper', 'phone'], 'bookedBy'),
});
export type Booking = v.InferOutput<typeof bookSchema>;

export const idSchema = v.object({ id });
export const moveSchema = v.object({ id, to: id });

type Given = { readonly reachedBy: ReachedBy; readonly contact: string };

/** The contact as it is kept, or what is wrong with it. A number typed before another way was chosen is not taken. */
export function readContact({ reachedBy, contact }: Given): { contact: string } | { wrong: string } {
	if (reachedBy === 'none') return { contact: '' };
	if (reachedBy === 'email') return isMailAddress(contact) ? { contact } : { wrong: 'email' };
	const read = readNumber(contact);
	return 'number' in read ? { contact: read.number } : { wrong: read.wrong };
}
