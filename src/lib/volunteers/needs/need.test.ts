import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, instantAt, wallTimeOf, weekdayOf } from '#lib/platform/clock.ts';
import type { Kept } from '../shifts/shift.ts';
import { followed } from './following.ts';
import { atDates, atDesk, missing, type Need, rewritten, type ShiftDate } from './need.ts';
import { minutesBetween, timeAfter } from './times.ts';

const ZONE = 'Europe/Helsinki';
const NEED: Need = {
	...{ id: 'need', organisationId: 'near', seriesId: null, deskId: 'desk', work: 'chat', places: 1, languages: [] },
	...{ qualifications: [], signUp: 'open', weekday: 1, starts: '10:00', minutes: 180, until: null },
};
const DATE: ShiftDate = {
	...{ id: 'date', day: '2026-02-02', startsAt: instantAt('2026-02-02', '10:00'), placeId: 'library' },
	...{ endsAt: instantAt('2026-02-02', '12:00'), state: 'planned', replacedBy: null },
};
const AT = instantAt('2026-01-31', '12:00');
const SHIFT: Kept = {
	...{ id: 'shift', organisationId: 'near', occurrenceId: 'date', deskId: null, placeId: 'library', work: 'events' },
	...{ day: DATE.day, startsAt: DATE.startsAt, endsAt: DATE.endsAt, places: 1, languages: [], qualifications: [] },
	...{ signUp: 'open', state: 'planned', needId: 'need', isByHand: false, knownPlaceId: 'library', movedAt: null },
};

const day = fc.integer({ min: 0, max: 800 }).map((after) => addDays('2026-01-01', after));
const time = fc
	.record({ hour: fc.nat(23), minute: fc.nat(59) })
	.map(({ hour, minute }) => timeAfter('00:00', hour * 60 + minute));

test('every week of a desk is there at its hour by the clock on the wall, also when the clocks are changed', () => {
	fc.assert(
		fc.property(
			day,
			time,
			fc.integer({ min: 15, max: 720 }),
			fc.integer({ min: 1, max: 7 }),
			(from, starts, minutes, weekday) => {
				const at = instantAt(from, '00:00');
				const wanted = atDesk({ ...NEED, starts, minutes, weekday }, { zone: ZONE, at });
				expect(wanted.length).toBeGreaterThanOrEqual(11);
				for (const one of wanted) {
					expect(weekdayOf(one.day)).toBe(weekday);
					expect(dayOf(one.startsAt, ZONE)).toBe(one.day);
					// Between three and four on the night in March there is no such hour, and the next one is meant.
					if (!(starts >= '03:00' && starts < '04:00')) expect(wallTimeOf(one.startsAt, ZONE)).toBe(starts);
				}
				expect(new Set(wanted.map((one) => one.day)).size).toBe(wanted.length);
			},
		),
	);
});

test('what is there is missing no more, and nothing is wanted after the last day', () => {
	const wanted = atDesk({ ...NEED, until: '2026-02-16' }, { zone: ZONE, at: AT });
	expect(wanted.map((one) => one.day)).toEqual(['2026-02-02', '2026-02-09', '2026-02-16']);
	const there = wanted.slice(0, 2).map((one) => ({ ...SHIFT, ...one }));
	expect(missing(wanted, there).map((one) => one.day)).toEqual(['2026-02-16']);
	expect(missing(wanted, [...there, { ...SHIFT, ...wanted[2], state: 'cancelled' }])).toEqual([]);
});

test('dates that are off or over want nobody', () => {
	const off = (['cancelled', 'replaced', 'held'] as const).map((state) => ({ ...DATE, state }));
	const over = { ...DATE, startsAt: new Date(AT.getTime() - 1) };
	expect(atDates({ ...NEED, deskId: null, seriesId: 'club' }, [...off, over, DATE], AT)).toHaveLength(1);
});

test('a shift goes where its date goes, and asked again says nothing new', () => {
	const state = fc.constantFrom('planned', 'held', 'cancelled', 'replaced' as const);
	const arbitraryDate = fc.record({ state, after: fc.nat(3), placeId: fc.constantFrom('library', 'school', null) }).map(
		({ state, after, placeId }): ShiftDate => ({
			...{ ...DATE, state, placeId, startsAt: new Date(DATE.startsAt.getTime() + after * 3_600_000) },
			endsAt: new Date(DATE.endsAt.getTime() + after * 3_600_000),
		}),
	);
	const other = fc.option(arbitraryDate.map((one) => ({ ...one, id: 'other' })));
	fc.assert(
		fc.property(fc.option(arbitraryDate), other, fc.boolean(), fc.boolean(), (date, instead, isByHand, isOff) => {
			const before: Kept = { ...SHIFT, isByHand, state: isOff ? 'cancelled' : 'planned' };
			const once = followed(before, { date, instead, isWanted: true, at: AT });
			const dateNow = once.after.occurrenceId === 'other' ? instead : date;
			expect(followed(once.after, { date: dateNow, instead, isWanted: true, at: AT }).how).toBe('same');
			if (isOff && isByHand) expect(once.after.state).toBe('cancelled');
			if (date === null || date.state === 'cancelled') expect(once.after.state).toBe('cancelled');
			if (once.how === 'moved') expect(once.after.movedAt).toEqual(AT);
		}),
	);
});

test('a need written anew writes what it should, and not what somebody wrote by hand', () => {
	const wanted = [{ occurrenceId: 'date', deskId: null, day: DATE.day, startsAt: DATE.startsAt, endsAt: DATE.endsAt }];
	const need = { ...NEED, seriesId: 'club', deskId: null, work: 'events', places: 3 };
	expect(rewritten(SHIFT, need, wanted)).toMatchObject({ places: 3, state: 'planned' });
	expect(rewritten(SHIFT, { ...need, places: 1 }, wanted)).toBeNull();
	expect(rewritten(SHIFT, need, [])).toMatchObject({ state: 'cancelled' });
	expect(rewritten({ ...SHIFT, isByHand: true }, need, [])).toBeNull();
});

test('from one time to another is at least a quarter of an hour, also over midnight', () => {
	expect([minutesBetween('10:00', '13:00'), minutesBetween('22:00', '02:00')]).toEqual([180, 240]);
	expect([minutesBetween('10:00', '10:10'), minutesBetween('10:00', '10:00'), minutesBetween(null, '10:00')]).toEqual([
		...[null, null, null],
	]);
	expect([minutesBetween('10:00', '22:00'), minutesBetween('13:00', '10:00')]).toEqual([720, null]);
});
