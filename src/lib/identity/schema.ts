import * as v from 'valibot';
import { ROLES } from './account.ts';

/** The shapes of what people type. Messages are codes that the catalogue turns into sentences. */
const LONGEST_INPUT = 400;

const SHORT_NAME = /^[a-z0-9][a-z0-9.-]{1,39}$/;

export const shortNameSchema = v.pipe(
	v.string('short-name'),
	v.trim(),
	v.toLowerCase(),
	v.regex(SHORT_NAME, 'short-name'),
);

const typed = v.pipe(v.string(), v.maxLength(LONGEST_INPUT));
const code = v.pipe(
	typed,
	v.transform((text) => text.replace(/\s/g, '')),
	v.regex(/^\d{6}$/, 'code'),
);

/** Nothing typed at sign-in is refused for its shape: whatever is wrong gets the same answer. */
export const signInSchema = v.object({
	shortName: v.fallback(shortNameSchema, '-'),
	password: typed,
	code: v.pipe(
		typed,
		v.transform((text) => text.replace(/\s/g, '')),
	),
});

const chosenName = v.pipe(
	v.string('chosen-name'),
	v.trim(),
	v.minLength(1, 'chosen-name'),
	v.maxLength(40, 'chosen-name'),
	v.regex(/^[^\p{C}]*$/u, 'chosen-name'),
);
const language = v.pipe(v.string('language'), v.regex(/^[a-z]{2,3}$/, 'language'));

export const newAccountSchema = v.object({
	shortName: shortNameSchema,
	chosenName,
	language,
	organisationId: v.pipe(v.string('organisation'), v.minLength(1, 'organisation')),
	role: v.picklist(ROLES, 'role'),
});
export type NewAccount = v.InferOutput<typeof newAccountSchema>;

export const chosenNameSchema = v.object({ chosenName });

export const accountIdSchema = v.object({ id: v.pipe(v.string(), v.uuid()) });

export const passwordSchema = v.pipe(
	v.object({ password: typed, again: typed }),
	v.forward(
		v.partialCheck([['password'], ['again']], ({ password, again }) => password === again, 'differ'),
		['again'],
	),
);

export const codeSchema = v.object({ code });
