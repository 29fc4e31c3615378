import { describe, expect, test } from 'vitest';
import { writerOf } from './automatic.ts';
import { languageIn } from './guess.ts';
import { withoutQuoted } from './quoted.ts';
import { wordsOf } from './words.ts';

describe('who wrote', () => {
	const by = (from: string | null, headers: Record<string, string> = {}) =>
		writerOf({ from, headers: new Map(Object.entries(headers)) }, 'desk@silta.example');

	test.each([
		['person', 'anna@example.org', {}],
		['person', 'anna@example.org', { 'auto-submitted': 'no', precedence: 'normal' }],
		['automatic', 'anna@example.org', { 'auto-submitted': 'auto-replied; x' }],
		['automatic', 'anna@example.org', { 'return-path': '<>' }],
		['automatic', 'anna@example.org', { 'x-autoreply': 'yes' }],
		['automatic', 'MAILER-DAEMON@example.org'.toLowerCase(), {}],
		['quiet', 'anna@example.org', { precedence: 'bulk' }],
		['quiet', 'anna@example.org', { 'list-id': '<x>' }],
		['quiet', 'no-reply@example.org', {}],
		['quiet', null, {}],
		['own', 'desk@silta.example', {}],
		['own', 'anna@example.org', { 'x-loop': 'desk@silta.example' }],
	] as const)('%s: %s %o', (writer, from, headers) => {
		expect(by(from, headers)).toBe(writer);
	});
});

describe('what she wrote herself', () => {
	test.each([
		['Спасибо.\n\nпн, 2 нояб. 2026 г. в 10:00, Silta <desk@x>\nпишет:\n\n> Здравствуйте\n> Мы', 'Спасибо.'],
		['Kiitos\n\nma 2.11.2026 klo 10.00 Silta (desk@x) kirjoitti:\n> Hei', 'Kiitos'],
		['Thanks\n\n-----Original Message-----\nFrom: Silta\nHello', 'Thanks'],
		['Ok\n\n________________________________\nLähettäjä: Silta <desk@x>\nHei', 'Ok'],
		['> Какой телефон?\nAndroid\n> Где застряли?\nНа коде', 'Android\nНа коде'],
	])('%j', (text, own) => {
		expect(withoutQuoted(text)).toEqual({ text: own, wasCut: true });
	});

	test('a line without an end keeps nobody waiting', () => {
		const begun = performance.now();
		withoutQuoted(`Hei${' wrote'.repeat(1_000)}${' '.repeat(190_000)}x\n> y`);
		expect(performance.now() - begun).toBeLessThan(2_000);
	});

	test('what is no quotation stays, and where nothing else is left, all of it does', () => {
		for (const text of ['Он пишет: приходите 5.1.', '> only this', 'От Кelaa пришло письмо\nчто делать?']) {
			expect(withoutQuoted(text)).toEqual({ text, wasCut: false });
		}
	});
});

test('the language of a letter is told from a few words, or not at all', () => {
	expect(languageIn('Не могу войти в Kela, OmaKela, Suomi.fi')).toBe('ru');
	expect(languageIn('Hei, miten pääsen OmaKelaan?')).toBe('fi');
	expect(languageIn('Hello, I cannot log in, please help')).toBe('en');
	expect(languageIn('12345 ???')).toBeNull();
});

test('what was left out is said in brackets, and no letter is longer than can be kept', () => {
	const say = (key: string, values = {}): string => `${key}${Object.values(values).join('')}`;
	const letter = { subject: 'Kela', text: 'x'.repeat(50_000), files: [{ kind: 'picture' as const, bytes: 2_345_678 }] };
	const whole = {
		...{ messageId: null, references: [], from: null, headers: new Map<string, string>(), report: null, isWhole: true },
		...letter,
	};
	const words = wordsOf(whole, { isAnswer: false, isWhole: false, size: 52_000_000 }, say);
	expect(words.length).toBeLessThanOrEqual(20_000);
	expect(words).toMatch(/^Kela\n\nx+…\n\n\[mail\.entry\.tooLong\]/);
	expect(words).toContain('[mail.entry.file.picturemail.entry.megabytes2.3]');
	expect(words).toContain('[mail.entry.tooLargemail.entry.megabytes52]');
});
