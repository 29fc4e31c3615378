import * as v from 'valibot';
import { MATERIAL_KINDS } from './material.ts';

/** What comes from the forms of materials. Messages are codes: see messages/materials. */
export const id = v.pipe(v.string('missing'), v.uuid('missing'));
const clientId = v.pipe(v.string('missing'), v.regex(/^[\w-]{8,64}$/, 'missing'));
const seriesId = v.pipe(
	v.string('missing'),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'missing'),
	v.maxLength(60, 'missing'),
);
const language = v.pipe(v.string('language'), v.regex(/^[a-z]{2}$/, 'language'));

/** Lone surrogates and NUL cannot be stored. */
const text = (most: number) =>
	v.pipe(
		v.optional(v.string('empty'), ''),
		v.transform((given) => given.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()),
		v.maxLength(most, 'long'),
	);
const words = (most: number) => v.pipe(text(most), v.minLength(1, 'empty'));
const orNone = (most: number) =>
	v.pipe(
		text(most),
		v.transform((given) => given || null),
	);
const idOrNone = v.pipe(orNone(36), v.nullable(id));
const dayOrNone = v.pipe(orNone(10), v.nullable(v.pipe(v.string(), v.isoDate('day'))));

/** A file as a form brought it, whatever it says of itself. */
export type Brought = { readonly bytes: Uint8Array };
const brought = v.custom<Brought>(
	(given) => typeof given === 'object' && given !== null && 'bytes' in given && given.bytes instanceof Uint8Array,
	'file',
);

export const materialSchema = v.object({
	...{ clientId, seriesId, language, occurrenceId: idOrNone, visibleFrom: dayOrNone },
	kind: v.picklist(MATERIAL_KINDS, 'kind'),
	title: text(160),
	url: v.pipe(orNone(500), v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s"<>]+$/, 'url')))),
	item: v.pipe(orNone(120), v.nullable(v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9-]+$/, 'item')))),
	file: v.nullish(brought, null),
});
export type TypedMaterial = v.InferOutput<typeof materialSchema>;

export const answerSchema = v.object({
	...{ clientId, seriesId, occurrenceId: id, language },
	...{ question: words(600), answer: words(4_000) },
});
