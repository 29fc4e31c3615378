import type { Texts } from '#lib/platform/i18n/say.ts';

const LONGEST = 50;

/** An id that people can read in an address, from the name that has the most Latin letters. */
export function slugFrom(names: Texts): string {
	const [longest = ''] = [names.fi ?? '', names.en ?? '', ...Object.values(names)].map(folded).filter(Boolean);
	return longest.slice(0, LONGEST).replace(/-+$/, '');
}

/** The first of `name`, `name-2`, `name-3` … that is not taken. */
export function freeSlug(wished: string, taken: readonly string[]): string {
	const begin = wished || 'place';
	let found = begin;
	for (let number = 2; taken.includes(found); number += 1) found = `${begin}-${number}`;
	return found;
}

function folded(name: string): string {
	const latin = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
