import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { speaker, type Words } from '#lib/platform/i18n/say.ts';
import { CAUSES, MODES } from '../event.ts';
import type { Facts } from './facts.ts';
import { ABOUTS } from './notice.ts';
import { mailOf, smsOf } from './words.ts';

const LANGUAGES = ['ru', 'fi', 'en'] as const;
const sayIn = (lang: string) =>
	speaker(Object.assign({}, ...['notices', 'rule'].map((area) => wordsOf(area, lang))), lang);

function wordsOf(area: string, lang: string): Words {
	const file = path.join(import.meta.dirname, '../../../../messages', area, `${lang}.json`);
	const words: Words = JSON.parse(fs.readFileSync(file, 'utf8'));
	return Object.fromEntries(Object.entries(words).map(([key, entry]) => [`${area}.${key}`, entry]));
}

const FACTS: Facts = {
	...{ about: 'confirmed', name: 'Дигиклуб', when: { day: '2026-11-24', starts: '12:00' }, was: null, inDays: 1 },
	...{
		mode: 'on-site',
		place: 'Библиотека, Куопио',
		ticket: 1234,
		seats: 1,
		hasSeat: true,
		inLine: false,
		until: null,
	},
	...{ cause: null, reason: '', instead: null, insteadOf: false },
};
const sms = (wanted: Partial<Facts>, lang = 'ru', answers = true): string =>
	smsOf({ ...FACTS, ...wanted }, sayIn(lang), answers);

test.each([
	[
		{ about: 'confirmed' },
		'Дигиклуб: Вы записаны. Когда: вторник, 24 ноября, 12:00. Место: Библиотека, Куопио. Ваш номер 1234. Не придёте – ответьте 0.',
	],
	[{ about: 'cancelled', cause: 'weather' }, 'Дигиклуб, вторник, 24 ноября, 12:00: отменено. Причина – погода.'],
	[
		{ about: 'offered', until: { day: '2026-11-22', starts: '12:00' } },
		'Дигиклуб, вторник, 24 ноября, 12:00: для Вас есть место. Ответьте 1 до 22 ноября, 12:00, и место Ваше. Не нужно – ответьте 0.',
	],
] as const)('%j by text message', (wanted, text) => {
	expect(sms(wanted)).toBe(text);
});

test('why a date goes on the net is told with the change, and not again with each reminder', () => {
	const online = { ...FACTS, mode: 'online', place: '', cause: 'epidemic' } as const;
	const textOf = (about: Facts['about']) =>
		JSON.stringify(mailOf({ ...online, about }, sayIn('en'), 'https://silta.example/x'));
	expect(textOf('mode-changed')).toContain('epidemic');
	expect(textOf('reminder')).not.toContain('epidemic');
});

test('whoever was moved along hears what is not held and where she is booked instead', () => {
	const was = { day: '2026-11-23', starts: '12:00' };
	expect(sms({ about: 'replaced', insteadOf: true, was })).toContain(
		'Встреча 23 ноября, 12:00 не состоится. Вместо неё Вы записаны: Дигиклуб, вторник, 24 ноября, 12:00. Место:',
	);
	expect(sms({ about: 'replaced', insteadOf: true, was, hasSeat: false, inLine: true })).toContain('Вы в очереди.');
	const instead = { name: 'Курс', day: '2026-11-29', starts: '12:00' };
	expect(sms({ about: 'replaced', cause: 'demand', instead })).toBe(
		'Дигиклуб, вторник, 24 ноября, 12:00: не состоится. Вместо этого: Курс, воскресенье, 29 ноября, 12:00.',
	);
});

test('what was and what is now stand side by side, and another place is told as one', () => {
	const was = { day: '2026-11-23', starts: '12:00' };
	expect(sms({ about: 'moved', was }, 'fi')).toContain('Oli: 23.11. klo 12. Nyt: tiistai 24.11. klo 12.');
	expect(sms({ about: 'moved', was: FACTS.when }, 'en')).toContain('the place has changed. Place: Библиотека');
});

const LONG: Partial<Facts> = {
	when: { day: '2026-11-25', starts: '12:00' },
	was: { day: '2026-11-26', starts: '12:00' },
	until: { day: '2026-11-26', starts: '12:00' },
	instead: { name: 'Digiklubi, jossa opitaan yhdessä ja kysytään kaikkea', day: '2026-11-29', starts: '12:00' },
};
const NAMES = {
	ru: 'Консультация по вопросам рабочего, но и остального для переехавших',
	fi: 'Neuvontaa työnhausta, asumisesta ja opiskelusta kaikille Kuopioon muuttaneille',
	en: 'Counselling about work, housing and studies for everybody who moved to Kuopio',
};

const ofBasicLetters = /^[\w \r\n@$!"#%&'()*+,./:;<=>?äöåÄÖÅéÉüÜñÑ-]*$/u;

test('the longest word is three parts of a text message, and none has a link, a code or a word too few', () => {
	for (const text of everySms()) {
		expect([...text].length, text).toBeLessThanOrEqual(ofBasicLetters.test(text) ? 306 : 201);
		expect(text).not.toMatch(/https?:|www|[{}]|notices\.|undefined|\s{2}|\d{6}/);
	}
});

function everySms(): string[] {
	const states = ABOUTS.flatMap((about) => MODES.map((mode) => ({ about, mode })));
	const all = states.flatMap((state) =>
		[true, false].flatMap((flag) => ({
			...LONG,
			...state,
			...{ insteadOf: flag, hasSeat: flag, inLine: !flag, seats: 3 },
		})),
	);
	const causes = CAUSES.map((cause) => ({ ...LONG, about: 'cancelled' as const, cause }));
	return [...all, ...causes].flatMap((wanted) =>
		LANGUAGES.flatMap((lang) =>
			[true, false].map((answers) =>
				sms({ ...wanted, name: NAMES[lang], place: `${NAMES[lang]}, Kuopio` }, lang, answers),
			),
		),
	);
}

test('where nobody reads what she sends back, no text message asks her to answer', () => {
	for (const about of ABOUTS) {
		const until = { day: '2026-11-22', starts: '12:00' };
		expect(sms({ about, until }, 'ru', false)).not.toMatch(/ответьте [01]/i);
	}
});

test('a mail says what, when, where, how it was and why, and leads to her page', () => {
	const was = { day: '2026-11-23', starts: '12:00' };
	const { subject, text } = mailOf({ ...FACTS, about: 'moved', was, seats: 2 }, sayIn('ru'), 'https://silta.example/x');
	expect(subject).toBe('Перенесли: Дигиклуб');
	const lines = ['Было: понедельник, 23 ноября, 12:00', 'Когда: вторник, 24 ноября, 12:00', 'Где: Библиотека, Куопио'];
	for (const line of [...lines, 'Для 2 человек', 'https://silta.example/x']) expect(text).toContain(line);
	const why = mailOf({ ...FACTS, about: 'cancelled', cause: 'weather' }, sayIn('en'), 'https://silta.example/x');
	expect(why.text).toContain('Why: the weather');
	expect(why.text).not.toContain('silta.example');
});

test('no mail lacks a word in any language', () => {
	for (const lang of LANGUAGES)
		for (const about of ABOUTS)
			for (const mode of MODES) {
				const { subject, text } = mailOf({ ...FACTS, ...LONG, about, mode }, sayIn(lang), 'link');
				expect(`${subject}\n${text}`).not.toMatch(/[{}]|notices\.|undefined/);
			}
});
