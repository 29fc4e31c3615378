import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readService } from '../src/lib/content/schema.ts';
import { plainText, runsOf, type Service, type Topic } from '../src/lib/content/service.ts';
import type { Organisation } from '../src/lib/network/organisation.ts';
import { servicePointSchema } from '../src/lib/network/servicePoint.ts';
import { AGREED_IDS } from './agreedServices.ts';
import { PHONE_LIKE, PHONES } from './phones.ts';

const ROOT = path.join(import.meta.dirname, '..');
const languages = read<{ code: string }[]>('messages/languages.json').map(({ code }) => code);
const topics = read<Topic[]>('starter/topics.json');
const frequent = read<string[]>('starter/frequent.json');
const urgent = read<{ card: string; next: Record<string, string[]> }>('starter/urgent.json');
const places = read<{ id: string; serviceId?: string }[]>('starter/places.json');
const organisations = read<Organisation[]>('starter/organisations.json');
const files = fs.readdirSync(path.join(ROOT, 'starter/services'));
const cards = files.map((file) => ({ file, raw: read<unknown>(`starter/services/${file}`) }));
const services = cards.map(({ raw }) => raw as Service); // held to it by the first test

function read<T>(file: string): T {
	return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as T;
}

function faultsOf(raw: unknown): string[] {
	const known = { languages, topics: topics.map(({ id }) => id) };
	const result = readService(raw, known);
	return 'faults' in result ? result.faults.map(({ field, sentence }) => `${field} ${sentence}`) : [];
}

function words(lang: string): Record<string, unknown> {
	return read(`messages/content/${lang}.json`);
}

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test('every card is whole, in every language of the interface, and says nothing that is not known', () => {
	const wrong = cards.map(({ file, raw }) => ({ file, faults: faultsOf(raw) })).filter(({ faults }) => faults.length);
	expect(wrong).toEqual([]);
});

test('the check of cards does find a missing language, an unknown topic and an unknown part', () => {
	const [card] = services;
	const broken = { ...card, names: { ru: 'Имя' }, topics: ['magic'], price: '10' };
	expect(faultsOf(broken)).toEqual([
		'names is missing in fi, en',
		'topics.0 "magic" is not one of the topics',
		'price is not a part of a card',
	]);
});

test('the services are the agreed ones, each in the file of its name, in positions of their own', () => {
	expect(services.map(({ id }) => id).sort()).toEqual([...AGREED_IDS].sort());
	expect(files.sort()).toEqual(AGREED_IDS.map((id) => `${id}.json`).sort());
	expect(new Set(services.map(({ position }) => position)).size).toBe(AGREED_IDS.length);
});

test('no phone number stands anywhere but the six that were read on a public page', () => {
	const numbers = services.flatMap(({ phone }) => phone?.number ?? []);
	expect(numbers.sort()).toEqual([...PHONES].sort());
	const mentioned = textsOf([services, places]).flatMap((text) => text.match(PHONE_LIKE) ?? []);
	expect(mentioned.map((number) => number.trim()).filter((number) => !PHONES.includes(number))).toEqual([]);
});

test('the search for phone numbers finds them in the usual spellings and leaves sums, dates and hours alone', () => {
	const numbers = 'Soita 020 634 0200, 0295020700, +358 40 123 4567 tai 09-310 2611.';
	expect(numbers.match(PHONE_LIKE)).toEqual(['020 634 0200', '0295020700', '+358 40 123 4567', '09-310 2611']);
	expect('0,30 €, 01.05.2026, 2023, 09–12, 0 €, 37,21 €, 1 100 kertaa'.match(PHONE_LIKE)).toBeNull();
});

test('every code on a card has its words in every language', () => {
	const keys = services.flatMap(({ login, languages: spoken, confidence }) => [
		...login.map((way) => `login.${way}`),
		...spoken.map((code) => `language.${code}`),
		`confidence.${confidence}`,
	]);
	for (const lang of languages) {
		const known = words(lang);
		expect([...new Set(keys)].filter((key) => typeof known[key] !== 'string')).toEqual([]);
	}
});

test('marks of another language are never in the language they name, and their text is not empty', () => {
	for (const { id, whatItIs, withoutCodes, scams, goodToKnow, phone } of services) {
		for (const texts of [whatItIs, withoutCodes, scams, phone?.note, ...(goodToKnow ?? []).map((fact) => fact.texts)]) {
			for (const [lang, text] of Object.entries(texts ?? {})) {
				const wrong = runsOf(text).filter((run) => run.lang && (run.lang === lang || run.text.trim() === ''));
				expect([id, lang, wrong]).toEqual([id, lang, []]);
				expect(plainText(text)).not.toMatch(/\s{2,}|^\s|\s$/);
			}
		}
	}
});

test('topics, places, the most asked and the urgent cards point at what is there', () => {
	const ids = new Set(services.map(({ id }) => id));
	expect(topics.filter(({ id }) => !services.some((service) => service.topics.includes(id)))).toEqual([]);
	expect([...frequent, urgent.card, ...Object.values(urgent.next).flat()].filter((id) => !ids.has(id))).toEqual([]);
	expect(places.filter(({ serviceId }) => serviceId && !ids.has(serviceId))).toEqual([]);
	expect(new Set(frequent).size).toBe(8);
});

test('every place, topic and organisation has its texts in every language', () => {
	const schema = servicePointSchema(languages);
	expect(places.filter((place) => !v.is(schema, place)).map(({ id }) => id)).toEqual([]);
	const unnamed = [...topics, ...organisations].filter(({ names }) => !languages.every((lang) => names[lang]));
	expect(unnamed.map(({ id }) => id)).toEqual([]);
});
