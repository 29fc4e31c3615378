import { expect, test } from 'vitest';
import { aheadOf, endingIn, endingsOf, keyOfEnding } from './ending.ts';

const held = (code: 'basic' | 'chat', expiresOn: string | null, revokedOn: string | null = null) => ({
	...{ code, grantedOn: '2025-01-01', expiresOn, revokedOn },
});

test('of two of one kind the later counts; what has no end, or was taken back, does not end', () => {
	const qualifications = [
		held('basic', '2026-04-01'),
		held('basic', '2027-04-01'),
		held('chat', '2026-04-01', '2026-01-01'),
	];
	expect(endingsOf({ qualifications, pledgeUntil: '2026-05-01' })).toEqual([
		{ what: 'basic', day: '2027-03-31' },
		{ what: 'pledge', day: '2026-05-01' },
	]);
	expect(endingsOf({ qualifications: [held('chat', '2026-04-01'), held('chat', null)], pledgeUntil: null })).toEqual(
		[],
	);
});

test('thirty days before, and seven; whoever was away hears the nearer one alone', () => {
	const one = { what: 'basic', day: '2026-03-31' };
	const days = ['2026-02-28', '2026-03-01', '2026-03-23', '2026-03-24', '2026-03-31', '2026-04-01'];
	expect(days.map((day) => aheadOf(one, day))).toEqual([null, 30, 30, 7, 7, null]);
});

test('the key says of what it is, and of nothing else', () => {
	const one = { what: 'acting-on-behalf', day: '2026-03-31' };
	expect(endingIn(keyOfEnding(one, 7))).toEqual(one);
	expect(endingIn('ends/basic')).toBeNull();
});
