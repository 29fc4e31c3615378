import { beforeEach, expect, test } from 'vitest';
import { blockOf, catalogueWith, itemOf, titled } from '../testing.ts';
import { turnClock } from '#lib/platform/clock.ts';
import type { StarterFile } from '../item/starterItem.ts';
import { changeNews, changePage, changesByYear } from './change.ts';

beforeEach(() => {
	const turnBack = turnClock(() => Date.parse('2026-11-22T10:00:00Z'));
	return turnBack;
});

const guide = itemOf('guide', 'send', { section: 'services', topics: ['legal'] }, [
	titled('Как отправить', 'Näin lähetät'),
	{ ...blockOf('send', 'step', 'Нажмите.', 'Paina.'), control: { fi: 'Päätös', seen: true } },
]);
const change = (id: string, about: StarterFile['about'], blocks: StarterFile['blocks'] = []) =>
	itemOf('change', id, about, [titled(`${id} ru`, `${id} fi`), ...blocks]);
const renamed = change(
	'renamed',
	{ announced: '2025-12-01', effective: '2026-01-01', affects: [{ item: 'guide/send' }, { item: 'guide/gone' }] },
	[blockOf('todo', 'step', 'Проверьте.', 'Tarkista.')],
);
const coming = change('coming', {
	announced: '2026-03-01',
	effective: '2026-12-31',
	affects: [{ item: 'term/paatos' }],
});
const over = change('over', { announced: '2026-01-01', effective: '2026-01-01', expires: '2026-11-21' });
const lastDay = change('last-day', { announced: '2025-01-01', effective: '2025-01-01', expires: '2026-11-22' });
const finnishOnly = itemOf('change', 'finnish', { announced: '2024-01-01' }, [
	{ id: 'title', kind: 'title', words: { fi: { text: 'Vain suomeksi' } } },
]);

const catalogue = catalogueWith([guide, renamed, coming, over, lastDay, finnishOnly]);

test('changes stand the coming and the newest first, under the years from which they hold', () => {
	expect(changesByYear(catalogue, 'ru').map(({ year, changes }) => [year, changes.map(({ id }) => id)])).toEqual([
		['2026', ['coming', 'over', 'renamed']],
		['2025', ['last-day']],
		['2024', ['finnish']],
	]);
});

test('a change is over the day after its last one, and coming before its first', () => {
	const stateOf = (id: string) => changePage(catalogue, id, 'ru')?.state;
	expect(['coming', 'over', 'last-day', 'renamed'].map(stateOf)).toEqual(['coming', 'over', 'holds', 'holds']);
});

test('a change says first what to do, and links only to what is there', () => {
	const first = changesByYear(catalogue, 'ru')[0]?.changes.find(({ id }) => id === 'renamed');
	expect(first?.todo).toEqual([{ text: 'Проверьте.' }]);
	const page = changePage(catalogue, 'renamed', 'ru');
	expect(page?.steps.map(({ number, id }) => [number, id])).toEqual([[1, 'todo']]);
	expect(page?.affected.guide.map(({ id }) => id)).toEqual(['send']);
	expect(changePage(catalogue, 'no-such', 'ru')).toBeUndefined();
});

test('a change that is not there in a language is not in its feed', () => {
	expect(changeNews(catalogue, 'ru').map(({ href }) => href)).not.toContain('/ru/changes/finnish');
	expect(changeNews(catalogue, 'fi').map(({ href }) => href)).toContain('/fi/changes/finnish');
	expect(changeNews(catalogue, 'ru').find(({ name }) => name === 'renamed ru')).toMatchObject({
		...{ published: '2025-12-01', updated: '2026-11-01', todo: 'Проверьте.' },
	});
});
