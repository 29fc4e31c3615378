import { expect, test } from 'vitest';
import { choiceOf } from './choice.ts';
import { coming, nextByPlace, nextDates } from './coming.ts';
import { aDate, aSeries, tuesdays, viewOf } from './testing.ts';

const club = aSeries();
const namesOf = (days: readonly { day: string; dates: readonly { name: string }[] }[]) =>
	days.map(({ day, dates }) => [day, ...dates.map(({ name }) => name)]);

test('today and the six days after it come first, the weeks after them later, and the months that come by name', () => {
	const found = coming(viewOf([club], tuesdays(club, 8)), {});
	expect(found.week.map(({ day }) => day)).toEqual(['2026-11-24']);
	expect(found.later.map(({ day }) => day)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']);
	expect(found.months).toEqual(['2026-11', '2026-12', '2027-01']);
});

test('after a summer without any the first days that come are shown', () => {
	const found = coming(viewOf([club], tuesdays(club, 8), '2026-09-01T06:00:00Z'), {});
	expect(found.week).toEqual([]);
	expect(found.later.map(({ day }) => day)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15']);
});

test('a date that runs is still there, one that is over is not', () => {
	const at = (time: string) => coming(viewOf([club], tuesdays(club, 1), time), {});
	expect(at('2026-11-24T11:59:00Z').week[0]?.dates[0]).toMatchObject({ stage: 'running' });
	expect(at('2026-11-24T12:00:00Z').week).toEqual([]);
});

test('whoever remembers the day from which it was moved is told there where it went', () => {
	const moved = aDate(club, '2026-11-24', { day: '2026-11-26', starts: '14:00' });
	const [old, now] = coming(viewOf([club], [moved]), {}).week;
	expect(old).toMatchObject({ day: '2026-11-24', dates: [], moved: [{ day: '2026-11-26', starts: '14:00' }] });
	expect(now?.dates[0]?.different).toEqual([{ what: 'time', day: '2026-11-24', starts: '12:00', minutes: 120 }]);
	expect(now?.dates[0]?.href).toBe('/ru/events/club/2026-11-24');
});

test('what was called off stands on its day with the reason, and nobody is sent there', () => {
	const off = aDate(club, '2026-11-24', { state: 'cancelled', cause: 'weather', reason: { ru: 'Метель' } });
	const view = viewOf([club], [off, aDate(club, '2026-12-01')]);
	expect(coming(view, {}).week[0]?.dates[0]).toMatchObject({ state: 'cancelled', reason: 'Метель', entrance: 'no' });
	expect(nextDates(view, 2).map(({ day }) => day)).toEqual(['2026-12-01']);
	expect(nextByPlace(view)).toMatchObject({ library: { day: '2026-12-01' } });
});

test('how one takes part: just come, register, wait in the line, and no more once it runs', () => {
	const taking = aSeries({ takesRegistration: true });
	const entrance = (of: typeof club, isFull: boolean, at?: string) =>
		coming(viewOf([of], [aDate(of, '2026-11-24', { isFull })], at), {}).week[0]?.dates[0]?.entrance;
	expect(entrance(club, true)).toBe('come');
	expect(entrance(taking, false)).toBe('register');
	expect(entrance(taking, true)).toBe('line');
	expect(entrance(taking, false, '2026-11-24T10:00:00Z')).toBe('no');
	expect(entrance(club, false, '2026-11-24T10:00:00Z')).toBe('come');
});

test('a choice keeps what suits it, and what can be chosen stays as it is', () => {
	const lahti = aSeries({ id: 'lahti', names: { ru: 'Курс' }, placeId: 'hall', languages: ['fi'] });
	const online = aSeries({ id: 'online', names: { ru: 'Вебинар' }, placeId: null, mode: 'online' });
	const all = [club, lahti, online];
	const view = viewOf(
		all,
		all.map((of) => aDate(of, '2026-11-25')),
	);
	const shown = (query: string) => namesOf(coming(view, choiceOf(new URLSearchParams(query))).week);
	expect(shown('municipality=LAHTI')).toEqual([['2026-11-25', 'Курс']]);
	expect(shown('municipality=Лахти')).toEqual([['2026-11-25', 'Курс']]);
	expect(shown('how=online')).toEqual([['2026-11-25', 'Вебинар']]);
	expect(shown('language=fi&how=')).toEqual([['2026-11-25', 'Курс']]);
	expect(shown('language=fi&how=online')).toEqual([]);
	expect(shown('how=sideways')[0]).toHaveLength(4);
	const { options } = coming(view, { language: 'fi', how: 'online' });
	expect(options.municipalities.map(({ value }) => value)).toEqual(['Kuopio', 'Lahti']);
	expect(options).toMatchObject({ languages: ['ru', 'fi'], hows: ['on-site', 'online'] });
});

test('where much is on, whole days are shown, and the page ends in time', () => {
	const many = Array.from({ length: 30 }, (_, at) => aSeries({ id: `club-${at}` }));
	const days = ['2026-11-24', '2026-11-25', '2026-11-26'];
	const view = viewOf(
		many,
		many.flatMap((of) => days.map((day) => aDate(of, day))),
	);
	const { week, months } = coming(view, {});
	expect(week.map(({ dates }) => dates.length)).toEqual([30]);
	expect(months).toEqual(['2026-11']);
});
