import * as v from 'valibot';

/** Shapes of what comes in for interpreting. The message of each rule is a key of messages/chat (`error.…`). */
const id = v.pipe(v.string(), v.uuid('missing'));
const language = v.pipe(v.string('language'), v.regex(/^[a-z]{2}$/, 'language'));

const name = (longest: number) =>
	v.pipe(
		v.string('office'),
		v.transform((text) =>
			text
				.toWellFormed()
				.replaceAll(/[\p{C}\s]+/gu, ' ')
				.trim(),
		),
		v.maxLength(longest, 'long-name'),
	);

export const inviteSchema = v.object({ id, language, seesAll: v.optional(v.boolean(), false) });

/** A link as it was given, or as it was copied out of a letter: what follows the mark is the secret. */
const link = v.pipe(
	v.string('unknown-link'),
	v.transform((text) => text.trim().split('#').at(-1) ?? ''),
	v.regex(/^[\w-]{43}$/, 'unknown-link'),
);
export const enterSchema = v.object({
	link,
	office: v.pipe(name(80), v.minLength(2, 'office')),
	name: v.optional(name(60), ''),
	browser: v.pipe(v.string('no-cookie'), v.regex(/^[\w-]{43}$/, 'no-cookie')),
});

const seq = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000));
export const draftSchema = v.object({ id, seq, language });
export const renderingOf = v.object({ seq, language, isDraft: v.optional(v.boolean(), false) });
