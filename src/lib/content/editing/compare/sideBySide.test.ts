import { expect, test } from 'vitest';
import type { SourceText } from '../../item/item.ts';
import { sheetOf } from '../sheet/sheet.ts';
import { blocksOfBoth, differences, together } from './sideBySide.ts';
import { sourceOfSheet } from '../sheet/textOfSheet.ts';

const text = (risk: string, ...blocks: [string, string][]): SourceText => ({
	about: { risk },
	blocks: blocks.map(([id, text]) => ({ id, kind: 'step', words: { text } })),
});
const base = text('ordinary', ['a', 'Yksi.'], ['b', 'Kaksi.'], ['c', 'Kolme.']);
const mine = text('ordinary', ['a', 'Yksi minun.'], ['b', 'Kaksi.'], ['c', 'Kolme minun.'], ['m', 'Minun.']);
const theirs = text('money', ['a', 'Yksi.'], ['t', 'Heidän.'], ['b', 'Kaksi heidän.'], ['c', 'Kolme heidän.']);
const pair = { base: sheetOf(base, 'guide'), mine: sheetOf(mine, 'guide'), theirs: sheetOf(theirs, 'guide') };

test('what only one of two changed is proposed as they wrote it; what both changed is said to be so', () => {
	const found = Object.fromEntries(differences(pair).map(({ place, proposed, both }) => [place, [proposed, both]]));
	expect(found).toEqual({
		'about.risk': ['theirs', false],
		...{ a: ['mine', false], b: ['theirs', false], c: ['mine', true], m: ['mine', false], t: ['theirs', false] },
	});
});

test('taken as proposed, the work of both is in the text, each block in its place', () => {
	const chosen = Object.fromEntries(differences(pair).map(({ place, proposed }) => [place, proposed]));
	expect(sourceOfSheet(together(pair, chosen), 'guide', mine)).toEqual(
		text(
			'money',
			['a', 'Yksi minun.'],
			['t', 'Heidän.'],
			['b', 'Kaksi heidän.'],
			['c', 'Kolme minun.'],
			['m', 'Minun.'],
		),
	);
});

test('what one of them put in has its place among the blocks of both', () => {
	expect(blocksOfBoth(pair).map(({ id }) => id)).toEqual(['a', 't', 'b', 'c', 'm']);
});

test('a block that only one has can be left out by choosing the other', () => {
	expect(together(pair, { t: 'mine', m: 'theirs' }).blocks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('translations are put together block by block, too', () => {
	const of = (words: string) =>
		sheetOf({ blocks: { a: { words: { text: words }, basedOn: 'x', made: 'human' } } }, 'guide');
	const both = { base: of('1'), mine: of('2'), theirs: of('3') };
	expect(differences(both)).toMatchObject([{ place: 'a', mine: '2', theirs: '3', both: true }]);
	expect(together(both, { a: 'theirs' }).words.a).toEqual({ text: '3' });
});
