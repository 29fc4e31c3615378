import { expect, test } from 'vitest';
import { withTowns } from './towns.ts';

const kuopio = { ru: 'Куопио', fi: 'Kuopio', en: 'Kuopio' };
const at = (fi: string, rest: object = {}) => ({ organisationId: 'near', municipality: { fi }, ...rest });
const near = { id: 'near', names: { fi: 'Yhdistys' } };

test('each organisation is named with its towns, each once, in the language of the reader', () => {
	const places = [at('', { municipality: kuopio }), at('', { municipality: kuopio }), at('Joensuu')];
	expect(withTowns([near], places, 'ru')).toEqual([{ id: 'near', name: 'Yhdistys · Куопио, Joensuu' }]);
});

test('places of others, closed ones and those of the whole country say nothing of where she would help', () => {
	const no = [
		at('Oulu', { organisationId: 'far' }),
		at('Turku', { closedOn: '2026-01-01' }),
		at('', { nationwide: true }),
	];
	expect(withTowns([near], no, 'fi')).toEqual([{ id: 'near', name: 'Yhdistys' }]);
});

test('of many towns four are named', () => {
	const many = ['A', 'B', 'C', 'D', 'E'].map((fi) => at(fi));
	expect(withTowns([near], many, 'fi')).toEqual([{ id: 'near', name: 'Yhdistys · A, B, C, D' }]);
});
