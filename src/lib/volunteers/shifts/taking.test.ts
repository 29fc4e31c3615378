import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt } from '#lib/platform/clock.ts';
import type { Volunteer } from '../people/volunteer.ts';
import { ASSIGNMENT_STATES, mayBecome, placesLeft, type Shift } from './shift.ts';
import { obstacles, type Standing } from './taking.ts';

const shift: Shift = {
	...{ id: 's', organisationId: 'near', occurrenceId: null, deskId: 'desk', placeId: null, work: 'chat' },
	...{ day: '2026-03-30', startsAt: instantAt('2026-03-30', '10:00'), endsAt: instantAt('2026-03-30', '13:00') },
	...{ places: 1, languages: ['ru'], qualifications: ['basic'], signUp: 'open', state: 'planned' },
};
const one: Volunteer = {
	...{
		id: 'v',
		organisationId: 'near',
		state: 'active',
		pausedUntil: null,
		languages: ['ru', 'fi'],
		works: ['chat'],
		knownWorks: [],
	},
	...{ free: [], absences: [], placeIds: [], isRemote: true, leastMinutes: 120, mostMinutes: 300 },
	qualifications: [{ code: 'basic', grantedOn: '2025-09-01', expiresOn: '2026-09-01', revokedOn: null }],
	pledgeUntil: '2026-06-01',
};
const standing: Standing = {
	...{ at: instantAt('2026-03-01', '10:00'), placesLeft: 1, hers: [] },
	...{ isInvited: false, isExperienced: true, hasExperienced: false },
};
const why = (changes: { shift?: Partial<Shift>; one?: Partial<Volunteer>; standing?: Partial<Standing> }) =>
	obstacles({ ...shift, ...changes.shift }, { ...one, ...changes.one }, { ...standing, ...changes.standing });

test('whoever is qualified, free and willing may', () => {
	expect(why({})).toEqual([]);
});

test('a qualification or a pledge must hold on the day of the shift, not on the day of asking', () => {
	expect(why({ shift: { day: '2026-08-31' } })).toEqual([{ why: 'pledge' }]);
	const late = { pledgeUntil: '2027-01-01' };
	expect(why({ shift: { day: '2026-09-01' }, one: late })).toEqual([{ why: 'qualification', what: 'basic' }]);
	expect(why({ shift: { work: 'translation' }, one: { pledgeUntil: null } })).toEqual([]);
});

test('a newcomer stands beside somebody experienced, and alone nowhere', () => {
	expect(why({ standing: { isExperienced: false } })).toEqual([{ why: 'newcomer' }]);
	expect(why({ standing: { isExperienced: false, hasExperienced: true } })).toEqual([]);
});

test('each obstacle is named', () => {
	expect(why({ shift: { state: 'cancelled' } })).toEqual([{ why: 'cancelled' }]);
	expect(why({ standing: { at: shift.startsAt } })).toEqual([{ why: 'over' }]);
	expect(why({ standing: { placesLeft: 0 } })).toEqual([{ why: 'full' }]);
	expect(why({ shift: { signUp: 'invited' } })).toEqual([{ why: 'invited' }]);
	expect(why({ one: { state: 'paused' } })).toEqual([{ why: 'not-active' }]);
	expect(why({ one: { absences: [{ from: '2026-03-30', to: '2026-04-02' }] } })).toEqual([{ why: 'absent' }]);
	expect(why({ standing: { hers: [shift] } })).toEqual([{ why: 'overlap' }]);
	expect(why({ shift: { languages: ['uk'] } })).toEqual([{ why: 'language', what: 'uk' }]);
});

test('shifts that touch do not overlap', () => {
	const before = { startsAt: instantAt('2026-03-30', '09:00'), endsAt: shift.startsAt };
	expect(why({ standing: { hers: [before] } })).toEqual([]);
});

test('whatever way assignments go, a declined or withdrawn one never comes back, and places are never fewer than none', () => {
	const state = fc.constantFrom(...ASSIGNMENT_STATES);
	fc.assert(
		fc.property(state, state, (from, to) => {
			if (from === 'declined' || from === 'withdrawn') expect(mayBecome(from, to)).toBe(false);
			expect(mayBecome(from, from)).toBe(false);
		}),
	);
	expect(placesLeft({ places: 2 }, [{ state: 'taken' }, { state: 'offered' }, { state: 'asked' }])).toBe(1);
});
