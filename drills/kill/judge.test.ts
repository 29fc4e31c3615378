import { expect, test } from 'vitest';
import { isFaultless, judge, line } from './judge.ts';

const sent = [{ acked: ['a 1', 'a 2', 'a 3'], unknown: 1 }];
const whole = [['a 0', 'a 1', 'a 2', 'a 3']];

test('what is all there, once and in order, and so on the screen, is without fault', () => {
	const verdict = judge(sent, whole, whole);
	expect(verdict).toEqual({ acked: 3, unknown: 1, lost: 0, doubled: 0, disordered: 0, unlike: 0 });
	expect(isFaultless(verdict)).toBe(true);
	expect(line('P01 kill-app', '3 kills', verdict)).toMatch(/^P01 kill-app: 3 kills, 3 acked, 1 unknown, 0 lost/);
});

test('a lost, a doubled and a displaced message are each seen', () => {
	expect(judge(sent, [['a 1', 'a 3']]).lost).toBe(1);
	expect(judge(sent, [['a 1', 'a 2', 'a 2', 'a 3']]).doubled).toBe(1);
	expect(judge(sent, [['a 2', 'a 1', 'a 3']]).disordered).toBe(1);
	expect(judge(sent, []).lost).toBe(3);
});

test('a screen that shows something twice, too little or in another order is seen', () => {
	for (const shown of [['a 1'], ['a 0', 'a 1', 'a 1', 'a 2', 'a 3'], ['a 1', 'a 0', 'a 2', 'a 3']])
		expect(judge(sent, whole, [shown])).toMatchObject({ unlike: 1 });
	expect(isFaultless(judge(sent, whole, [[]]))).toBe(false);
});
