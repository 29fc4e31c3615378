import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Say, speaker } from '#lib/platform/i18n/say.ts';
import { dayInFigures, daySaid, momentSaid, timeSaid, weekdayName, whenSaid } from './when.ts';

function sayOf(lang: string): Say {
	const file: Record<string, string> = JSON.parse(
		fs.readFileSync(new URL(`../../../messages/site/${lang}.json`, import.meta.url), 'utf8'),
	);
	return speaker(Object.fromEntries(Object.entries(file).map(([key, text]) => [`site.${key}`, text])), lang);
}

describe('a moment said to people', () => {
	const today = { day: '2026-11-23', time: '16:00', inDays: 0 };
	const tomorrow = { day: '2026-11-24', time: '10:00', inDays: 1 };
	const tuesday = { day: '2026-11-24', time: '10:00', inDays: 4 };
	const later = { day: '2026-12-07', time: '09:30', inDays: 14 };

	it.each([
		['ru', ['сегодня в 16:00', 'завтра в 10:00', 'во вторник в 10:00', 'в понедельник, 7 декабря, в 9:30']],
		['fi', ['tänään klo 16.00', 'huomenna klo 10.00', 'tiistaina klo 10.00', 'maanantaina 7. joulukuuta klo 9.30']],
		['en', ['today at 16:00', 'tomorrow at 10:00', 'on Tuesday at 10:00', 'on Monday 7 December at 9:30']],
	])('is said as people of %s say it', (lang, said) => {
		expect([today, tomorrow, tuesday, later].map((moment) => whenSaid(sayOf(lang), moment))).toEqual(said);
	});

	it('takes the seconds of a database time away', () => {
		expect(timeSaid(sayOf('fi'), '18:30:00')).toBe('18.30');
	});

	it('says a day with its year, and in figures, and a moment in the zone of the network', () => {
		const said = (lang: string) => [
			daySaid(sayOf(lang), '2026-12-07'),
			dayInFigures(sayOf(lang), '2026-12-07'),
			momentSaid(sayOf(lang), new Date('2026-12-07T22:05:00Z')),
		];
		expect(said('ru')).toEqual(['7 декабря 2026 года', '07.12.2026', '08.12.2026, 00:05']);
		expect(said('fi')).toEqual(['7. joulukuuta 2026', '7.12.2026', '8.12.2026 klo 00.05']);
		expect(said('en')).toEqual(['7 December 2026', '07/12/2026', '08/12/2026, 00:05']);
	});

	it('names the seven days from Monday', () => {
		const names = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekdayName(sayOf('fi'), weekday));
		expect(names).toEqual(['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai']);
	});
});
