import { expect, test } from 'vitest';
import { faultOf, inWords } from './judge.ts';

const reply = (text: string, status = 400) => ({ status, text, ms: 1 });

test('an answer with a fault of ours, and no answer where one is due, are faults', () => {
	expect(faultOf(reply('', 500), true, [])).toBe('answered with 500');
	expect(faultOf(null, true, [])).toBe('no answer');
	expect(faultOf(null, false, [])).toBeNull();
	expect(faultOf(reply('<h1>Страница не найдена</h1>', 404), true, ['/srv/silta'])).toBeNull();
});

test.each([
	['a stack', 'Error: x\n    at Object.load (file:///srv/silta/build/server/index.js:3:4)'],
	['a place in the code', 'see /build/server/chunks/a-b_c.js:12'],
	['a statement', 'error: syntax error at or near "select"'],
	['a rule of the database', 'new row violates check constraint "a"'],
	['a name of an error', 'TypeError: x is not a function'],
	['a folder', 'cannot read /srv/silta/data/keys'],
])('an answer that tells %s is a fault', (_what, text) => {
	expect(faultOf(reply(text), true, ['/srv/silta'])).not.toBeNull();
});

test('a request is printed so that it can be sent again', () => {
	expect(inWords(Buffer.from([71, 13, 10, 255, 0]))).toBe('G\\r\\n\\xff\\x00');
});
