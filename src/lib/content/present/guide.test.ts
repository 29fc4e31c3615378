import { afterEach, expect, test } from 'vitest';
import { turnClock } from '#lib/platform/clock.ts';
import { publicItem } from '../testing.ts';
import { catalogueOf } from '../catalogue.ts';
import type { PublicItem } from '../item/public.ts';
import type { StarterFile } from '../item/starterItem.ts';
import { easyGuide, guidePage, stepsOf } from './guide.ts';
import { guideSections, guidesOfService, suitOf } from './guides.ts';
import { guideOnPaper } from './paper.ts';
import { addressOfPlace, guideNames, placeIn, stepIn } from './step.ts';

let turnBack = (): void => {};
afterEach(() => turnBack());

type Blocks = StarterFile['blocks'];
const block = (id: string, kind: Blocks[number]['kind'], more: object = {}): Blocks[number] => ({
	...{ id, kind, ...more },
	words: { fi: { text: `${id} suomeksi` }, ru: { text: `${id} [[fi:Päätöksen]] по-русски` } },
});

const blocks: Blocks = [
	block('title', 'title'),
	block('summary', 'summary'),
	block('paper', 'need'),
	block('open', 'step'),
	block('call', 'step', { logic: 'or' }),
	block('visit', 'step', { logic: 'or' }),
	block('careful', 'warning'),
	block('send', 'step', { must: 'optional', minutes: 5 }),
	block('later', 'note'),
];

function guide(id: string, about: object = {}, more: Partial<StarterFile> = {}): PublicItem {
	const all = { section: 'services', topics: ['money'], services: ['kela'], risk: 'money', ...about };
	return publicItem({ id, kind: 'guide', about: all, blocks, ...more });
}

function catalogue(...items: PublicItem[]) {
	const topics = ['money', 'family'].map((id) => ({ id, pictogram: id, names: { ru: `ru ${id}`, fi: `fi ${id}` } }));
	const order = { topics, frequent: [], urgent: { card: '', next: {} } };
	return catalogueOf({ revision: '1', items, aliases: [], places: [] }, order);
}

const easy = { fi: { blocks: [{ id: 'title', kind: 'title', words: { text: 'Helppo' } }] } } as const;

test('each step has a number of its own; one that may replace another names it', () => {
	const page = guidePage(catalogue(guide('one')), 'one', 'ru');
	const steps = page ? stepsOf(page) : [];
	expect(steps.map(({ id, number, insteadOf }) => [id, number, insteadOf])).toEqual([
		['open', 1, undefined],
		['call', 2, 1],
		['visit', 3, 1],
		['send', 4, undefined],
	]);
});

test('what stands together is one passage, in reading order; what comes before the steps stands apart', () => {
	const page = guidePage(catalogue(guide('one')), 'one', 'ru');
	expect(page?.passages.map(({ kind }) => kind)).toEqual(['steps', 'warning', 'steps', 'note']);
	expect(page?.needs.map(({ id }) => id)).toEqual(['paper']);
	expect(page?.summary?.id).toBe('summary');
});

test('a language without a text is told so, and where there is one', () => {
	const page = guidePage(catalogue(guide('one', {}, { easy })), 'one', 'en');
	expect(page?.truth.state).toBe('missing');
	expect(page?.naming).toEqual({ name: 'title suomeksi', lang: 'fi' });
	expect(page?.otherLanguages).toEqual(['fi', 'ru']);
	expect(page?.easy).toBe('fi');
	expect(guidePage(catalogue(), 'one', 'ru')).toBeUndefined();
});

test('a block without a translation is told in the source language, and says which that is', () => {
	const half = blocks.map((one) => (one.id === 'send' ? { ...one, words: { fi: one.words.fi ?? {} } } : one));
	const page = guidePage(catalogue(guide('one', {}, { blocks: half })), 'one', 'ru');
	const send = page && stepsOf(page).find(({ id }) => id === 'send');
	expect(send?.lacking).toBe('fi');
	expect(send?.words.text).toEqual([{ text: 'send suomeksi' }]);
	expect(page?.truth).toMatchObject({ state: 'partial', lacking: ['send'] });
});

test('a step whose source was changed shows the day and the words of now', () => {
	const item = guide('one');
	const changed = item.blocks.map((one) => (one.id === 'send' ? { ...one, behind: { ru: '2026-11-12' } } : one));
	const page = guidePage(catalogue({ ...item, blocks: changed }), 'one', 'ru');
	const send = page && stepsOf(page).find(({ id }) => id === 'send');
	expect(send?.changed).toEqual({ on: '2026-11-12', lang: 'fi', words: { text: 'send suomeksi' } });
});

test('a term is met when one of its forms stands marked in a text', () => {
	const words = { fi: { text: 'päätös' }, ru: { text: 'решение' } };
	const title = [{ id: 'title', kind: 'title' as const, words }];
	const term = publicItem({ id: 'paatos', kind: 'term', about: { forms: ['päätöksen'] }, blocks: title });
	const other = publicItem({
		id: 'lasku',
		kind: 'term',
		about: { forms: ['laskun'] },
		blocks: title.map((one) => ({ ...one, words: { fi: { text: 'lasku' } } })),
	});
	const page = guidePage(catalogue(guide('one'), term, other), 'one', 'ru');
	expect(page?.terms.map(({ word, name }) => [word, name])).toEqual([['päätös', 'решение']]);
});

test('the list holds the guides for readers by section and topic, or those that suit', () => {
	const all = catalogue(
		guide('pay', { suits: ['phone-only'] }),
		guide('child', { topics: ['family'] }),
		guide('wifi', { section: 'basics', suits: ['phone-only', 'no-codes'] }),
		guide('shift', { section: 'helpers', suits: ['phone-only'] }),
	);
	const shown = (suit?: string) =>
		guideSections(all, 'ru', suitOf(suit ?? null)).map(({ section, groups }) => [
			section,
			groups.map(({ topic, guides }) => [topic?.name, guides.map(({ id }) => id)]),
		]);
	expect(shown()).toEqual([
		[
			'services',
			[
				['ru money', ['pay']],
				['ru family', ['child']],
			],
		],
		['basics', [[undefined, ['wifi']]]],
	]);
	expect(shown('no-codes')).toEqual([['basics', [[undefined, ['wifi']]]]]);
	expect(shown('anything')).toEqual(shown());
});

test('a card names its guides, those mainly about it first, and none for helpers', () => {
	const all = catalogue(
		guide('second', { services: ['other', 'kela'] }),
		guide('first', { services: ['kela'] }),
		guide('shift', { section: 'helpers' }),
	);
	expect(guidesOfService(all, 'kela', 'ru').map(({ id }) => id)).toEqual(['first', 'second']);
});

test('a place is a guide and a step; what is unknown is left out', () => {
	const all = catalogue(guide('one'));
	const place = placeIn(all, 'one', 'send', 'fi');
	expect(place?.step).toEqual({ id: 'send', number: 4, text: 'send suomeksi' });
	expect(place && addressOfPlace(place, 'fi')).toBe('/fi/guides/one#send');
	expect(placeIn(all, 'one', 'paper', 'fi')?.step).toBeUndefined();
	expect(placeIn(all, 'two', 'send', 'fi')).toBeUndefined();
	expect(stepIn(all, 'one', 'send', 'ru')?.number).toBe(4);
	expect(guideNames(all, 'fi')[0]?.steps.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

test('a sheet is good until somebody must check the guide again', () => {
	turnBack = turnClock(() => Date.parse('2026-11-20T10:00:00Z'));
	const all = catalogue(guide('one'), guide('wifi', { risk: 'ordinary' }));
	const sheet = (id: string) => {
		const page = guidePage(all, id, 'ru');
		return page && guideOnPaper(all, page);
	};
	expect(sheet('one')).toMatchObject({ printedOn: '2026-11-20', until: '2026-12-20', isUnsettled: false });
	expect(sheet('wifi')).toMatchObject({ until: '2027-11-20', original: { name: 'title suomeksi', lang: 'fi' } });
});

test('a sheet of which a step has changed says so, and is good for two weeks', () => {
	turnBack = turnClock(() => Date.parse('2026-11-20T10:00:00Z'));
	const item = guide('wifi', { risk: 'ordinary' });
	const changed = item.blocks.map((one) => (one.id === 'send' ? { ...one, behind: { ru: '2026-11-12' } } : one));
	const all = catalogue({ ...item, blocks: changed });
	const sheet = (lang: string) => {
		const page = guidePage(all, 'wifi', lang);
		return page && guideOnPaper(all, page);
	};
	expect(sheet('ru')).toMatchObject({ isUnsettled: true, until: '2026-12-04' });
	expect(sheet('fi')).toMatchObject({ isUnsettled: false, until: '2027-11-20' });
});

test('the text in easy language is its own, in the reader’s language or the source’s', () => {
	const all = catalogue(guide('one', {}, { easy }), guide('two'));
	expect(easyGuide(all, 'one', 'ru')).toMatchObject({ language: 'fi', title: 'Helppo', on: '2026-11-01' });
	expect(easyGuide(all, 'two', 'ru')).toBeUndefined();
});
