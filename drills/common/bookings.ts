import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fieldsIn, must } from './forms.ts';
import type { Helper } from './helper.ts';
import { patiently } from './patiently.ts';
import type { Got } from './recipients.ts';

export const LANGS = ['ru', 'fi', 'en'] as const;
type Lang = (typeof LANGS)[number];

/** Somebody with a seat at a date, as whoever booked it for her remembers it. */
export type Booked = {
	readonly id: string;
	readonly way: 'sms' | 'email' | 'phone' | 'none';
	readonly contact: string;
	readonly lang: Lang;
};

/** A seat for somebody on the telephone; `number` tells her from all others. */
export async function bookSeat(
	helper: Helper,
	date: string,
	{ way, number }: Pick<Booked, 'way'> & { readonly number: number },
): Promise<Booked> {
	const lang = LANGS[number % LANGS.length] ?? 'ru';
	const contact = contactOf(way, number);
	const hers = { name: `Demo ${number}`, seats: '1', reachedBy: way, contact, language: lang };
	const fields = { ...hers, clientId: randomUUID(), bookedBy: 'phone', slotId: '' };
	// Sent again it is the same one.
	const answer = await patiently(() => must(helper.postForm(`/staff/events/people/${date}/book`, fields), 303));
	const id = /\/([0-9a-f-]{36})\/slip/.exec(answer.headers.location ?? '')?.[1];
	if (!id) throw new Error('who was booked has no page');
	return { id, way, contact, lang };
}

function contactOf(way: Booked['way'], number: number): string {
	if (way === 'none') return '';
	return way === 'email' ? `person${number}@mail.test` : `+35840123${String(4_000 + number)}`;
}

/** Who is to be called about a date: the number of each call and how often it stands there. */
export async function callsOf(helper: Helper, date: string): Promise<readonly string[]> {
	const page = await callPage(helper, date);
	return [...page.matchAll(/href="tel:([^"]+)"/g)].map(([, number = '']) => number);
}

/** Calls the first of them, who hears it all. */
export async function callFirst(helper: Helper, date: string): Promise<void> {
	const page = await callPage(helper, date);
	const form = /<form\b[^>]*action="\?\/told"[^>]*>([\s\S]*?)<\/form>/.exec(page)?.[0] ?? '';
	const { id = '', tries = '' } = fieldsIn({ status: 200, headers: {}, body: Buffer.from(form) });
	await must(helper.postForm(`/staff/events/people/${date}/calls?/told`, { id, tries, answer: 'told' }), 303);
}

async function callPage(helper: Helper, date: string): Promise<string> {
	return (await patiently(() => must(helper.get(`/staff/events/people/${date}/calls`), 200))).body.toString();
}

/** Which of the words that reached her are about this: by the words of the catalogue in her language, not in another. */
export function aboutIn(all: readonly Got[], { lang }: Pick<Booked, 'lang'>, keys: readonly string[]): readonly Got[] {
	const heads = keys.map((key) => patternOf(words(lang)[key] ?? key));
	return all.filter(({ text }) => heads.some((head) => head.test(text)));
}

const patternOf = (sentence: string): RegExp =>
	new RegExp(
		`^${sentence
			.split(/\{\w+\}/)
			.map(literal)
			.join('.+?')}`,
		'mu',
	);
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const known = new Map<string, Record<string, string>>();

function words(lang: Lang): Record<string, string> {
	const file = path.join(import.meta.dirname, `../../messages/notices/${lang}.json`);
	const found = known.get(lang) ?? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>);
	known.set(lang, found);
	return found;
}
