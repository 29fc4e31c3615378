import { expect, test } from 'vitest';
import english from '../../../../messages/reports/en.json' with { type: 'json' };
import russian from '../../../../messages/reports/ru.json' with { type: 'json' };
import { type Say, speaker, type Words } from '../../platform/i18n/say.ts';
import { daySaid, euroSaid, monthSaid, quarterSaid, shownSaid, targetSaid, topicSaid } from './said.ts';

const sayWith = (words: Words, lang: string): Say =>
	speaker(Object.fromEntries(Object.entries(words).map(([key, text]) => [`reports.${key}`, text])), lang);
const ru = sayWith(russian, 'ru');
const en = sayWith(english, 'en');

test('a range takes the plural form of its upper end', () => {
	expect(targetSaid({ measure: 'sessions', min: 8, max: 10 }, ru, 'ru')).toBe('8–10 встреч');
	expect(targetSaid({ measure: 'peoplePerSession', min: 2, max: 3 }, ru, 'ru')).toBe('2–3 человека на встречу');
	expect(targetSaid({ measure: 'hoursPerSession', min: 1, max: 1 }, en, 'en')).toBe('1 hour a session');
});

test('days, months, quarters and sums are said in the reader’s language', () => {
	expect(daySaid('2026-12-31', 'en')).toBe('31 December 2026');
	expect(monthSaid('2026-09', 'fi')).toBe('syyskuu 2026');
	expect(quarterSaid('2026-Q3', ru)).toBe('3 квартал 2026 года');
	expect(euroSaid(43_005, 'fi').replace(/\s/g, ' ')).toBe('43 005 €');
});

test('a hidden number is said to be hidden, a running one is a lower bound, none is none', () => {
	expect(shownSaid('hidden', true, en, 'en')).toBe('hidden');
	expect(shownSaid(15, true, en, 'en')).toBe('at least 15');
	expect(shownSaid(15, false, en, 'en')).toBe('15');
	expect(shownSaid(0, true, en, 'en')).toBe('0');
});

test('a topic without a name is one that was not noted', () => {
	expect(topicSaid('health', { health: 'Health' }, en)).toBe('Health');
	expect(topicSaid('other', {}, en)).toBe('Other topics');
	expect(topicSaid(null, {}, en)).toBe('No topic noted');
});
