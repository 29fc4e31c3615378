import { expect, test } from 'vitest';
import { randomToken } from '#lib/platform/randomness.server.ts';
import { isTooMany } from './tooMany.server.ts';

const allowed = (seats: string | undefined): number => {
	const source = randomToken();
	return Array.from({ length: 60 }, () => isTooMany(source, seats)).filter((refused) => !refused).length;
};

test('from one place forty people may register in ten minutes, however they are grouped', () => {
	expect(allowed('1')).toBe(40);
	expect(allowed('2')).toBe(20);
	expect(allowed('6')).toBe(6);
});

test.each([undefined, '', '0', '-5', '999', 'x'])('seats %s are one try: the form refuses them itself', (seats) => {
	expect(allowed(seats)).toBe(40);
});
