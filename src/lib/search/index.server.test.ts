import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex, type SearchDocument } from './index.server.ts';

const housing: SearchDocument = {
	kind: 'service',
	id: 'housing',
	names: { fi: 'Yleinen asumistuki', ru: 'Пособие на жильё', en: 'Housing allowance' },
	provider: { fi: 'Kela' },
	purpose: { ru: 'Помощь с оплатой квартиры.' },
	aliases: [],
};
const citizenship: SearchDocument = {
	kind: 'service',
	id: 'citizenship',
	names: { fi: 'Suomen kansalaisuus', ru: 'Гражданство Финляндии', en: 'Finnish citizenship' },
	purpose: { ru: 'Заявление о приёме в гражданство.' },
	aliases: [],
};
const support: SearchDocument = {
	kind: 'guide',
	id: 'support',
	names: { fi: 'Yleistuki', ru: 'Общее пособие' },
	purpose: {},
	aliases: ['työmarkkinatuki'],
};
const club: SearchDocument = { kind: 'event', id: 'club', names: { sv: 'Språkkafé i Vasa' }, purpose: {}, aliases: [] };
const index = buildIndex([housing, citizenship, support, club]);
const first = (query: string) => index.find(query).results[0]?.document.id;

describe('finding', () => {
	it.each([
		['пособие на жилье', 'housing'],
		['asumistuesta', 'housing'],
		['асумистуки', 'housing'],
		['posobie na zhiljo', 'housing'],
		['asumituki', 'housing'],
		['квартплата', 'housing'],
		['гражданством', 'citizenship'],
		['grazhdanstvo', 'citizenship'],
		['тюомаркинатуки', 'support'],
		['språkkafe', 'club'],
	])('%s → %s', (query, id) => expect(first(query)).toBe(id));

	it('says which word explains the hit', () => {
		expect(index.find('asumistuki').results[0]?.matched).toBe('asumistuki');
		expect(index.find('tyomarkkinatuki').results[0]?.matched).toBe('työmarkkinatuki');
	});

	it('says nothing of a word that is no name: out of a trouble, or of the text', () => {
		const situations = ['холодильник пустой'];
		const index = buildIndex([{ ...housing, situations }, citizenship]);
		expect(index.find('холодильник').results[0]).toMatchObject({ document: { id: 'housing' }, matched: '' });
		expect(index.find('оплатой').results[0]).toMatchObject({ document: { id: 'housing' }, matched: '' });
	});

	it('re-reads the wrong keyboard and says so', () => {
		const { results, readAs } = index.find('uhf;lfycndj');
		expect(readAs).toBe('гражданство');
		expect(results[0]?.document.id).toBe('citizenship');
	});

	it('leaves a query alone that makes sense as typed', () => {
		expect(index.find('гражданство').readAs).toBeUndefined();
		expect(index.find('kansalaisuus').readAs).toBeUndefined();
	});

	it('gives no more than asked for, best first', () => {
		const { results } = index.find('пособие', { limit: 1 });
		expect(results).toHaveLength(1);
		const scores = index.find('пособие').results.map(({ score }) => score);
		expect(scores).toEqual([...scores].sort((a, b) => b - a));
	});

	it.each(['', '   ', '?!', 'zzqqxx'])('finds nothing for «%s»', (query) => {
		expect(index.find(query).results).toEqual([]);
	});

	it('answers whatever is typed, without documents too', () => {
		const empty = buildIndex([]);
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (query) => {
				expect(empty.find(query).results).toEqual([]);
				for (const { score } of index.find(query).results) expect(score).toBeGreaterThan(0);
			}),
		);
	});
});
