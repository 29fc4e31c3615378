import * as v from 'valibot';
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
		v.optional(v.string(fault), ''),
		v.transform((text) => text || null),
		v.nullable(v.picklist(codes, fault)),
	);

/** Something with an id, or nothing. Whether there is such a thing is asked afterwards. */
export const slugOrNone = v.pipe(
	v.optional(v.string(), ''),
	v.maxLength(80),
	v.transform((text) => text || null),
);
