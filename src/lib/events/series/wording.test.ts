import fc from 'fast-check';
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { speaker, type Words } from '#lib/platform/i18n/say.ts';
import { NTHS, type Rule } from './rule.ts';
import { fullDaySaid, type Timed, wordingOf } from './wording.ts';

const LANGUAGES = ['ru', 'fi', 'en'] as const;
const say = Object.fromEntries(LANGUAGES.map((lang) => [lang, speaker(wordsIn(lang), lang)]));
const spring = { from: '2026-01-13', until: '2026-06-16', times: null, starts: '12:00', minutes: 180 };
const tuesdays: Timed = {
	...{ rule: { kind: 'weekly', weekdays: [2], every: 1 }, ...spring },
	skip: { holidays: true, spans: [{ from: '2026-04-07', to: '2026-04-07' }] },
};

function wordsIn(lang: string): Words {
	const words: Words = JSON.parse(fs.readFileSync(`messages/rule/${lang}.json`, 'utf8'));
	return Object.fromEntries(Object.entries(words).map(([key, text]) => [`rule.${key}`, text]));
}

function said(wanted: Partial<Timed>): string[] {
	return LANGUAGES.map((lang) => wordingOf({ ...tuesdays, ...wanted }, say[lang] ?? String));
}

test('every Tuesday but one, as people say it', () => {
	expect(said({})).toEqual([
		'каждый вторник, 12:00–15:00, кроме 7 апреля',
		'joka tiistai klo 12–15, ei 7.4.',
		'every Tuesday, 12:00–15:00, not on 7 April',
	]);
});

test('the second and the fourth Thursday, the last Friday, the third Sunday', () => {
	const on = (nths: (typeof NTHS)[number][], weekday: number): string[] =>
		said({ rule: { kind: 'monthly', nths, weekday }, skip: { holidays: false, spans: [] }, starts: '09:30' });
	expect(on([4, 2], 4)).toEqual([
		'во второй и четвёртый четверг месяца, 9:30–12:30',
		'joka kuukauden toinen ja neljäs torstai klo 9.30–12.30',
		'on the second and fourth Thursday of the month, 9:30–12:30',
	]);
	expect(on(['last'], 5)[0]).toBe('в последнюю пятницу месяца, 9:30–12:30');
	expect(on(['last', 3], 7)[0]).toBe('в третье и последнее воскресенье месяца, 9:30–12:30');
});

test('several weekdays, every other week, and every day', () => {
	const weekly = (weekdays: number[], every: 1 | 2 | 4): string[] =>
		said({ rule: { kind: 'weekly', weekdays, every }, skip: { holidays: false, spans: [] } });
	expect(weekly([4, 2], 1)).toEqual([
		'по вторникам и четвергам, 12:00–15:00',
		'tiistaisin ja torstaisin klo 12–15',
		'on Tuesdays and Thursdays, 12:00–15:00',
	]);
	expect(weekly([3], 2)[1]).toBe('joka toinen viikko keskiviikkoisin klo 12–15');
	expect(weekly([1, 2, 3, 4, 5, 6, 7], 1)[0]).toBe('каждый день, 12:00–15:00');
});

test('a break is told as a break, a day within one by itself, and many holidays by their name', () => {
	const spans = [
		{ from: '2026-02-16', to: '2026-02-22' },
		{ from: '2026-04-06', to: '2026-04-19' },
	];
	expect(said({ skip: { holidays: true, spans } }).slice(0, 2)).toEqual([
		'каждый вторник, 12:00–15:00, кроме 17 февраля; перерыв 6 апреля – 19 апреля',
		'joka tiistai klo 12–15, ei 17.2., tauko 6.4.–19.4.',
	]);
	const everyDay: Rule = { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 };
	expect(said({ rule: everyDay, skip: { holidays: true, spans: [] } })[2]).toMatch(/not on public holidays$/);
});

test('what was left out in the past is told no more', () => {
	expect(wordingOf(tuesdays, say.fi ?? String, '2026-04-08')).toBe('joka tiistai klo 12–15');
});

test('a few days are named, many are counted', () => {
	const dates = (days: string[]): string[] => said({ rule: { kind: 'dates', days } });
	expect(dates(['2026-02-03', '2026-01-20'])[1]).toBe('20.1. ja 3.2. klo 12–15');
	const five = ['2026-01-20', '2026-01-21', '2026-01-22', '2026-01-23', '2026-02-02'];
	expect(dates(five)[0]).toBe('5 встреч, 20 января – 2 февраля, 12:00–15:00');
});

test('a day of another year has its year', () => {
	expect(fullDaySaid('2026-04-07', say.ru ?? String)).toBe('вторник, 7 апреля');
	expect(fullDaySaid('2027-01-05', say.fi ?? String, '2026-12-01')).toBe('tiistai 5.1.2027');
});

test('whatever the rule, all of it is said in each language, and no key is left', () => {
	const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
	const weekly = fc.record({
		kind: fc.constant('weekly' as const),
		weekdays,
		every: fc.constantFrom(1 as const, 2 as const, 4 as const),
	});
	const nths = fc.uniqueArray(fc.constantFrom(...NTHS), { minLength: 1, maxLength: 2 });
	const monthly = fc.record({
		kind: fc.constant('monthly' as const),
		nths,
		weekday: fc.integer({ min: 1, max: 7 }),
	});
	fc.assert(
		fc.property(fc.oneof(weekly, monthly), fc.integer({ min: 0, max: 1439 }), (rule, minute) => {
			const starts = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
			for (const sentence of said({ rule, starts })) expect(sentence).not.toMatch(/rule\.|\{|undefined/);
			expect(new Set(said({ rule, starts })).size).toBe(3);
		}),
	);
});

test('what goes on only once is said by its day, not as if it came round', () => {
	const once = ['20 января, 12:00–15:00', '20.1. klo 12–15', '20 January, 12:00–15:00'];
	expect(said({ from: '2026-01-20', until: null, times: 1 })).toEqual(once);
	expect(said({ from: '2026-01-20', until: '2026-01-26' })).toEqual(once);
});
