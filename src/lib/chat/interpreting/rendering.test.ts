import { expect, test } from 'vitest';
import { isLacking, renderingsOf, type Sides, type Step, targetOf } from './rendering.ts';

const step = (parts: Partial<Step> & { seq: number }): Step => ({
	...{ kind: 'text', text: 'слова', language: 'ru', made: null, signed: null, aboutSeq: null },
	...parts,
});
const rendering = (seq: number, aboutSeq: number, language: string, text = `${language} ${seq}`): Step =>
	step({ seq, aboutSeq, language, text, kind: 'rendering', made: 'human', signed: 'Anna' });
const both: Sides = { visitor: 'ru', clerk: { language: 'fi', fromSeq: 3 } };

test('of several renderings in one language the newest counts', () => {
	const known = renderingsOf([step({ seq: 1 }), rendering(2, 1, 'fi'), rendering(3, 1, 'en'), rendering(4, 1, 'fi')]);
	expect(known.get(1)?.map(({ seq, language }) => [seq, language])).toEqual([
		[3, 'en'],
		[4, 'fi'],
	]);
});

test('what was rendered before a number was hidden in the message counts no more, what was rendered after it does', () => {
	const hidden = step({ seq: 3, kind: 'redacted', aboutSeq: 1, language: null });
	const before = [step({ seq: 1 }), rendering(2, 1, 'fi'), hidden];
	expect(renderingsOf(before).get(1)).toBeUndefined();
	expect(renderingsOf([...before, rendering(4, 1, 'fi')]).get(1)).toHaveLength(1);
});

test.each([
	['the visitor’s words, from the clerk’s coming on', step({ seq: 4 }), both, 'fi'],
	['the visitor’s words from before, which the clerk does not see', step({ seq: 3 }), both, null],
	['the clerk’s words', step({ seq: 4, language: 'fi' }), both, 'ru'],
	['the clerk’s words, when the clerk has gone', step({ seq: 4, language: 'fi' }), { ...both, clerk: null }, 'ru'],
	['the visitor’s words, when there is no clerk', step({ seq: 4 }), { ...both, clerk: null }, null],
	[
		'words for a clerk of the visitor’s own language',
		step({ seq: 4 }),
		{ ...both, clerk: { language: 'ru', fromSeq: 0 } },
		null,
	],
	['a change of state', step({ seq: 4, kind: 'handed', text: null, language: null }), both, null],
	['a card, which the site has in every language', step({ seq: 4, kind: 'card' }), both, null],
	['words whose key is gone', step({ seq: 4, text: null }), both, null],
])('into which language is to be rendered: %s', (_what, one, sides, target) => {
	expect(targetOf(one, sides)).toBe(target);
});

test('a message lacks a rendering until it is there in the other’s language', () => {
	const message = step({ seq: 4 });
	expect(isLacking(message, both, new Map())).toBe(true);
	expect(isLacking(message, both, renderingsOf([message, rendering(5, 4, 'en')]))).toBe(true);
	expect(isLacking(message, both, renderingsOf([message, rendering(5, 4, 'fi')]))).toBe(false);
});
