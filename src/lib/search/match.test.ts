import { describe, expect, it } from 'vitest';
import { lexiconOf } from './lexicon.ts';
import { matcherOf } from './match.ts';
import { finished } from './slices.ts';
import { WEIGHTS } from './weights.ts';

const names = { fi: 'Asumistuki OmaKela muuttoilmoitus', ru: 'Пенсия и рецепт' };
const entries = finished(lexiconOf([{ kind: 'term', id: 'a', names, purpose: {}, aliases: [] }], WEIGHTS));
const { match, lookUp } = matcherOf(entries, WEIGHTS);
const likeness = (typed: string, known: string) => {
	const matches = match(typed);
	return matches.get(entries.findIndex(({ word }) => word === known)) ?? 0;
};

describe('matching a word', () => {
	it('is surest of the word itself', () => expect(likeness('asumistuki', 'asumistuki')).toBe(1));

	it.each([
		['пенсией', 'пенсия'],
		['pensii', 'пенсия'],
		['рецепты', 'рецепт'],
		['резепт', 'рецепт'],
		['асумистуки', 'asumistuki'],
		['asumituki', 'asumistuki'],
		['asumistukea', 'asumistuki'],
		['омакелу', 'omakela'],
		['каэла', 'kela'],
		['ilmoitus', 'muuttoilmoitus'],
	])('knows %s as %s, but less surely', (typed, known) => {
		expect(likeness(typed, known)).toBeGreaterThan(0.2);
		expect(likeness(typed, known)).toBeLessThan(1);
	});

	it.each([
		['погода', 'пенсия'],
		['tuki', 'kela'],
		['112', 'kela'],
	])('does not take %s for %s', (typed, known) => expect(likeness(typed, known)).toBe(0));

	it('looks up whole words only', () => {
		expect(lookUp('asumistuki').size).toBeGreaterThan(0);
		expect(lookUp('asumi').size).toBe(0);
	});
});
