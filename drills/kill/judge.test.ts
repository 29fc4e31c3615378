import { expect, test } from 'vitest';
import { judge } from './judge.ts';

const sent = [{ acked: ['a 1', 'a 2', 'a 3'], unknown: 1 }];

test('what is all there, once and in order, is without fault', () => {
	expect(judge(sent, [['a 0', 'a 1', 'a 2', 'a 3']])).toEqual({
		acked: 3,
		unknown: 1,
		lost: 0,
		doubled: 0,
		disordered: 0,
	});
});

test('a lost, a doubled and a displaced message are each seen', () => {
	expect(judge(sent, [['a 1', 'a 3']]).lost).toBe(1);
	expect(judge(sent, [['a 1', 'a 2', 'a 2', 'a 3']]).doubled).toBe(1);
	expect(judge(sent, [['a 2', 'a 1', 'a 3']]).disordered).toBe(1);
	expect(judge(sent, []).lost).toBe(3);
});
