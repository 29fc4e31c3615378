import { expect, test } from 'vitest';
import { catalogueWith, itemOf } from '../testing.ts';
import { guidePage } from './guide.ts';
import { linesIn, widthOf } from './letters.ts';
import { settingOf } from './room.ts';

/** A guide of so many signs a step, with so many words on what to do when it fails. */
function settingFor(signs: number, failing = 16) {
	const words = (text: string, more = {}) => ({ fi: { text, ...more } });
	const item = itemOf('guide', 'long', {}, [
		{ id: 'title', kind: 'title', words: words('Opas') },
		...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({
			...{ id, kind: 'step' as const },
			words: words('sana '.repeat(signs / 5), { see: 'sana '.repeat(6), wrong: 'sana '.repeat(failing) }),
		})),
	]);
	const page = guidePage(catalogueWith([item]), 'long', 'fi');
	return page && settingOf(page);
}

test('a sheet is as large and whole as one page allows; one that needs two anyway is large and whole', () => {
	expect(settingFor(20)).toEqual({ isDense: false, isShort: false });
	expect(settingFor(100)).toEqual({ isDense: false, isShort: true });
	expect(settingFor(180, 4)).toEqual({ isDense: true, isShort: false });
	expect(settingFor(200)).toEqual({ isDense: true, isShort: true });
	expect(settingFor(400)).toEqual({ isDense: false, isShort: false });
});

test('wide letters take more room than narrow ones, in both alphabets', () => {
	expect(widthOf('mmm')).toBeGreaterThan(widthOf('iii'));
	expect(widthOf('жшщ')).toBeGreaterThan(widthOf('abc'));
	expect(widthOf('')).toBe(0);
	expect([linesIn(0, 30), linesIn(28, 30), linesIn(29, 30)]).toEqual([0, 1, 2]);
});
