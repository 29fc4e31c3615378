import * as v from 'valibot';
import { plainText } from '../service.ts';
import { isWebAddress } from './about.ts';
import { ALIAS_KINDS, type Alias } from './alias.ts';
import {
	type Adaptation,
	type Block,
	BLOCK_KINDS,
	type Control,
	type Frame,
	ID,
	isItemKey,
	type ItemKey,
} from './item.ts';
import { KINDS, PARTS, RISKS, type SourceText, type TranslatedBlock, type Translation, type Words } from './item.ts';
import { CHECK_WAYS, type PublicItem } from './public.ts';

const LONGEST_TEXT = 1_500;
/** A transcript is one text; nothing else is long. */
const LONGEST_TRANSCRIPT = 60_000;
const MOST_BLOCKS = 120;

const string = v.string('text');
export const day = v.pipe(v.string('day'), v.isoDate('day'));
const shortText = v.pipe(string, v.trim(), v.maxLength(300, 'long'));
export const itemKey = v.custom<ItemKey>(isItemKey, 'key');

/** Text as it is stored: no markup of any kind but `[[fi:…]]`, no control characters, no line breaks. */
export const text = v.pipe(
	string,
	v.transform(tidy),
	v.maxLength(LONGEST_TRANSCRIPT, 'long'),
	v.check((value) => !/\[\[|\]\]/.test(plainText(value)), 'mark'),
);

function tidy(value: string): string {
	return value
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\ufeff\u202a-\u202e\u2066-\u2069]+/gu, ' ')
		.replace(/ {2,}/g, ' ')
		.trim();
}

const words: v.GenericSchema<unknown, Words> = v.strictObject(
	Object.fromEntries(PARTS.map((part) => [part, v.optional(text)])),
	'part',
);

const label = v.pipe(shortText, v.nonEmpty('empty'));
const control: v.GenericSchema<unknown, Control> = v.strictObject({
	fi: label,
	sv: v.optional(label),
	en: v.optional(label),
	seen: v.boolean('yes-or-no'),
});

const frame = {
	id: v.pipe(string, v.regex(ID, 'id'), v.maxLength(60, 'long')),
	kind: v.picklist(BLOCK_KINDS, 'kind'),
	control: v.optional(control),
	logic: v.optional(v.picklist(['then', 'or'], 'logic')),
	must: v.optional(v.picklist(['required', 'optional'], 'must')),
	minutes: v.optional(
		v.pipe(v.number('number'), v.integer('number'), v.minValue(1, 'number'), v.maxValue(600, 'number')),
	),
	doubtful: v.optional(v.boolean('yes-or-no')),
	picture: v.optional(v.pipe(string, v.regex(/^[a-z0-9]{16,64}$/, 'picture'))),
} satisfies { [Key in keyof Frame]-?: v.GenericSchema };

const block: v.GenericSchema<unknown, Block> = v.pipe(
	v.strictObject({ ...frame, words }, 'block'),
	v.check(({ kind, words }) => kind === 'transcript' || longest(words) <= LONGEST_TEXT, 'long'),
);

const blocks = v.pipe(
	v.array(block, 'blocks'),
	v.minLength(1, 'empty'),
	v.maxLength(MOST_BLOCKS, 'many'),
	v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'twice'),
	v.check((list) => list.some(({ kind, words }) => kind === 'title' && words.text), 'title'),
);

function longest(words: Words): number {
	return Math.max(0, ...Object.values(words).map((one) => one.length));
}

const about = v.pipe(
	v.record(string, v.unknown()),
	v.check(({ risk }) => risk === undefined || RISKS.some((one) => one === risk), 'risk'),
	v.check(({ url }) => url === undefined || isWebAddress(url), 'url'),
);

/** The texts of an item, as editors and files give them. Messages are codes: see messages/editor. */
export const sourceTextSchema: v.GenericSchema<unknown, SourceText> = v.strictObject({ about, blocks });

const translatedBlock: v.GenericSchema<unknown, TranslatedBlock> = v.strictObject({
	words,
	basedOn: string,
	made: v.picklist(['human', 'machine']),
});
export const translationSchema: v.GenericSchema<unknown, Translation> = v.strictObject({
	blocks: v.record(string, translatedBlock),
});
export const adaptationSchema: v.GenericSchema<unknown, Adaptation> = v.strictObject({
	blocks,
	basedOn: v.record(string, string),
});

export const aliasSchema: v.GenericSchema<unknown, Alias> = v.strictObject({
	item: itemKey,
	lang: v.pipe(string, v.regex(/^[a-z]{2,3}$/, 'lang')),
	kind: v.picklist(ALIAS_KINDS, 'kind'),
	text: v.pipe(text, v.nonEmpty('empty'), v.maxLength(200, 'long')),
});

const check = v.object({
	on: day,
	how: v.picklist(CHECK_WAYS),
	works: v.boolean(),
	device: v.optional(string),
});

/** For what this installation itself wrote down (the snapshot): another release may have had another shape. */
export const publicItemSchema: v.GenericSchema<unknown, PublicItem> = v.object({
	key: itemKey,
	kind: v.picklist(KINDS),
	id: string,
	source: string,
	about,
	risk: v.picklist(RISKS),
	blocks: v.array(v.object({ ...frame, words: v.record(string, words), behind: v.record(string, day) })),
	editions: v.record(string, v.object({ revision: string, on: day })),
	easy: v.record(string, v.object({ blocks: v.array(block), on: day, behind: v.optional(day) })),
	checks: v.record(string, check),
});
