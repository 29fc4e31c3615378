import * as v from 'valibot';
import { type Contact, readContact, severalOf, SPOKEN } from '../people/schema.ts';
import { WORKS } from '../people/volunteer.ts';
import { ANSWERS } from './application.ts';

/** What comes in. The message of each rule is a key of messages/volunteers (`fault.…`). */
export const LONGEST_TEXT = 1_000;

/** What one may wish for before one knows the work; hours of learning and of the way come by themselves. */
export const WISHES = WORKS.filter((work) => work !== 'training' && work !== 'travel');

const token = v.pipe(v.string('token'), v.regex(/^[\w-]{22}$/, 'token'));

export const applySchema = v.object({
	clientId: v.pipe(v.string('again'), v.regex(/^[\w-]{32,64}$/, 'again')),
	organisationId: v.pipe(v.string('organisation'), v.minLength(1, 'organisation'), v.maxLength(60, 'organisation')),
	language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
	name: v.pipe(v.string('name'), v.transform(tidied), v.minLength(1, 'name'), v.maxLength(40, 'long')),
	contact: v.pipe(v.string('contact'), v.maxLength(254, 'contact'), v.rawTransform(reached)),
	languages: v.pipe(severalOf(SPOKEN), v.minLength(1, 'languages')),
	works: severalOf(WISHES),
	text: v.optional(v.pipe(v.string(), v.transform(lined), v.maxLength(LONGEST_TEXT, 'text')), ''),
});
export type Applying = v.InferOutput<typeof applySchema>;

export const tokenSchema = v.object({ token });

const id = v.pipe(v.string(), v.uuid());
export const stepSchema = v.object({ id, to: v.picklist(['interview', 'training'], 'state') });
export const declineSchema = v.object({ id, answer: v.picklist(ANSWERS, 'answer') });
export const acceptSchema = v.object({ id, shortName: v.string(), chosenName: v.string() });

/** One field for both: an address has an `@`, a number has none. */
function reached({ dataset: { value }, addIssue, NEVER }: v.RawTransformContext<string>): Contact {
	const contact = tidied(value);
	const read = readContact({ reachedBy: contact.includes('@') ? 'email' : 'sms', contact });
	if (!('wrong' in read)) return read;
	addIssue({ message: read.wrong });
	return NEVER;
}

function tidied(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\p{C}\s]+/gu, ' ')
		.trim();
}

/** As she wrote it, with its lines. */
function lined(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{C}\n]+/gu, ' ')
		.trim();
}
