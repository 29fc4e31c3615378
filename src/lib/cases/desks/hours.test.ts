import { expect, test } from 'vitest';
import { deskStateAt, type Hours, spellsOn } from './hours.ts';

const hours: Hours = {
	zone: 'Europe/Helsinki',
	weekly: [
		{ weekday: 1, opens: '10:00', closes: '13:00' },
		{ weekday: 1, opens: '16:00', closes: '18:00' },
		{ weekday: 3, opens: '10:00', closes: '13:00' },
	],
	exceptions: [],
};
const at = (moment: string, extra: Partial<Hours> = {}) => deskStateAt({ ...hours, ...extra }, new Date(moment));

test('within a spell the desk is open and says when it closes; the last minute is inside, the closing minute is not', () => {
	expect(at('2026-11-23T08:00:00Z')).toEqual({ open: true, closes: '13:00', opens: null });
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
	expect(at('2026-11-25T08:30:00Z', { exceptions })).toEqual({
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
	expect(at('2026-11-23T08:00:00Z', { weekly: [] })).toEqual({ open: false, closes: null, opens: null });
});
