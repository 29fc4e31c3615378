import { expect, test } from 'vitest';
import { wantedOf } from './wanted.ts';

test('what is not named is not asked for, and what nobody knows is not looked at', () => {
	const query = new URLSearchParams('organisation=demo-kuopio&place=&day=2026-01-13&utm_source=x');
	expect(wantedOf(query)).toEqual({ organisation: 'demo-kuopio', day: '2026-01-13' });
});

test.each(['series=A', 'day=2026-13-40', 'language=русский', 'place=../x', `organisation=${'a'.repeat(61)}`])(
	'%s is refused in one sentence that repeats nothing of it',
	(query) => {
		const [key] = query.split('=');
		expect(wantedOf(new URLSearchParams(query))).toBe(`${key} is not written as it should be.`);
	},
);
