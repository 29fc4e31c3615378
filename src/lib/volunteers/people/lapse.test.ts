import { expect, test } from 'vitest';
import { lapsesOf } from './lapse.ts';
import type { Qualification } from './volunteer.ts';

const TODAY = '2026-11-22';
const held = (wanted: Partial<Qualification>): Qualification => ({
	...{ code: 'basic', grantedOn: '2026-01-10', expiresOn: null, revokedOn: null },
	...wanted,
});
const lapses = (qualifications: readonly Qualification[], pledgeUntil: string | null = null) =>
	lapsesOf({ qualifications, pledgeUntil }, TODAY).map(({ what, day, isOver }) => `${what} ${day} ${isOver}`);

test('what ends within sixty days and what has ended stand there, the earliest first, with their last days', () => {
	const ended = held({ code: 'safety', expiresOn: '2026-11-22' });
	const ending = held({ expiresOn: '2027-01-22' });
	expect(lapses([ending, ended], '2026-12-31')).toEqual([
		'safety 2026-11-21 true',
		'pledge 2026-12-31 false',
		'basic 2027-01-21 false',
	]);
});

test('what holds for longer, has no end or was given anew is not there', () => {
	const renewed = [held({ expiresOn: '2026-11-30' }), held({ grantedOn: '2026-11-01', expiresOn: '2027-11-01' })];
	expect(lapses([...renewed, held({ code: 'chat' })], '2027-01-22')).toEqual([]);
});

test('what was revoked, or has been over for more than a year, is no news', () => {
	const revoked = held({ expiresOn: '2026-11-30', revokedOn: '2026-10-01' });
	expect(lapses([revoked, held({ code: 'chat', expiresOn: '2025-11-22' })])).toEqual([]);
});
