import { expect, test } from 'vitest';
import { instantAt } from '#lib/platform/clock.ts';
import { comingSpells, deskStateAt, type Hours, type Sitting, spellsOn } from './hours.ts';
import type { Span } from './spans.ts';

const NOBODY: Sitting = { present: 0, room: 0, waiting: 0 };
const hours: Hours = {
	zone: 'Europe/Helsinki',
	weekly: [
		{ weekday: 1, opens: '10:00', closes: '13:00' },
		{ weekday: 1, opens: '16:00', closes: '18:00' },
		{ weekday: 3, opens: '10:00', closes: '13:00' },
	],
	covered: null,
	exceptions: [],
};
const at = (moment: string, extra: Partial<Hours> = {}) =>
	deskStateAt({ ...hours, ...extra }, new Date(moment), NOBODY);

test('within a spell the desk is open and says when it closes; the last minute is inside, the closing minute is not', () => {
	expect(at('2026-11-23T08:00:00Z')).toMatchObject({ open: true, closes: '13:00', opens: null });
	expect(at('2026-11-23T10:59:59Z').open).toBe(true);
	expect(at('2026-11-23T11:00:00Z').open).toBe(false);
});

test('between two spells of a day the next opening is today', () => {
	expect(at('2026-11-23T12:00:00Z').opens).toEqual({ day: '2026-11-23', time: '16:00', inDays: 0 });
});

test('after the last spell of the week the next opening is on the first day of the next', () => {
	expect(at('2026-11-26T12:00:00Z').opens).toEqual({ day: '2026-11-30', time: '10:00', inDays: 4 });
});

test('a cancelled day is stepped over, and an extra spell counts', () => {
	const exceptions = [
		{ day: '2026-11-25', opens: null, closes: null },
		{ day: '2026-11-26', opens: '12:00', closes: '14:00' },
	];
	expect(at('2026-11-25T08:30:00Z', { exceptions })).toMatchObject({
		open: false,
		closes: null,
		opens: { day: '2026-11-26', time: '12:00', inDays: 1 },
	});
});

test('overlapping spells are one', () => {
	const exceptions = [{ day: '2026-11-23', opens: '12:00', closes: '16:30' }];
	expect(spellsOn({ ...hours, exceptions }, '2026-11-23')).toEqual([{ opens: '10:00', closes: '18:00' }]);
});

test('the hours stay the same on the wall when the clock changes', () => {
	expect(at('2026-03-30T07:00:00Z').open).toBe(true);
	expect(at('2026-03-23T08:00:00Z').open).toBe(true);
	expect(at('2026-03-23T07:30:00Z').open).toBe(false);
});

test('a desk without hours promises nothing', () => {
	expect(at('2026-11-23T08:00:00Z', { weekly: [] })).toMatchObject({ open: false, closes: null, opens: null });
});

const helsinki = (day: string, time: string): Date => instantAt(day, time, 'Europe/Helsinki');
const shift = (day: string, from: string, to: string, lastDay = day): Span => ({
	from: helsinki(day, from),
	to: helsinki(lastDay, to),
});
const HERE: Sitting = { present: 1, room: 1, waiting: 0 };
const byShifts = (covered: Span[], exceptions: Hours['exceptions'] = []): Hours => ({ ...hours, covered, exceptions });

test('by shifts the weekly hours do not hold, and adjoining shifts are one spell', () => {
	const two = byShifts([shift('2026-11-24', '13:00', '16:00'), shift('2026-11-24', '10:00', '13:00')]);
	expect(deskStateAt(two, helsinki('2026-11-23', '10:30'), HERE)).toMatchObject({
		open: false,
		opens: { day: '2026-11-24', time: '10:00', inDays: 1 },
	});
	expect(deskStateAt(two, helsinki('2026-11-24', '10:30'), HERE)).toMatchObject({ open: true, closes: '16:00' });
	expect(spellsOn(two, '2026-11-24')).toEqual([{ opens: '10:00', closes: '16:00' }]);
});

test('a shift over midnight is one spell with its end tomorrow, and a spell of each day', () => {
	const night = byShifts([shift('2026-11-24', '22:00', '01:00', '2026-11-25')]);
	expect(deskStateAt(night, helsinki('2026-11-24', '23:30'), HERE)).toMatchObject({ since: '22:00', closes: '01:00' });
	expect(deskStateAt(night, helsinki('2026-11-25', '00:30'), HERE)).toMatchObject({ since: '22:00', closes: '01:00' });
	expect(spellsOn(night, '2026-11-24')).toEqual([{ opens: '22:00', closes: '24:00' }]);
	expect(spellsOn(night, '2026-11-25')).toEqual([{ opens: '00:00', closes: '01:00' }]);
});

test('a day that is off cuts the shifts of that day alone, and an extra spell opens on it all the same', () => {
	const off = [
		{ day: '2026-11-25', opens: null, closes: null },
		{ day: '2026-11-25', opens: '12:00', closes: '13:00' },
	];
	const night = byShifts([shift('2026-11-24', '22:00', '11:00', '2026-11-25')], off);
	expect(deskStateAt(night, helsinki('2026-11-24', '23:30'), HERE)).toMatchObject({ open: true, closes: '00:00' });
	expect(spellsOn(night, '2026-11-25')).toEqual([{ opens: '12:00', closes: '13:00' }]);
});

test.each([
	['2026-03-28', '2026-03-29', 2],
	['2026-10-24', '2026-10-25', 4],
])('the night of %s to %s is as long as it is', (first, second, hoursLong) => {
	const night = byShifts([shift(first, '23:59', '02:00', second), shift(second, '02:00', '05:00')]);
	const long = (helsinki(second, '05:00').getTime() - helsinki(second, '02:00').getTime()) / 3_600_000;
	expect(long).toBe(hoursLong);
	expect(deskStateAt(night, helsinki(second, '04:59'), HERE)).toMatchObject({ open: true, closes: '05:00' });
	expect(deskStateAt(night, helsinki(second, '05:00'), HERE).open).toBe(false);
});

test('what nobody has signed up for within four weeks is no opening', () => {
	const far = byShifts([shift('2026-12-22', '10:00', '13:00')]);
	expect(deskStateAt(far, helsinki('2026-11-24', '09:00'), HERE).opens).toMatchObject({ inDays: 28 });
	expect(deskStateAt(far, helsinki('2026-11-23', '23:00'), HERE).opens).toBeNull();
});

test('within a spell it is never said to be open when nobody is there or nobody has room', () => {
	const day = byShifts([shift('2026-11-24', '10:00', '13:00')]);
	const said = (sitting: Sitting) => deskStateAt(day, helsinki('2026-11-24', '10:20'), sitting);
	expect(said(NOBODY)).toMatchObject({ open: false, lacks: 'helper', since: '10:00', closes: '13:00' });
	expect(said({ present: 1, room: 0, waiting: 3 })).toMatchObject({ open: false, lacks: 'room', waiting: 3 });
	expect(said({ present: 1, room: 1, waiting: 3 })).toMatchObject({ open: true, lacks: null, waiting: 0 });
});

test('what is shown of the next days leaves out what is over', () => {
	const two = byShifts([shift('2026-11-24', '10:00', '13:00'), shift('2026-11-26', '16:00', '19:00')]);
	expect(comingSpells(two, helsinki('2026-11-24', '13:00'))).toEqual([
		{ day: '2026-11-26', inDays: 2, opens: '16:00', closes: '19:00' },
	]);
});
