import fs from 'node:fs';
import path from 'node:path';
import { ground } from '../ground.server.ts';
import { type Say, speaker, type Words } from './say.ts';

export type Language = { code: string; name: string; dir: 'ltr' | 'rtl' };

const read = new Map<string, unknown>();

/** The languages in which the whole interface is there, in the order in which they are offered. */
export function languages(): readonly Language[] {
	return file<Language[]>('languages.json');
}

export function isLanguage(code: string): boolean {
	return languages().some((language) => language.code === code);
}

export function languageOf(code: string): Language {
	return languages().find((language) => language.code === code) ?? firstLanguage();
}

/** The words of the given areas (folders of `messages/`) in one language, keys as `area.key`. */
export function wordsOf(lang: string, areas: readonly string[]): Words {
	const code = languageOf(lang).code;
	return Object.assign({}, ...areas.map((area) => prefixed(area, file<Words>(path.join(area, `${code}.json`)))));
}

export function sayIn(lang: string, areas: readonly string[]): Say {
	return speaker(wordsOf(lang, areas), languageOf(lang).code);
}

/** The best of our languages for an `Accept-Language` header. */
export function negotiate(header: string | null): string {
	const wanted = (header ?? '')
		.split(',')
		.map((part) => part.trim().split(/;\s*q=/))
		.map(([tag, weight]) => ({ code: (tag ?? '').split('-')[0]?.toLowerCase() ?? '', weight: Number(weight ?? 1) }))
		.filter(({ code, weight }) => weight > 0 && isLanguage(code))
		.sort((a, b) => b.weight - a.weight);
	return wanted[0]?.code ?? firstLanguage().code;
}

function firstLanguage(): Language {
	const [first] = languages();
	if (!first) throw new Error('messages/languages.json names no language');
	return first;
}

function prefixed(area: string, words: Words): Words {
	return Object.fromEntries(Object.entries(words).map(([key, entry]) => [`${area}.${key}`, entry]));
}

function file<T>(name: string): T {
	const whole = path.join(ground().root, 'messages', name);
	// The files are ours, and their shape is held by checks/messages.test.ts.
	if (!read.has(whole)) read.set(whole, JSON.parse(fs.readFileSync(whole, 'utf8')));
	return read.get(whole) as T;
}
