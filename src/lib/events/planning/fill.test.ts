import { expect, test } from 'vitest';
import type { Series } from '../event.ts';
import { sheetLike, sheetOf } from './fill.ts';
import { draftIn } from './sheet.ts';
import { dayOf } from './typed.ts';

const CHOICES = {
	walkInPercents: { club: 20, counselling: 20 },
	...{ activityIds: ['club', 'counselling'], placeIds: ['library'], organisationIds: ['near', 'far'] },
	lines: ['work/digiklubi'],
};
const CLUB: Series = {
	...{ id: 'club', organisationId: 'near', activityId: 'club', partnerIds: ['far'], audience: 'seniors' },
	...{ names: { ru: 'Клуб', fi: 'Kerho' }, summary: { ru: 'Приходите' }, languages: ['ru', 'fi'], mode: 'both' },
	...{ placeId: 'library', link: 'https://meet.example.fi/club', starts: '12:00', minutes: 120, slotMinutes: 20 },
	...{ rule: { kind: 'monthly', nths: [2, 'last'], weekday: 4 }, from: '2026-01-08', until: null, times: 10 },
	...{ skip: { holidays: true, spans: [{ from: '2026-02-16', to: '2026-02-22' }] }, takesRegistration: true },
	...{ capacity: 9, walkIn: 2, projectId: 'work', planLine: 'digiklubi', zone: 'Europe/Helsinki' },
	...{ state: 'public', previousId: null, revision: 3, changedAt: new Date(0) },
};
const GIVEN = ['id', 'organisationId', 'zone', 'state', 'previousId', 'revision', 'changedAt'];

test.each<[string, Partial<Series>]>([
	['of days of the month', {}],
	['of weekdays', { rule: { kind: 'weekly', weekdays: [2, 4], every: 2 }, times: null, until: '2026-05-28' }],
	['of listed days', { rule: { kind: 'dates', days: ['2026-01-08', '2026-03-01'] }, until: '2026-03-01', times: null }],
	['online, without seats', { mode: 'online', placeId: null, capacity: null, walkIn: 0, slotMinutes: null }],
])('a series %s is read from its own form as it was', (_, wanted) => {
	const of = { ...CLUB, ...wanted };
	const draft = Object.fromEntries(Object.entries(of).filter(([name]) => !GIVEN.includes(name)));
	expect(draftIn(sheetOf(of), CHOICES)).toEqual({ draft });
});

test('an empty form says what is missing, by its fields', () => {
	expect(draftIn({}, CHOICES)).toMatchObject({
		faults: { activityId: 'needed', 'title-ru': 'needed', kind: 'needed', from: 'needed', starts: 'time' },
	});
});

test.each([
	[{ placeId: 'nowhere' }, { placeId: 'place' }],
	[{ link: 'javascript:alert(1)' }, { link: 'link' }],
	[{ walkIn: '10' }, { walkIn: 'seats' }],
	[{ times: 'ten' }, { times: 'number' }],
	[{ until: '2026-01-01' }, { until: 'order' }],
	[{ line: 'work/other' }, { line: 'needed' }],
	[{ breakFrom: '2026-04-20', breakTo: '2026-04-13' }, { breakTo: 'order' }],
	[{ kind: 'dates', days: '7.4.2026, 31.4.2026' }, { days: 'days' }],
	[{ starts: '24:00' }, { starts: 'time' }],
])('what makes no sense is refused by its field', (typed, faults) => {
	expect(draftIn({ ...sheetOf(CLUB), ...typed }, CHOICES)).toEqual({ faults });
});

test.each([
	['a fifth of the seats', { capacity: '9' }, 2],
	['a fifth of the times where nobody counts seats', { capacity: '', slotMinutes: '20', minutes: '180' }, 2],
	['none where somebody said so', { capacity: '9', walkIn: '0' }, 0],
	['none where there is no limit', { capacity: '', slotMinutes: '' }, 0],
	['none where nobody registers', { capacity: '9', takesRegistration: '' }, 0],
])('for whoever just comes to a club is kept %s', (_, typed, walkIn) => {
	const read = draftIn({ ...sheetOf(CLUB), walkIn: '', ...typed }, CHOICES);
	expect(read).toMatchObject({ draft: { walkIn } });
});

test('a series that keeps no seats keeps none after an edit, either', () => {
	const read = draftIn(sheetOf({ ...CLUB, walkIn: 0 }), CHOICES);
	expect(read).toMatchObject({ draft: { capacity: 9, walkIn: 0 } });
});

test('days are read as Finns write them, and as machines do', () => {
	expect(['7.4.2026', '2026-04-07', '31.4.2026', '7.4.', '2026-4-7', 'soon'].map(dayOf)).toEqual([
		...['2026-04-07', '2026-04-07', null, null, null, null],
	]);
});

test('a copy for the next season has all but the days', () => {
	const { from, until, times, ...rest } = sheetLike(CLUB);
	expect([from, until, times, rest['span-2026-02-16_2026-02-22']]).toEqual([
		undefined,
		undefined,
		undefined,
		undefined,
	]);
	expect(rest).toMatchObject({ 'title-fi': 'Kerho', 'nth-2': 'on', 'nth-last': 'on', starts: '12:00', holidays: 'on' });
});
