import { expect, test } from 'vitest';
import { parentsFirst } from './organisation.ts';
import { freeSlug, slugFrom } from './slug.ts';

test('an id is made of the Finnish name, in letters that stand in any address', () => {
	expect(slugFrom({ ru: 'Библиотека', fi: 'Jyväskylän pääkirjasto, 2. kerros' })).toBe(
		'jyvaskylan-paakirjasto-2-kerros',
	);
	expect(slugFrom({ ru: 'Библиотека' })).toBe('');
	expect(slugFrom({ ru: 'Место Kompassi' })).toBe('kompassi');
	expect(slugFrom({ fi: `${'pitkä '.repeat(30)}` })).toMatch(/^[a-z-]{1,50}(?<!-)$/);
});

test('of two with the same name the second has a number', () => {
	expect(freeSlug('kirjasto', [])).toBe('kirjasto');
	expect(freeSlug('kirjasto', ['kirjasto', 'kirjasto-2'])).toBe('kirjasto-3');
	expect(freeSlug('', ['place'])).toBe('place-2');
});

test('parents stand before their parts, in whatever order they were written; a circle ends', () => {
	const all = [
		{ id: 'desk', parentId: 'office' },
		{ id: 'office', parentId: 'house' },
		{ id: 'house', parentId: null },
	];
	expect(parentsFirst(all).map(({ id }) => id)).toEqual(['house', 'office', 'desk']);
	const round = [
		{ id: 'a', parentId: 'b' },
		{ id: 'b', parentId: 'a' },
	];
	expect(parentsFirst(round)).toHaveLength(2);
});
