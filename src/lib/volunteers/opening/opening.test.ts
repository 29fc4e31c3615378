import { expect, test } from 'vitest';
import { instantAt } from '#lib/platform/clock.ts';
import { spellsByShifts } from './opening.ts';

const ZONE = 'Europe/Helsinki';
const shift = (day: string, from: string, to: string, taken = 1) => ({
	startsAt: instantAt(day, from, ZONE),
	endsAt: instantAt(day, to, ZONE),
	taken,
});

test('what nobody has taken opens nothing', () => {
	expect(spellsByShifts([shift('2026-03-02', '10:00', '13:00', 0)], ZONE)).toEqual([]);
});

test('a shift is its hours by the wall clock, before and after the clock change', () => {
	const shifts = [shift('2026-03-28', '10:00', '13:00'), shift('2026-03-30', '10:00', '13:00')];
	expect(spellsByShifts(shifts, ZONE)).toEqual([
		{ day: '2026-03-28', opens: '10:00', closes: '13:00' },
		{ day: '2026-03-30', opens: '10:00', closes: '13:00' },
	]);
});

test('one over midnight is a spell of each day', () => {
	const long = {
		startsAt: instantAt('2026-05-04', '22:00', ZONE),
		endsAt: instantAt('2026-05-05', '01:00', ZONE),
		taken: 2,
	};
	expect(spellsByShifts([long], ZONE)).toEqual([
		{ day: '2026-05-04', opens: '22:00', closes: '24:00' },
		{ day: '2026-05-05', opens: '00:00', closes: '01:00' },
	]);
});
