import { expect, test } from 'vitest';
import type { Alias } from '../item/alias.ts';
import { blockOf, catalogueWith, guide, itemOf, service, titled } from '../testing.ts';
import { formerNameBy, municipalitiesNamed } from './former.ts';
import { termPage, termsByLetter, termsByTopic } from './term.ts';
import { termLinks, termWords, withTerms } from './termWords.ts';
import { tellAll } from './told.ts';

const decision = itemOf(
	'term',
	'paatos',
	{ topics: ['legal'], services: ['kela'], reading: { ru: 'пя́ятёс' }, forms: ['päätöksen'] },
	[
		titled('решение', 'päätös'),
		blockOf('summary', 'summary', 'Ответ ведомства, а не [[fi:lausunto]].', 'Vastaus hakemukseen.'),
	],
);
const office = itemOf(
	'term',
	'area',
	{ topics: ['work', 'legal'], forms: [], former: [{ name: 'TE-toimisto', until: '2024-12-31' }] },
	[titled('служба занятости', 'työllisyysalue')],
);
const fund = itemOf('term', 'kassa', { topics: ['work'], forms: [] }, [titled('касса', 'Ääkkönen (kassa)')]);
const statement = itemOf('term', 'lausunto', { topics: ['legal'], forms: ['päätös'] }, [
	titled('заключение', 'lausunto'),
]);
const coming = itemOf('change', 'coming', { affects: [{ item: 'term/paatos' }] }, [titled('скоро', 'pian')]);
const aliases: Alias[] = [
	{ item: 'service/kela', lang: 'ru', kind: 'former', text: 'Страховая касса' },
	{ item: 'service/kela', lang: 'ru', kind: 'slang', text: 'келка' },
];
const catalogue = catalogueWith([decision, office, fund, statement, service, guide, coming], aliases);

test('a term is found by any of its forms, former names too, and a word of its own comes before the form of another', () => {
	const words = termWords(catalogue);
	expect(words.get('päätöksen')).toBe('paatos');
	expect(words.get('te-toimisto')).toBe('area');
	expect([words.get('ääkkönen'), words.get('kassa')]).toEqual(['kassa', 'kassa']);
	expect(words.get('päätös')).toBe('paatos');
});

test('a Finnish word leads to its term the first time on a page, in whatever form and size of letters', () => {
	const link = termLinks(termWords(catalogue), 'ru');
	const runs = [{ text: 'Ваш ' }, { text: 'Päätöksen', lang: 'fi' }, { text: 'päätös', lang: 'fi' }];
	expect(link(runs).map(({ href }) => href)).toEqual([undefined, '/ru/terms/paatos', undefined]);
	expect(link([{ text: 'päätös', lang: 'fi' }])).toEqual([{ text: 'päätös', lang: 'fi' }]);
	expect(termLinks(termWords(catalogue), 'ru')([{ text: 'päätös', lang: 'sv' }])[0]?.href).toBeUndefined();
});

test('no text links to the page it stands on, and the words of an item are linked in reading order', () => {
	const own = withTerms(catalogue, tellAll(decision, 'ru'), 'ru', 'lausunto');
	expect(JSON.stringify(own)).not.toContain('href');
	const told = withTerms(catalogue, tellAll(decision, 'ru'), 'ru', 'paatos');
	expect(told[1]?.words.text?.[1]).toEqual({ text: 'lausunto', lang: 'fi', href: '/ru/terms/lausunto' });
});

test('terms stand by the Finnish alphabet, where ä comes last, with the meaning in the language of the reader', () => {
	expect(termsByLetter(catalogue, 'ru').map(({ name, terms }) => [name, terms.map(({ word }) => word)])).toEqual([
		['L', ['lausunto']],
		['P', ['päätös']],
		['T', ['työllisyysalue']],
		['Ä', ['Ääkkönen (kassa)']],
	]);
	expect(termsByLetter(catalogue, 'ru')[1]?.terms[0]).toEqual({
		...{ href: '/ru/terms/paatos', word: 'päätös', meaning: { name: 'решение' } },
	});
	expect(termsByLetter(catalogue, 'fi')[1]?.terms[0]?.meaning.name).toBe('Vastaus hakemukseen.');
});

test('by topic each term stands once', () => {
	expect(termsByTopic(catalogue, 'ru').map(({ name, terms }) => [name, terms.map(({ word }) => word)])).toEqual([
		['ru work', ['työllisyysalue', 'Ääkkönen (kassa)']],
		['ru legal', ['lausunto', 'päätös']],
	]);
});

test('the page of a term shows its reading, easy Finnish, former names, and where its word or button is met', () => {
	const page = termPage(catalogue, 'paatos', 'ru');
	expect(page).toMatchObject({ word: 'päätös', reading: 'пя́ятёс', easyFinnish: 'Vastaus hakemukseen.', former: [] });
	expect(page?.guides.map(({ href }) => href)).toEqual(['/ru/guides/send']);
	expect(page?.services.map(({ href }) => href)).toEqual(['/ru/services/kela']);
	expect(page?.changes.map(({ id }) => id)).toEqual(['coming']);
	expect(termPage(catalogue, 'area', 'fi')).toMatchObject({ former: [{ name: 'TE-toimisto', until: '2024-12-31' }] });
	expect(termPage(catalogue, 'paatos', 'fi')?.easyFinnish).toBeUndefined();
	expect(termPage(catalogue, 'no-such', 'ru')).toBeUndefined();
});

test('a former name is told from a name of today and from an everyday word', () => {
	expect(formerNameBy(catalogue, 'service', 'kela', 'страховая')).toBe('Страховая касса');
	expect(formerNameBy(catalogue, 'term', 'area', 'TE-toimisto')).toBe('TE-toimisto');
	expect(formerNameBy(catalogue, 'service', 'kela', 'Кела')).toBeUndefined();
	expect(formerNameBy(catalogue, 'service', 'kela', 'келка')).toBeUndefined();
	expect(formerNameBy(catalogue, 'place', 'kela', 'касса')).toBeUndefined();
	expect(municipalitiesNamed(catalogue)).toEqual(['Iisalmi', 'Kuopio']);
});
