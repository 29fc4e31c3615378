import { expect, test } from 'vitest';
import { publicItem } from '../../testing.ts';
import type { Check, PublicItem } from '../../item/public.ts';
import { dueChecks, halfTexts, staleTexts } from './worklists.ts';

const day = '2026-11-22';
const checked = (on: string, more: Partial<Check> = {}): Record<string, Check> => ({
	fi: { on, how: 'walked', works: true, ...more },
});
const guide = (id: string, risk: string, checks: Record<string, Check> = {}): PublicItem =>
	publicItem(
		{
			...{ id, kind: 'guide', about: { risk } },
			blocks: [
				{ id: 'title', kind: 'title', words: { fi: { text: id }, ru: { text: id } } },
				{ id: 'step', kind: 'step', words: { fi: { text: 'Avaa.' } } },
			],
		},
		checks,
	);

test('what can cost money comes first, and what looks different before what is only old', () => {
	const change = publicItem({
		...{ id: 'law', kind: 'change', about: { announced: '2026-11-20', affects: [{ item: 'guide/changing' }] } },
		blocks: [{ id: 'title', kind: 'title', words: { fi: { text: 'Laki' } } }],
	});
	const items = [
		guide('never', 'ordinary', checked('2026-05-31', { how: 'facts' })),
		guide('fresh', 'money', checked('2026-11-20')),
		guide('overdue', 'money', checked('2026-10-01')),
		guide('different', 'money', checked('2026-11-20', { works: false })),
		guide('changing', 'permit', checked('2026-11-10')),
		change,
	];
	expect(dueChecks(items, day).map(({ key, reason, on }) => [key, reason, on])).toEqual([
		['guide/different', 'different', '2026-11-20'],
		['guide/overdue', 'overdue', '2026-10-31'],
		['guide/changing', 'changing', '2026-11-10'],
		['change/law', 'never', ''],
		['guide/never', 'never', '2026-05-31'],
	]);
});

test('a half-translated text is on its list with the blocks it lacks, and not among those that are behind', () => {
	const half = guide('half', 'ordinary');
	expect(halfTexts([half], day, ['fi', 'en'])).toEqual([]);
	expect(halfTexts([half], day, ['fi', 'ru'])).toEqual([
		{ key: 'guide/half', lang: 'ru', blocks: ['step'], since: '' },
	]);
	expect(staleTexts([half], day)).toEqual([]);
});

test('what is behind its source is listed with its blocks, the longest behind first', () => {
	const behind = (id: string, on: string): PublicItem => {
		const item = guide(id, 'ordinary');
		return {
			...item,
			blocks: item.blocks.map((block) => (block.id === 'title' ? { ...block, behind: { ru: on } } : block)),
		};
	};
	expect(staleTexts([behind('later', '2026-11-10'), behind('earlier', '2026-10-10')], day)).toMatchObject([
		{ key: 'guide/earlier', lang: 'ru', blocks: ['title'], since: '2026-10-10' },
		{ key: 'guide/later' },
	]);
});
