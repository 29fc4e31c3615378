import { expect, test } from 'vitest';
import { keyOfReminder, reminderDue } from './reminder.ts';
import type { Told } from './notice.ts';
import { type Standing, whyNot } from './truth.ts';

const AT = new Date('2026-03-20T08:00:00Z');
const now: Told = {
	...{ day: '2026-03-24', starts: '12:00', minutes: 120, mode: 'on-site', placeId: 'library' },
	...{ occurrenceId: 'date', date: 'planned', seat: 'confirmed', seats: 1, until: null },
};
const moved: Told = { ...now, day: '2026-03-25' };
const startsAt = new Date('2026-03-24T10:00:00Z');
const standing = (wanted: Partial<Told> = {}, before: Standing['before'] = []): Standing => ({
	...{ now: { ...now, ...wanted }, startsAt, before },
});
const told = (one: Told, about: 'confirmed' | 'moved' | 'offered' = 'confirmed') => ({ about, told: one });
const notice = (about: Parameters<typeof whyNot>[0]['about'], was: Told | null = null, key = about as string) => ({
	...{ about, was, key },
});

test.each([
	['confirmed', 'confirmed', 'waiting'],
	['waiting', 'waiting', 'confirmed'],
	['offer-over', 'expired', 'confirmed'],
	['seat-gone', 'expired', 'confirmed'],
	['withdrawn', 'cancelled', 'confirmed'],
	['moved', 'waiting', 'cancelled'],
	['mode-changed', 'offered', 'declined'],
] as const)('%s is said to whoever is %s, and not to whoever is %s', (about, so, notSo) => {
	expect(whyNot(notice(about), standing({ seat: so }), AT)).toBeNull();
	expect(whyNot(notice(about), standing({ seat: notSo }), AT)).toBe('not-so');
	expect(whyNot(notice(about), standing({ seat: so, date: 'cancelled' }), AT)).toBe('not-so');
});

test('nothing is said of what has begun', () => {
	for (const about of ['confirmed', 'cancelled', 'moved', 'reminder'] as const)
		expect(whyNot(notice(about), standing({ date: about === 'cancelled' ? 'cancelled' : 'planned' }), startsAt)).toBe(
			'over',
		);
});

test('an offer is told while it may be taken, and each once', () => {
	const until = AT.getTime() + 3_600_000;
	const offered = standing({ seat: 'offered', until });
	expect(whyNot(notice('offered'), offered, AT)).toBeNull();
	expect(whyNot(notice('offered'), offered, new Date(until))).toBe('not-so');
	const twice = standing({ seat: 'offered', until }, [told({ ...now, seat: 'offered', until }, 'offered')]);
	expect(whyNot(notice('offered'), twice, AT)).toBe('known');
	const again = standing({ seat: 'offered', until }, [told({ ...now, seat: 'offered', until: until - 1 }, 'offered')]);
	expect(whyNot(notice('offered'), again, AT)).toBeNull();
});

test('two moves that waited are one word, and there and back again is none', () => {
	const twice = standing(moved, [told(now), told(moved, 'moved')]);
	expect(whyNot(notice('moved', now), twice, AT)).toBe('known');
	expect(whyNot(notice('moved', moved), standing({}, [told(now)]), AT)).toBe('known');
	expect(whyNot(notice('moved', now), standing(moved, [told(now)]), AT)).toBeNull();
	// Whoever was never told anything knows what was planned then.
	expect(whyNot(notice('moved', now), standing(moved), AT)).toBeNull();
	expect(whyNot(notice('moved', now), standing(), AT)).toBe('known');
});

test('a date that is cancelled, called back and cancelled again is told of each time it is different', () => {
	const cancelled = { ...now, date: 'cancelled' } as const;
	expect(whyNot(notice('cancelled'), standing(cancelled, [told(now)]), AT)).toBeNull();
	expect(whyNot(notice('cancelled'), standing(cancelled, [told(cancelled)]), AT)).toBe('known');
	expect(whyNot(notice('cancelled'), standing({}, [told(now)]), AT)).toBe('not-so');
	expect(whyNot(notice('moved', now), standing({}, [told(cancelled)]), AT)).toBeNull();
});

test('whoever was moved to the date that is held instead is told so, and so is whoever was not', () => {
	const other = { ...now, occurrenceId: 'other' };
	const along = notice('replaced', now, 'replaced/date/1');
	expect(whyNot(along, standing({ occurrenceId: 'other' }, [told(now)]), AT)).toBeNull();
	expect(whyNot(along, standing(other, [told(other)]), AT)).toBe('known');
	expect(whyNot(notice('replaced'), standing({ date: 'replaced', seat: 'cancelled' }, [told(now)]), AT)).toBeNull();
	expect(whyNot(along, standing(), AT)).toBe('not-so');
});

test('a confirmation that a later word overtook is none any more', () => {
	expect(whyNot(notice('confirmed'), standing(moved, [told(moved, 'moved')]), AT)).toBe('known');
	expect(whyNot(notice('confirmed'), standing(moved, [told(now, 'offered')]), AT)).toBeNull();
	expect(whyNot(notice('confirmed'), standing({ seats: 2 }, [told(now)]), AT)).toBeNull();
});

test('a reminder is of one moment: moved, it is another one', () => {
	expect(whyNot(notice('reminder', null, keyOfReminder(startsAt)), standing({}, [told(now)]), AT)).toBeNull();
	expect(whyNot(notice('reminder', null, keyOfReminder(new Date(0))), standing(), AT)).toBe('not-so');
	expect(whyNot(notice('reminder', null, keyOfReminder(startsAt)), standing({ seat: 'waiting' }), AT)).toBe('not-so');
});

test.each([
	// 29 March 2026: the clock goes forward in the night between.
	['2026-03-29T09:00:00Z', '2026-03-20T08:00:00Z', '2026-03-28T08:00:00.000Z'],
	['2026-03-30T09:00:00Z', '2026-03-20T08:00:00Z', '2026-03-29T07:00:00.000Z'],
	['2026-10-25T10:00:00Z', '2026-10-20T08:00:00Z', '2026-10-24T07:00:00.000Z'],
	['2026-03-24T10:00:00Z', '2026-03-23T08:00:00Z', '2026-03-24T07:00:00.000Z'],
	['2026-03-24T10:00:00Z', '2026-03-24T06:59:59Z', '2026-03-24T07:00:00.000Z'],
	['2026-03-24T10:00:00Z', '2026-03-24T07:00:00Z', null],
])('what begins at %s is remembered, when known at %s, at %s', (starts, at, due) => {
	expect(reminderDue(new Date(starts), 'Europe/Helsinki', new Date(at))?.toISOString() ?? null).toBe(due);
});
