import * as v from 'valibot';
import { mask } from '#lib/privacy/index.ts';
import { CAUSES } from '../event.ts';
import { MATERIALS_NOTES } from './closing.ts';
import { HEAD_CODES, METHODS, type Told } from './headcount.ts';

/** What comes in. The message of each rule is a key of messages/headcount (`fault.…`). */
const MOST = 5_000;
const id = v.pipe(v.string('missing'), v.uuid('missing'));
const slug = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/));
const people = v.pipe(
	v.string('number'),
	v.trim(),
	v.regex(/^\d{1,4}$/, 'number'),
	v.transform(Number),
	v.maxValue(MOST, 'number'),
);
/** An empty field is nothing said, which is not nobody. */
const peopleOrNot = v.optional(v.union([people, nothing()], 'number'), '');
const words = (longest: number) =>
	v.pipe(
		v.optional(v.string('words'), ''),
		v.transform((text) => mask(text.toWellFormed().replaceAll('\u0000', '').trim()).text),
		v.maxLength(longest, 'words'),
	);
const oneOf = <const Codes extends readonly string[]>(codes: Codes, fault: string) =>
	v.optional(v.union([v.picklist(codes), nothing()], fault), '');

const DIMENSIONS = ['age', 'language', 'gender'] as const;
type Folded = (typeof DIMENSIONS)[number];
const fieldOf = (dimension: Folded, code: string): string => `${dimension}.${code}`;
const folded = Object.fromEntries(
	DIMENSIONS.flatMap((dimension) => HEAD_CODES[dimension].map((code) => [fieldOf(dimension, code), peopleOrNot])),
);

export const heldSchema = v.object({
	...folded,
	total: people,
	remote: peopleOrNot,
	firstTime: peopleOrNot,
	method: v.picklist(METHODS, 'method'),
	isSample: v.optional(v.string(), ''),
	topic1: v.optional(v.union([slug, nothing()], 'topic'), ''),
	topic2: v.optional(v.union([slug, nothing()], 'topic'), ''),
	helpers: v.optional(v.union([v.pipe(people, v.maxValue(200, 'number')), nothing()], 'number'), ''),
	unmet: peopleOrNot,
	materials: oneOf(MATERIALS_NOTES, 'materials'),
});

export const insteadSchema = v.object({
	cause: v.picklist(CAUSES, 'cause'),
	reason: words(300),
	replacedBy: v.optional(v.union([id, nothing()], 'instead'), ''),
	replacedByLine: v.optional(v.union([slug, nothing()], 'instead'), ''),
});

/** Which date, what she saw of it, what became of it; the rest follows from that. */
export const closeSchema = v.looseObject({
	occurrenceId: id,
	version: v.pipe(v.string('missing'), v.regex(/^\d{1,4}$/, 'missing'), v.transform(Number)),
	state: v.picklist(['held', 'cancelled', 'replaced'], 'state'),
	why: words(500),
	lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
	topics: v.array(v.string()),
	lines: v.array(v.string()),
});

export type Held = v.InferOutput<typeof heldSchema>;

export function toldIn(held: Held): Told {
	const given: Readonly<Record<string, unknown>> = held;
	const codesOf = (dimension: Folded): Record<string, number> => {
		const told = HEAD_CODES[dimension].map((code) => [code, given[fieldOf(dimension, code)]] as const);
		return Object.fromEntries(told.filter((one): one is [(typeof one)[0], number] => typeof one[1] === 'number'));
	};
	const { method, total, remote, firstTime } = held;
	return {
		...{ method, total, remote, firstTime, isSample: held.isSample !== '' },
		...{ age: codesOf('age'), language: codesOf('language'), gender: codesOf('gender') },
	};
}

function nothing() {
	return v.pipe(
		v.literal(''),
		v.transform(() => null),
	);
}
