import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/platform/clock.ts';
import type { Occurrence, Series } from '../../event.ts';
import type { Rule } from '../../series/rule.ts';
import { chosen } from '../shown.ts';
import { changed, CLUB, datesOf, shownOf, sorted, type Understood, unrolled, unrolledElsewhere } from '../testing.ts';
import { calendarFile, dateFile } from './calendar.ts';

const say = (key: string, values: object = {}): string => [key, ...Object.values(values)].join(' ');

function fileOf(all: readonly Series[], dates: readonly Occurrence[]): string {
	const shown = shownOf(all, dates);
	return calendarFile(chosen(shown, {}), 'Встречи', { shown, say, lang: 'ru', origin: 'https://silta.example' });
}

/** What the rows say. */
function rowsAs(of: Series, dates: readonly Occurrence[]): Understood[] {
	return sorted(
		dates.map(({ startsAt, endsAt, names, state }) => {
			const isOff = state === 'cancelled' || state === 'replaced';
			const title = (names ?? of.names).ru ?? '';
			return {
				from: startsAt.toISOString(),
				to: endsAt.toISOString(),
				isOff,
				title: isOff ? say('feeds.ics.off', { title }) : title,
			};
		}),
	);
}

const rule: fc.Arbitrary<Rule> = fc.oneof(
	fc.record({
		kind: fc.constant('weekly' as const),
		weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
		every: fc.constantFrom(1 as const, 2 as const, 4 as const),
	}),
	fc.record({
		kind: fc.constant('monthly' as const),
		nths: fc.uniqueArray(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 'last' as const), {
			minLength: 1,
			maxLength: 2,
		}),
		weekday: fc.integer({ min: 1, max: 7 }),
	}),
	fc.record({
		kind: fc.constant('dates' as const),
		days: fc.array(
			fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days)),
			{ minLength: 1 },
		),
	}),
);

const series: fc.Arbitrary<Series> = fc
	.record({
		rule,
		from: fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01', days)),
		starts: fc.constantFrom('07:00', '09:30', '12:00', '17:00', '23:30'),
		minutes: fc.integer({ min: 15, max: 300 }),
		times: fc.option(fc.integer({ min: 1, max: 40 })),
		skip: fc.record({
			holidays: fc.boolean(),
			spans: fc.array(
				fc.integer({ min: 0, max: 400 }).map((days) => ({
					from: addDays('2026-01-01', days),
					to: addDays('2026-01-01', days + 21),
				})),
				{ maxLength: 2 },
			),
		}),
	})
	.map((made) => ({ ...CLUB, until: null, ...made }));

type Happening = {
	readonly at: number;
	readonly what: 'moved' | 'cancelled' | 'renamed' | 'gone' | 'extra' | 'longer';
	readonly by: number;
};
const happenings: fc.Arbitrary<Happening[]> = fc.array(
	fc.record({
		at: fc.nat(40),
		what: fc.constantFrom('moved', 'cancelled', 'renamed', 'gone', 'extra', 'longer'),
		by: fc.integer({ min: 1, max: 60 }),
	}),
	{ maxLength: 12 },
);

function happened(of: Series, rows: Map<string, Occurrence>, { at, what, by }: Happening): void {
	const days = [...rows.keys()].sort();
	const day = days[at % days.length] ?? of.from;
	const put = (key: string, change: Partial<Occurrence>) => rows.set(key, changed(of, key, { sequence: 1, ...change }));
	if (what === 'gone' && rows.size > 1) rows.delete(day);
	if (what === 'moved') put(day, { day: addDays(day, (by % 9) - 4), starts: '15:15' });
	if (what === 'cancelled') put(day, { state: by % 2 ? 'cancelled' : 'replaced', cause: 'staff' });
	if (what === 'renamed') put(day, { names: { ru: `Другое ${by}` } });
	if (what === 'longer') put(day, { minutes: of.minutes + by });
	if (what === 'extra' && !rows.has(addDays(day, by))) put(addDays(day, by), {});
}

test('whatever became of a series, two other readers see exactly its dates', () => {
	fc.assert(
		fc.property(series, happenings, (of, all) => {
			const rows = new Map(datesOf(of, '2027-06-30').map((row) => [row.originalDay, row]));
			fc.pre(rows.size > 0);
			for (const one of all) happened(of, rows, one);
			const file = fileOf([of], [...rows.values()]);
			expect(unrolled(file)).toEqual(rowsAs(of, [...rows.values()]));
			expect(unrolledElsewhere(file)).toEqual(rowsAs(of, [...rows.values()]));
		}),
		{ numRuns: 60 },
	);
});

const COUNSELLING: Series = {
	...CLUB,
	...{
		id: 'counselling',
		rule: { kind: 'monthly', nths: [2, 4], weekday: 4 },
		from: '2026-01-08',
		until: null,
		times: 10,
	},
	...{ starts: '09:00', minutes: 180, names: { ru: 'Консультация: услуги занятости' }, placeId: null },
};

test('the season of the example, made from our rows, is the season of the example', () => {
	const example = fs.readFileSync(path.join(import.meta.dirname, '../testdata/tapahtumat.ics'), 'utf8');
	const club = { ...CLUB, skip: { holidays: false, spans: [{ from: '2026-04-07', to: '2026-04-07' }] } };
	const rows = new Map(datesOf(club).map((row) => [row.originalDay, row]));
	rows.set('2026-01-20', changed(club, '2026-01-20', { sequence: 1, state: 'cancelled', cause: 'staff' }));
	const elsewhere = { day: '2026-01-28', names: { ru: 'Дигиклуб (другой день)' } };
	rows.set('2026-01-27', changed(club, '2026-01-27', { sequence: 1, ...elsewhere }));
	const extra = changed(COUNSELLING, '2026-01-30');
	const file = fileOf([club, COUNSELLING], [...rows.values(), ...datesOf(COUNSELLING), extra]);

	const titled = (dates: Understood[]) =>
		dates.map((date) => ({ ...date, title: date.title.replace(/^(ОТМЕНЕНО:|feeds.ics.off) /, '') }));
	expect(titled(unrolled(file))).toEqual(titled(unrolled(example)));
	expect(unrolled(file).filter(({ title }) => title.includes('Дигиклуб'))).toHaveLength(22);
	expect(unrolled(file).filter(({ title }) => title.includes('Консультация'))).toHaveLength(11);
	for (const line of [
		...['RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260616T090000Z', 'EXDATE;TZID=Europe/Helsinki:20260407T120000'],
		...[
			'RECURRENCE-ID;TZID=Europe/Helsinki:20260120T120000',
			'STATUS:CANCELLED',
			'RRULE:FREQ=MONTHLY;BYDAY=2TH,4TH;COUNT=10',
		],
		...['GEO:62.8926;27.677', 'SEQUENCE:3', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H'],
	]) {
		expect(example).toContain(`${line}\r\n`);
		expect(file).toContain(`${line}\r\n`);
	}
});

test('no line is longer than 75 octets, and every line ends as it must', () => {
	const long = { ...CLUB, summary: { ru: '🙂Ж'.repeat(400) }, names: { ru: 'Щ'.repeat(100) } };
	const lines = fileOf([long], datesOf(long)).split('\r\n');
	expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
	expect(lines.at(-1)).toBe('');
	expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
});

test('whatever a title holds, it begins no line of its own and is read again as it was', () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r\n', '\n', ';', ',', '\\', ':', '"'))),
			(parts) => {
				const title = `-${parts.join('')}-`;
				const of = { ...CLUB, names: { ru: title } };
				const file = fileOf([of], datesOf(of).slice(0, 2));
				const allowed = [...title.toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')].filter(
					(sign) => sign >= ' ' || '\t\n'.includes(sign),
				);
				expect(unrolled(file)[0]?.title).toBe(allowed.filter((sign) => sign !== '\u007f').join(''));
				expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
			},
		),
		{ numRuns: 30 },
	);
	const name = 'x\r\nBEGIN:VEVENT\r\nEND:VEVENT';
	const shown = shownOf([CLUB], []);
	expect(calendarFile([], name, { shown, say, lang: 'ru', origin: 'https://silta.example' })).not.toMatch(
		/^BEGIN:VEVENT/m,
	);
});

test('a date that stands by itself has an id of its own, and says where it was before', () => {
	const moved = changed(CLUB, '2026-01-27', { day: '2026-01-28', mode: 'both', notice: { ru: 'Вход со двора' } });
	const shown = shownOf([CLUB], [moved]);
	const [dated] = chosen(shown, {});
	if (!dated) throw new Error('no date');
	const file = dateFile(dated, { shown, say, lang: 'ru', origin: 'https://silta.example' }).replaceAll('\r\n ', '');
	expect(file).toContain('UID:club.2026-01-27@silta.example\r\n');
	expect(file).not.toMatch(/RECURRENCE-ID|RRULE:FREQ=WEEKLY/);
	expect(file).toContain('events.different.both\\nВход со двора\\nОткрытый клуб');
	expect(file).toContain('Библиотека\\, Esimerkkikatu 1\\, 70100 Куопио\\; events.how.both');
	expect(file).toContain('URL:https://silta.example/ru/events/club/2026-01-27\r\n');
});
