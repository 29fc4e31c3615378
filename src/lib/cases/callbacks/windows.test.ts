import { expect, test } from 'vitest';
import { instantAt } from '#lib/platform/clock.ts';
import { inOrderOfCalling, numberUntilOf, shownTime, stateAfter, whyGivenUp } from './callback.ts';
import { timeChosen, windowsOf } from './windows.ts';

const zone = 'Europe/Helsinki';
const weekly = [
	{ weekday: 1, opens: '10:00', closes: '13:00' },
	{ weekday: 2, opens: '09:00', closes: '16:00' },
];
const hours = { zone, weekly, covered: null, exceptions: [] };
const MONDAY = '2026-11-23';

test('the windows are the spells of the next days, long ones in halves', () => {
	const found = windowsOf(hours, instantAt(MONDAY, '08:00', zone));
	expect(found.map(({ id, closes, inDays }) => [id, closes, inDays])).toEqual([
		['2026-11-23T10:00', '13:00', 0],
		['2026-11-24T09:00', '12:00', 1],
		['2026-11-24T12:00', '16:00', 1],
		['2026-11-30T10:00', '13:00', 7],
	]);
});

test('a window that is almost over is offered no more, one that has begun is', () => {
	const first = (time: string) => windowsOf(hours, instantAt(MONDAY, time, zone))[0]?.id;
	expect(first('12:40')).toBe('2026-11-23T10:00');
	expect(first('12:41')).toBe('2026-11-24T09:00');
});

test('an exception takes a day away, and a desk without hours calls nobody', () => {
	const exceptions = [{ day: MONDAY, opens: null, closes: null }];
	expect(windowsOf({ ...hours, exceptions }, instantAt(MONDAY, '08:00', zone))[0]?.day).toBe('2026-11-24');
	expect(windowsOf({ ...hours, weekly: [] }, instantAt(MONDAY, '08:00', zone))).toEqual([]);
	expect(timeChosen('any', { ...hours, weekly: [] }, instantAt(MONDAY, '08:00', zone))).toBeNull();
});

test('what she chose is a span of time; a window that is not there is none', () => {
	const moment = instantAt(MONDAY, '08:00', zone);
	expect(timeChosen('2026-11-24T12:00', hours, moment)).toEqual({
		anyTime: false,
		from: instantAt('2026-11-24', '12:00', zone),
		to: instantAt('2026-11-24', '16:00', zone),
	});
	const any = timeChosen('any', hours, moment);
	expect(any).toEqual({ anyTime: true, from: moment, to: instantAt('2026-11-30', '13:00', zone) });
	expect(numberUntilOf({ to: any?.to ?? moment }, zone)).toBe('2026-12-14');
	expect(timeChosen('2026-11-25T10:00', hours, moment)).toBeNull();
	expect(timeChosen('', hours, moment)).toBeNull();
});

test('in the night in which the clock goes back the window is at the right moment', () => {
	const sundays = { zone, weekly: [{ weekday: 7, opens: '10:00', closes: '12:00' }], covered: null, exceptions: [] };
	const moment = instantAt('2026-10-24', '20:00', zone);
	expect(timeChosen('2026-10-25T10:00', sundays, moment)?.from.toISOString()).toBe('2026-10-25T08:00:00.000Z');
});

test('whose time is over is called first, then whose time is now', () => {
	const moment = instantAt(MONDAY, '11:00', zone);
	const at = (id: string, from: string, to: string, anyTime = false) => ({
		id,
		time: {
			anyTime,
			from: instantAt(from.slice(0, 10), from.slice(11), zone),
			to: instantAt(to.slice(0, 10), to.slice(11), zone),
		},
		lastTriedAt: null,
	});
	const listed = [
		at('later', '2026-11-24T09:00', '2026-11-24T12:00'),
		at('any', '2026-11-20T09:00', '2026-11-30T13:00', true),
		at('now', '2026-11-23T10:00', '2026-11-23T13:00'),
		at('over', '2026-11-20T10:00', '2026-11-20T13:00'),
	];
	expect(inOrderOfCalling(listed, moment).map(({ id }) => id)).toEqual(['over', 'now', 'later', 'any']);
});

test('a wrong number is not called again, the others some times', () => {
	expect(stateAfter('wrong-number', 1)).toBe('given-up');
	expect(stateAfter('no-answer', 3)).toBe('waiting');
	expect(stateAfter('busy', 4)).toBe('given-up');
	expect(whyGivenUp({ lastTry: 'wrong-number', tries: 1 })).toBe('wrong-number');
	expect(whyGivenUp({ lastTry: 'busy', tries: 4 })).toBe('tried');
	expect(whyGivenUp({ lastTry: null, tries: 0 })).toBe('late');
});

test('a window is shown by the clock of the desk', () => {
	const from = instantAt('2026-11-24', '12:00', zone);
	const shown = shownTime({ anyTime: false, from, to: instantAt('2026-11-24', '16:00', zone) }, zone, MONDAY);
	expect(shown).toEqual({
		...{ anyTime: false, day: '2026-11-24', lastDay: '2026-11-24', opens: '12:00', closes: '16:00', inDays: 1 },
	});
});
