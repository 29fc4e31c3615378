import * as v from 'valibot';

/** Shapes that the commands of editing share. Messages are codes: see messages/editor. */
export const lang = v.pipe(v.string('lang'), v.regex(/^[a-z]{2,3}(-easy)?$/, 'lang'));
export const id = v.pipe(v.string('missing'), v.regex(/^\d{1,18}$/, 'missing'));
export const note = v.pipe(v.string('note'), v.trim(), v.maxLength(500, 'long'));
export const saidWhy = v.pipe(note, v.nonEmpty('why'));
