import { expect, test } from 'vitest';
import { fingerprintOf } from '../../item/fingerprint.ts';
import type { Block, SourceText, Translation } from '../../item/item.ts';
import { changesSince, rowsOf } from './rows.ts';
import { sheetOf } from '../sheet/sheet.ts';

const step = (id: string, text: string): Block => ({ id, kind: 'step', words: { text } });
const text = (...blocks: Block[]): SourceText => ({ about: {}, blocks });
const [a, b, c, m] = [step('a', 'Avaa.'), step('b', 'Paina Lähetä.'), step('c', 'Odota.'), step('m', 'Sulje.')];
const old = text(a, b, c, m);
const now = text(a, step('b', 'Paina Jatka.'), m, step('d', 'Uusi.'));
const translated = (block: Block, made: 'human' | 'machine' = 'human') => ({
	words: { text: `ru ${block.id}` },
	basedOn: fingerprintOf(block),
	made,
});
const before: Translation = {
	blocks: { a: translated(a), b: translated(b), c: translated(c), m: translated(m, 'machine') },
};

test('what is new comes first, then what changed with its old wording, drafts, the rest, and what is gone', () => {
	const rows = rowsOf(sheetOf(before, 'guide'), { source: now, before, past: [now, old] });
	expect(rows.map(({ id, state }) => [id, state])).toEqual([
		...[
			['d', 'new'],
			['b', 'behind'],
			['m', 'machine'],
			['a', 'fine'],
			['c', 'gone'],
		],
	]);
	expect(rows[1]?.was?.words.text).toBe('Paina Lähetä.');
	expect(rows.map(({ place }) => place)).toEqual([4, 2, 3, 1, 0]);
});

test('a first translation is in reading order, and what is typed already stands in it', () => {
	const sheet = { ...sheetOf(null, 'guide'), words: { b: { text: 'Нажмите' } } };
	const rows = rowsOf(sheet, { source: now, before: null, past: [] });
	expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'm', 'd']);
	expect(rows[1]?.typed).toEqual({ text: 'Нажмите' });
});

test('an easy text learns what changed, came and went in the source', () => {
	const easy = { blocks: [a], basedOn: Object.fromEntries(old.blocks.map((one) => [one.id, fingerprintOf(one)])) };
	const found = changesSince({ source: now, before: easy, past: [now, old] }, ['b']);
	expect(found.map(({ id, now, was, isSigned }) => [id, now?.words.text, was?.words.text, isSigned])).toEqual([
		['b', 'Paina Jatka.', 'Paina Lähetä.', true],
		['d', 'Uusi.', undefined, false],
		['c', undefined, 'Odota.', false],
	]);
	expect(changesSince({ source: now, before: null, past: [] }, [])).toEqual([]);
});
