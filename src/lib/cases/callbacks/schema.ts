import * as v from 'valibot';
import { readNumber } from '#lib/platform/sms/number.ts';
import { clientId, closingCodes, id, words } from '../schema.ts';
import { TRIES } from './callback.ts';

/** What comes in. The message of each rule is a key of messages/callback (`fault.…`). */
const number = v.pipe(
	v.string('empty'),
	v.maxLength(60, 'length'),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const read = readNumber(dataset.value);
		if ('number' in read) return read.number;
		addIssue({ message: read.wrong });
		return NEVER;
	}),
);

/** Short: what there is to say is said on the phone. */
export const LONGEST_WISH = 500;

export const askSchema = v.object({
	startKey: clientId,
	number,
	window: v.pipe(v.string('window'), v.minLength(1, 'window'), v.maxLength(20, 'window')),
	language: v.pipe(v.string('language'), v.regex(/^[a-z]{2}$/, 'language')),
	topic: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^[\w-]{0,40}$/),
		v.transform((text) => text || null),
	),
	text: v.optional(v.union([v.literal(''), v.pipe(words, v.maxLength(LONGEST_WISH, 'too-long'))], 'too-long'), ''),
});
export type Asking = v.InferOutput<typeof askSchema>;

export const idSchema = v.object({ id });
/** `tries`: as many as she saw, so that a button pressed twice is one try. */
export const triedSchema = v.object({
	id,
	how: v.picklist(TRIES, 'how'),
	tries: v.pipe(v.string('how'), v.regex(/^\d{1,2}$/, 'how'), v.transform(Number)),
});

export const doneSchema = v.object({ id, ...closingCodes.entries });
