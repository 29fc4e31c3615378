import * as v from 'valibot';
import { ID } from './item/item.ts';
import { CONFIDENCES, LOGIN_WAYS, plainText, type Service } from './service.ts';

/** What a card may refer to: the languages in which each of its texts must be there, and the topics there are. */
export type Known = { readonly languages: readonly string[]; readonly topics: readonly string[] };
export type Fault = { readonly field: string; readonly sentence: string };

const LONGEST_TEXT = 1_500;
const CODE = /^[a-z]{2,3}$/;

/** The card, or what is wrong with it, each fault with the name of its field. */
export function readService(raw: unknown, known: Known): { service: Service } | { faults: Fault[] } {
	const parsed = v.safeParse(serviceSchema(known), raw);
	if (parsed.success) return { service: parsed.output };
	return { faults: parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'card', sentence: issue.message })) };
}

export function serviceSchema({ languages, topics }: Known): v.GenericSchema<unknown, Service> {
	const texts = textsSchema(languages);
	const topic = v.picklist(topics, ({ received }) => `${received} is not one of the topics`);
	return v.strictObject(
		{
			id: v.pipe(string, v.maxLength(60, 'is too long'), v.regex(ID, 'must be like-this-1')),
			position: v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(0, 'must not be negative')),
			names: texts,
			provider: texts,
			url: v.pipe(string, v.url('must be an address'), v.regex(/^https?:\/\//, 'must begin with https:// or http://')),
			authority: v.optional(trueOrFalse),
			topics: setOf(topic),
			login: setOf(v.picklist(LOGIN_WAYS, oneOf(LOGIN_WAYS))),
			languages: setOf(v.pipe(string, v.regex(CODE, 'must be a language code'))),
			confidence: v.picklist(CONFIDENCES, oneOf(CONFIDENCES)),
			whatItIs: texts,
			withoutCodes: v.optional(texts),
			goodToKnow: v.optional(listOf(v.strictObject({ texts, doubtful: v.optional(trueOrFalse) }, unknownField))),
			phone: v.optional(v.strictObject({ number: phoneNumber, note: texts }, unknownField)),
			scams: v.optional(texts),
			formerNames: v.optional(listOf(shortText)),
			sources: v.optional(listOf(shortText)),
			municipalities: v.optional(listOf(shortText)),
		},
		unknownField,
	);
}

/** A text in every language of the interface; other languages may be there too. */
function textsSchema(languages: readonly string[]) {
	const each = v.record(
		v.pipe(v.string(), v.regex(CODE, 'must be a language code')),
		text,
		'must be texts by language',
	);
	return v.pipe(
		each,
		v.rawCheck(({ dataset, addIssue }) => {
			if (!dataset.typed) return;
			const missing = languages.filter((language) => !dataset.value[language]);
			if (missing.length > 0) addIssue({ message: `is missing in ${missing.join(', ')}` });
		}),
	);
}

const string = v.string('must be a text');
const shortText = v.pipe(string, v.trim(), v.nonEmpty('must not be empty'), v.maxLength(300, 'is too long'));
const text = v.pipe(
	string,
	v.trim(),
	v.nonEmpty('must not be empty'),
	v.maxLength(LONGEST_TEXT, 'is too long'),
	v.check((value) => !/\[\[|\]\]/.test(plainText(value)), 'has a broken [[language:…]] mark'),
);
const phoneNumber = v.pipe(string, v.regex(/^\+?\d[\d ]*\d$/, 'must be digits'));
const trueOrFalse = v.boolean('must be true or false');

function listOf<Item extends v.GenericSchema>(item: Item) {
	return v.pipe(v.array(item, 'must be a list'), v.minLength(1, 'must not be empty'));
}

function setOf<Item extends v.GenericSchema>(item: Item) {
	return v.pipe(
		listOf(item),
		v.check((list) => new Set(list).size === list.length, 'says something twice'),
	);
}

function oneOf(words: readonly string[]): string {
	return `must be one of ${words.join(', ')}`;
}

function unknownField(issue: { readonly expected: string | null }): string {
	return issue.expected === 'never' ? 'is not a part of a card' : 'must be there';
}
