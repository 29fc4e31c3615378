import * as v from 'valibot';
import { mask } from '#lib/privacy/index.ts';

/** Shapes that the commands of editing share. Messages are codes: see messages/editor. */
export const lang = v.pipe(v.string('lang'), v.regex(/^[a-z]{2,3}(-easy)?$/, 'lang'));
export const id = v.pipe(v.string('missing'), v.regex(/^\d{1,18}$/, 'missing'));
export const note = v.pipe(v.string('note'), v.trim(), v.maxLength(500, 'long'));
/** It stands in the audit for good, also where it says what should not have been seen. */
export const saidWhy = v.pipe(
	note,
	v.nonEmpty('why'),
	v.transform((text) => mask(text).text),
);
