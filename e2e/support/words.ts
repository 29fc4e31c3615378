import fs from 'node:fs';
import path from 'node:path';

export type Lang = 'ru' | 'fi' | 'en';
export const LANGUAGES: readonly Lang[] = ['ru', 'fi', 'en'];

type Word = string | Record<string, string>;
type Values = Readonly<Record<string, string | number>>;

const FOLDER = path.join(import.meta.dirname, '../../messages');
const read = new Map<string, Record<string, Word>>();

/** What stands on the page in this language: the sentence of `area.key`, as the reader sees it. */
export function say(lang: Lang, key: string, values: Values = {}): string {
	const [area = '', ...rest] = key.split('.');
	const word = wordsOf(area, lang)[rest.join('.')];
	if (word === undefined) throw new Error(`there is no sentence ${key} in ${lang}`);
	return formOf(word, lang, values).replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name] ?? '', lang));
}

function shown(value: string | number, lang: Lang): string {
	return typeof value === 'number' ? new Intl.NumberFormat(lang).format(value) : value;
}

function wordsOf(area: string, lang: Lang): Record<string, Word> {
	const file = path.join(FOLDER, area, `${lang}.json`);
	const known = read.get(file) ?? JSON.parse(fs.readFileSync(file, 'utf8'));
	read.set(file, known);
	return known;
}

function formOf(word: Word, lang: Lang, values: Values): string {
	if (typeof word === 'string') return word;
	return word[new Intl.PluralRules(lang).select(Number(values.count))] ?? word.other ?? '';
}
