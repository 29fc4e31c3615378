import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Alias } from '../src/lib/content/item/alias.ts';
import { PARTS, type Words } from '../src/lib/content/item/item.ts';
import { isAdaptation, isSource } from '../src/lib/content/item/join.ts';
import { adaptationSchema, aliasSchema, sourceTextSchema, translationSchema } from '../src/lib/content/item/schema.ts';
import { type StarterFile, starterItem } from '../src/lib/content/item/starterItem.ts';
import { saysWhen } from '../src/lib/content/present/wrong.ts';
import { plainText, runsOf, type Topic } from '../src/lib/content/service.ts';
import { PHONE_LIKE, PHONES } from './phones.ts';

const ROOT = path.join(import.meta.dirname, '..');
const LANGUAGES = ['fi', 'ru', 'en'];
const SUITS = ['phone-only', 'no-codes', 'for-another', 'on-paper', 'no-finnish'];
const SECTIONS = ['services', 'basics', 'work', 'safety', 'helpers'];

const topics = new Set(read<Topic[]>('topics.json').map(({ id }) => id));
const services = new Set(
	fs.readdirSync(path.join(ROOT, 'starter/services')).map((file) => path.basename(file, '.json')),
);
const files = ['guides', 'terms', 'changes', 'materials'].flatMap((folder) =>
	filesIn(folder).map((file) => ({ ...file, folder })),
);
const all = files.map(({ item }) => item);
const keys = new Set([...all.map(({ kind, id }) => `${kind}/${id}`), ...[...services].map((id) => `service/${id}`)]);
const aliases = filesIn<Alias[]>('aliases').flatMap(({ item }) => item);

function read<T>(file: string): T {
	return JSON.parse(fs.readFileSync(path.join(ROOT, 'starter', file), 'utf8')) as T;
}

function filesIn<T = StarterFile>(folder: string): { file: string; item: T }[] {
	const names = fs.readdirSync(path.join(ROOT, 'starter', folder)).sort();
	return names.map((file) => ({ file, item: read<T>(`${folder}/${file}`) }));
}

/** What is wrong with each item, by its file; empty lists left out. */
function faults(find: (item: StarterFile) => unknown[]): Record<string, unknown[]> {
	const found = all.map((item) => [`${item.kind}/${item.id}`, find(item)] as const);
	return Object.fromEntries(found.filter(([, wrong]) => wrong.length > 0));
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test('every text has the shape that editors are held to, and stands in the file of its name', () => {
	expect(files.filter(({ file, folder, item }) => file !== `${item.id}.json` || folder !== `${item.kind}s`)).toEqual(
		[],
	);
	const wrong = faults((item) =>
		Object.entries(starterItem(item, 'fi').texts).flatMap(([lang, text]) => {
			const schema = isSource(text) ? sourceTextSchema : isAdaptation(text) ? adaptationSchema : translationSchema;
			const parsed = v.safeParse(schema as v.GenericSchema, text);
			return parsed.success ? [] : parsed.issues.map((issue) => `${lang} ${v.getDotPath(issue)} ${issue.message}`);
		}),
	);
	expect(wrong).toEqual({});
});

test('every block says the same parts in Finnish, Russian and English', () => {
	const spoken = ['text', 'see', 'wrong', 'ask', 'where'];
	const wrong = faults(({ blocks }) =>
		blocks.flatMap(({ id, words }) => {
			const parts = LANGUAGES.map((lang) =>
				PARTS.filter((part) => spoken.includes(part) && words[lang]?.[part]).join(),
			);
			return new Set(parts).size === 1 && words.fi?.text ? [] : [[id, parts]];
		}),
	);
	expect(wrong).toEqual({});
});

test('every step says what one sees when it has worked', () => {
	const wrong = faults(({ kind, blocks }) =>
		kind !== 'guide' ? [] : blocks.filter((block) => block.kind === 'step' && !block.words.fi?.see).map(({ id }) => id),
	);
	expect(wrong).toEqual({});
});

test('a control has its reading and meaning in Russian, and its label stands nowhere but in the Finnish', () => {
	const wrong = faults(({ blocks }) =>
		blocks
			.filter(({ control, words }) => control && !(words.ru?.reading && words.ru.meaning && words.en?.meaning))
			.map(({ id }) => id),
	);
	expect(wrong).toEqual({});
});

test('what an item refers to is there', () => {
	const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
	const wrong = faults(({ about }) => [
		...list(about.topics).filter((id) => !topics.has(id)),
		...list(about.services).filter((id) => !services.has(id)),
		...list(about.guides).filter((id) => !keys.has(`guide/${id}`)),
		...list(about.suits).filter((one) => !SUITS.includes(one)),
		...(Array.isArray(about.affects) ? about.affects : []).map(({ item }) => item).filter((key) => !keys.has(key)),
	]);
	expect(wrong).toEqual({});
});

test('a guide has its section, its reach and its place in the order; a change has its days', () => {
	const wrong = faults(({ kind, about }) => {
		if (kind === 'guide') {
			const isPlaced = SECTIONS.includes(String(about.section)) && typeof about.position === 'number';
			return isPlaced && ['steps', 'door'].includes(String(about.reach)) ? [] : [about];
		}
		const days = kind === 'change' ? [about.announced, about.effective] : [];
		return days.filter((day) => !/^\d{4}-\d{2}-\d{2}$/.test(String(day)));
	});
	expect(wrong).toEqual({});
	expect(all.filter(({ kind }) => kind === 'term')).toHaveLength(120);
});

test('no phone number stands anywhere but the six that were read on a public page', () => {
	const wrong = faults((item) =>
		textsOf(item).flatMap((text) => (text.match(PHONE_LIKE) ?? []).filter((number) => !PHONES.includes(number.trim()))),
	);
	expect(wrong).toEqual({});
});

test('marks of another language are whole, not empty, and never in the language they name', () => {
	const wrong = faults(({ blocks }) =>
		blocks.flatMap(({ id, words }) =>
			Object.entries(words).flatMap(([lang, parts]) =>
				textsOf(parts)
					.filter(
						(text) =>
							/\[\[|\]\]|\s{2,}|^\s|\s$/.test(plainText(text)) ||
							runsOf(text).some((run) => run.lang && (run.lang === lang || run.text.trim() === '')),
					)
					.map((text) => `${id} ${lang}: ${text}`),
			),
		),
	);
	expect(wrong).toEqual({});
});

test('every alias is of something that is there, and nothing is said twice of the same item', () => {
	const wrong = aliases.filter((alias) => !v.is(aliasSchema, alias) || !keys.has(alias.item));
	expect(wrong).toEqual([]);
	const said = aliases.map(({ item, lang, text }) => `${item} ${lang} ${text.toLowerCase()}`);
	expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
});

test('a guide says when a way out is meant, and no alternative says "or" after the page has said it', () => {
	const doubled = faults((item) => (item.kind === 'guide' ? ownTexts(item).filter(isDoubled) : []));
	expect(doubled).toEqual({});
});

type OwnText = { readonly logic?: string; readonly words: Words };

function ownTexts({ blocks, easy = {} }: StarterFile): OwnText[] {
	const own = blocks.flatMap(({ logic, words }) => Object.values(words).map((one) => ({ logic, words: one })));
	return [...own, ...Object.values(easy).flatMap((text) => text.blocks)];
}

function isDoubled({ logic, words: { text = '', wrong } }: OwnText): boolean {
	return (wrong !== undefined && !saysWhen(runsOf(wrong))) || (logic === 'or' && /^(или|tai|or)\s/i.test(text));
}
