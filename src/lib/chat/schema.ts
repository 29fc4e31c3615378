import * as v from 'valibot';
import { LONGEST_TEXT } from './conversation.ts';
import { renderingOf } from './interpreting/schema.ts';

/** Shapes of what comes in. The message of each rule is a key of messages/chat (`error.…`). */
const id = v.pipe(v.string(), v.uuid('missing'));
const key = v.pipe(v.string('no-key'), v.regex(/^[\w-]{8,64}$/, 'no-key'));

/** Lone surrogates and NUL cannot be stored as they are; other control marks are left to the reader's eye. */
const words = v.pipe(
	v.string('empty'),
	v.transform((text) => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()),
	v.minLength(1, 'empty'),
	v.maxLength(LONGEST_TEXT, 'too-long'),
);

/** What the browser, or the page between, has hidden before: the words do not show it any more. */
const alreadyHidden = v.optional(v.array(v.picklist(['hetu', 'iban', 'card', 'code'])), []);

/** She has seen what looked like a code, and says that it is none. */
const notSecret = v.optional(v.boolean(), false);

export const openSchema = v.object({
	alreadyHidden,
	notSecret,
	startKey: key,
	text: words,
	language: v.pipe(v.string(), v.maxLength(8)),
	kind: v.picklist(['chat', 'question', 'accessibility']),
	page: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\/[\w\-/.]{0,200}(#[\w-]{1,60})?$/))), null),
});

export const sendSchema = v.object({ clientId: key, text: words, alreadyHidden, notSecret });
export const idSchema = v.object({ id });
const seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const slug = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/));
const card = v.object({ kind: v.picklist(['service', 'guide', 'step']), id: slug, step: v.optional(slug) });
const language = v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'language')));
export const answerSchema = v.object({ id, clientId: key, text: words, after: v.optional(seq), language });
/** A message in another language. */
export const renderingSchema = v.object({ id, clientId: key, text: words, rendering: renderingOf });
/** A card of the site instead of a text. */
export const cardAnswerSchema = v.object({ id, clientId: key, card, after: v.optional(seq) });
export const noteSchema = v.object({ id, clientId: key, text: words, unsure: v.optional(v.boolean(), false) });
export const doubtAnswerSchema = v.object({ id, clientId: key, text: words, aboutNumber: seq });
export const draftSchema = v.object({
	id,
	text: v.pipe(v.string(), v.maxLength(LONGEST_TEXT * 2, 'too-long')),
	after: seq,
});
export const offerSchema = v.object({
	id,
	clientId: key,
	text: words,
	toAccount: v.optional(v.nullable(v.pipe(v.string(), v.uuid('to'))), null),
	toDesk: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(60))), null),
	/** What it is about, in a word that another organisation may read. */
	topic: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40))), null),
});
/** `to`: the organisation that she was asked about. */
export const consentSchema = v.object({ answer: v.picklist(['yes', 'no']), to: v.pipe(v.string(), v.maxLength(80)) });
export const declineSchema = v.object({ id, clientId: key, text: v.optional(words) });
export const seqSchema = v.object({ seq });
export const pictureSchema = v.object({ clientId: key });
export const removePictureSchema = v.object({ id, seq });
