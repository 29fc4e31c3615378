import { expect, test } from 'vitest';
import { arrival } from './tally.ts';

const open = { day: '2026-11-22', closedOn: null };

test.each([
	['2026-11-21', 'early'],
	['2026-11-22', 'in-time'],
	['2026-11-23', 'late'],
	['2026-12-22', 'late'],
	['2026-12-23', 'over'],
] as const)('what arrives on %s is %s', (today, expected) => {
	expect(arrival(open, today)).toBe(expected);
});

test('what arrives after a tally was closed is late on its own day', () => {
	expect(arrival({ ...open, closedOn: '2026-11-22' }, '2026-11-22')).toBe('late');
});
