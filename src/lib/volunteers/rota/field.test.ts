import { expect, test } from 'vitest';
import { instantAt } from '#lib/platform/clock.ts';
import type { Assignment, Shift } from '../shifts/shift.ts';
import { type Candidate, type Field, fitted, monthsAround } from './field.ts';
import { reasonsFor } from './reasons.ts';

const at = instantAt('2026-03-23', '10:00');
/** A Tuesday. */
const shift: Shift = {
	...{ id: 's', organisationId: 'near', occurrenceId: 'o', deskId: null, placeId: 'library', work: 'events' },
	...{ day: '2026-03-31', startsAt: instantAt('2026-03-31', '12:00'), endsAt: instantAt('2026-03-31', '14:00') },
	...{ places: 1, languages: ['ru'], qualifications: [], signUp: 'invited', state: 'planned' },
};
const one: Candidate = {
	...{ id: 'v', organisationId: 'near', state: 'active', pausedUntil: null, languages: ['ru'], works: ['events'] },
	...{
		knownWorks: ['events'],
		free: [{ weekday: 2, from: '11:00', to: '15:00' }],
		absences: [],
		placeIds: ['library'],
	},
	...{ isRemote: false, leastMinutes: 120, mostMinutes: 300, qualifications: [], pledgeUntil: '2027-01-01' },
	...{ chosenName: 'Vera', askedAt: instantAt('2026-02-10', '10:00'), lastShiftAt: null },
};
const field = (changes: Partial<Field> = {}, her: Partial<Candidate> = {}): Field => ({
	...{ at, until: instantAt('2026-04-20', '10:00'), people: [{ ...one, ...her }], shifts: [shift], assignments: [] },
	...{ known: new Map([['v', ['events']]]), ...changes },
});
const assigned = (shiftId: string, state: Assignment['state'], accountId = 'v'): Assignment => ({
	...{ id: `${shiftId}-${accountId}`, shiftId, accountId, state, byWay: 'self' },
	...{ offeredUntil: null, madeAt: at, changedAt: at },
});
const why = (of: Field) => fitted(of).against.get('s');

test('whoever chose the work and the time is asked, and told why', () => {
	const { rota, against } = fitted(field());
	expect(rota.pairs).toEqual([{ helper: 'v', shift: 's', wish: 1, isExperienced: true }]);
	expect(against.get('s')).toEqual([]);
	expect(reasonsFor(field(), shift, one)).toEqual(['work:events', 'free:2', 'language:ru', 'place', 'asked:5']);
	expect(reasonsFor(field(), { ...shift, languages: ['ru', 'fi'] }, one)).toContain('language:ru+fi');
});

test('a newcomer hears that somebody experienced is beside her', () => {
	const newcomer = field({ known: new Map() });
	expect(fitted(newcomer).rota.pairs[0]?.isExperienced).toBe(false);
	const never = { ...one, askedAt: null, free: [], placeIds: [] };
	expect(reasonsFor(newcomer, shift, never)).toEqual(['work:events', 'language:ru', 'never', 'first']);
});

test('what she did not choose is not asked of her, and the reason is known', () => {
	expect(why(field({}, { works: ['chat'] }))).toEqual([]);
	expect(why(field({ known: new Map() }, { works: ['chat'] }))).toEqual(['work']);
	expect(why(field({}, { works: [] }))).toEqual(['work']);
	expect(why(field({}, { free: [{ weekday: 2, from: '12:30', to: '15:00' }] }))).toEqual(['not-free']);
	expect(why(field({}, { placeIds: ['office'] }))).toEqual(['place']);
	expect(why(field({}, { state: 'paused' }))).toEqual(['not-active']);
	expect(why(field({}, { languages: ['fi'] }))).toEqual(['language']);
});

test('whoever has said no is not asked again, and an offer that waits holds the place in the suggestion', () => {
	expect(why(field({ assignments: [assigned('s', 'declined')] }))).toEqual(['answered']);
	expect(fitted(field({ assignments: [assigned('s', 'offered', 'other')] })).rota.shifts).toEqual([]);
});

test('what is hers counts in its month, and leaves her time for the way', () => {
	const before = { ...shift, id: 'before', placeId: 'office', startsAt: instantAt('2026-03-31', '09:00') };
	const near = { ...before, endsAt: instantAt('2026-03-31', '11:30') };
	const early = { ...before, endsAt: instantAt('2026-03-31', '11:00') };
	const taken = [assigned('before', 'taken')];
	expect(why(field({ shifts: [near, shift], assignments: taken }))).toEqual(['overlap']);
	const { rota } = fitted(field({ shifts: [early, shift], assignments: taken }));
	expect(rota.helpers[0]?.has).toEqual({ '2026-03': 120 });
});

test('what begins at once, is far away or is off is not suggested', () => {
	const moved = (day: string) => ({
		...shift,
		day,
		startsAt: instantAt(day, '12:00'),
		endsAt: instantAt(day, '14:00'),
	});
	for (const other of [moved('2026-03-23'), moved('2026-04-21'), { ...shift, state: 'cancelled' as const }]) {
		expect(fitted(field({ shifts: [other] })).rota.shifts).toEqual([]);
	}
	expect(monthsAround(at, instantAt('2026-04-30', '10:00'))).toEqual({ from: '2026-03-01', to: '2026-05-01' });
	expect(monthsAround(at, instantAt('2027-01-31', '10:00')).to).toBe('2027-02-01');
});
