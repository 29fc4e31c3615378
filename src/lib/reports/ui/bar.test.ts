import { expect, test } from 'vitest';
import { barOf } from './bar.ts';

test('the plan is the whole width until more was done than planned', () => {
	expect(barOf(480, 120, 240)).toEqual({ planned: 100, actual: 25, due: 50 });
	expect(barOf(100, 125, 90)).toEqual({ planned: 80, actual: 100, due: 72 });
});

test('bars that are compared share the largest as their whole', () => {
	expect(barOf(50, 10, null, 200)).toEqual({ planned: 25, actual: 5, due: null });
});

test('nothing planned and nothing done is an empty bar', () => {
	expect(barOf(null, 0)).toEqual({ planned: 0, actual: 0, due: null });
});
