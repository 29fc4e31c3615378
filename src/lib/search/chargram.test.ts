import { describe, expect, it } from 'vitest';
import { chargramsOf } from './chargram.ts';
import { finished } from './slices.ts';
import { WEIGHTS } from './weights.ts';

const document = (id: string, fi: string, ru: string) => {
	return { kind: 'service' as const, id, names: { fi, ru }, purpose: {}, aliases: [] };
};
const documents = [
	document('a', 'Mielenterveystalo', 'Дом психического здоровья'),
	document('b', 'Oikeusapu', 'Помощь юриста'),
];
const chargrams = finished(chargramsOf(documents, WEIGHTS));

describe('likeness by runs of letters', () => {
	it.each([
		['мьелентервеусталло', 0],
		['психологичиский', 0],
		['ойкеусапуа', 1],
		['yurista', 1],
	])('%s is nearest to document %i', (query, nearest) => {
		const likeness = chargrams(query);
		expect(likeness.indexOf(Math.max(...likeness))).toBe(nearest);
		expect(Math.max(...likeness)).toBeLessThan(1);
	});

	it('is nothing for an empty query', () => expect([...chargrams('')]).toEqual([0, 0]));
});
