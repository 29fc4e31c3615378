import { expect, test } from 'vitest';
import { quarterOfQuery } from './query.ts';

test('a quarter is written like 2026-Q4, and nothing else is asked for', () => {
	const asked = (query: string) => quarterOfQuery(new URLSearchParams(query));
	expect(asked('quarter=2026-Q4')).toBe('2026-Q4');
	for (const query of [
		'',
		'quarter=',
		'quarter=2026',
		'quarter=2026-Q5',
		'quarter=1999-Q1',
		'quarter=2026-Q1%0d%0aX',
	]) {
		expect(asked(query)).toBeNull();
	}
});
