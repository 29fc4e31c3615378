import * as v from 'valibot';
import { LONGEST_POST } from './post.ts';

/** Shapes that the commands of the board share. Messages are codes: see messages/board. */
export const id = v.pipe(v.string('missing'), v.uuid('missing'));
export const clientId = v.pipe(v.string('missing'), v.regex(/^[\w-]{8,64}$/, 'missing'));
export const number = v.pipe(v.string('missing'), v.regex(/^\d{1,6}$/, 'missing'), v.transform(Number));
export const lang = v.pipe(v.string('lang'), v.regex(/^[a-z]{2}$/, 'lang'));
/** An empty choice of a form is none. */
export const choice = v.optional(
	v.pipe(
		v.string(),
		v.maxLength(80),
		v.transform((value) => value || null),
	),
	'',
);
/** Lone surrogates and NUL cannot be stored. */
export const words = v.pipe(
	v.string('empty'),
	v.transform((text) => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()),
	v.minLength(1, 'empty'),
	v.maxLength(LONGEST_POST, 'long'),
);

const HIDDEN = v.picklist(['hetu', 'iban', 'card', 'code']);
/** What the page between has hidden: the words do not show it any more. */
export const alreadyHidden = v.optional(
	v.pipe(
		v.string(),
		v.maxLength(40),
		v.transform((kinds) => kinds.split(',').filter((kind) => v.is(HIDDEN, kind))),
	),
	'',
);
