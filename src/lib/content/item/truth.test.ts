import { expect, test } from 'vitest';
import { publicItem } from '../testing.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Block, SourceText, Text } from './item.ts';
import { joinItem } from './join.ts';
import type { Check, PublicItem } from './public.ts';
import type { StarterFile } from './starterItem.ts';
import { truthOf } from './truth.ts';

const block = (id: string, text: string, kind: Block['kind'] = 'step'): Block => ({ id, kind, words: { text } });
const title = block('title', 'Lupa', 'title');
const first: SourceText = {
	about: { risk: 'permit' },
	blocks: [title, block('open', 'Avaa sivu.'), block('send', 'Paina Lähetä.')],
};
const second: SourceText = { ...first, blocks: [title, block('open', 'Avaa sivu.'), block('send', 'Paina Jatka.')] };

const russian = (source: SourceText, leaveOut = ''): Text => ({
	blocks: Object.fromEntries(
		source.blocks
			.filter(({ id }) => id !== leaveOut)
			.map((one) => [one.id, { words: { text: `ru ${one.id}` }, basedOn: fingerprintOf(one), made: 'human' }]),
	),
});

function joined(now: SourceText, translation: Text, checks: PublicItem['checks'] = {}): PublicItem {
	const past = [{ on: '2026-10-03', text: first }, ...(now === first ? [] : [{ on: '2026-11-12', text: now }])];
	const item = joinItem({
		...{ key: 'guide/permit' as const, source: 'fi', checks, past },
		published: [
			{ lang: 'fi', text: now, revision: '1', on: past.at(-1)?.on ?? '' },
			{ lang: 'ru', text: translation, revision: '2', on: '2026-10-04' },
		],
	});
	if (!item) throw new Error('it has a source');
	return item;
}

const day = '2026-11-22';

test('a translation of what the source says now matches it', () => {
	const truth = truthOf(joined(first, russian(first)), 'ru', day, []);
	expect(truth).toMatchObject({ state: 'matches', since: '2026-10-04', changed: [], lacking: [] });
});

test('when the source changes, the reader of the translation learns which step and on which day', () => {
	const item = joined(second, russian(first));
	expect(truthOf(item, 'ru', day, [])).toMatchObject({
		state: 'behind',
		changed: [{ block: 'send', on: '2026-11-12' }],
	});
	expect(item.blocks.find(({ id }) => id === 'send')?.words.fi?.text).toBe('Paina Jatka.');
	expect(truthOf(item, 'fi', day, []).state).toBe('source');
});

test('white space and the way an accent is written make no translation old', () => {
	const respaced = {
		...first,
		blocks: [title, block('open', 'Avaa  sivu. '), block('send', 'Paina La\u0308heta\u0308.')],
	};
	expect(truthOf(joined(respaced, russian(first)), 'ru', day, []).state).toBe('matches');
});

test('another label on the control is a change, though no sentence changed', () => {
	const labelled = { ...block('send', 'Paina Lähetä.'), control: { fi: 'Jatka', seen: true } };
	expect(
		truthOf(joined({ ...first, blocks: [title, block('open', 'Avaa sivu.'), labelled] }, russian(first)), 'ru', day, [])
			.changed,
	).toHaveLength(1);
});

test('a half-translated text is never shown as whole, and a machine draft is no translation', () => {
	expect(truthOf(joined(first, russian(first, 'send')), 'ru', day, [])).toMatchObject({
		state: 'partial',
		lacking: ['send'],
	});
	const draft = { blocks: { ...('blocks' in russian(first) ? russian(first).blocks : {}) } } as {
		blocks: Record<string, object>;
	};
	draft.blocks.send = { ...draft.blocks.send, made: 'machine' };
	expect(truthOf(joined(first, draft as Text), 'ru', day, []).lacking).toEqual(['send']);
	expect(truthOf(joined(first, russian(first)), 'en', day, []).state).toBe('missing');
});

test('a translation of a step that is gone does not come back', () => {
	const shorter = { ...first, blocks: first.blocks.slice(0, 2) };
	const item = joined(shorter, russian(first));
	expect(item.blocks.map(({ id }) => id)).toEqual(['title', 'open']);
	expect(truthOf(item, 'ru', day, []).state).toBe('matches');
});

test.each<[Check['how'], string, boolean, boolean]>([
	['walked', '2026-11-20', false, false],
	['walked', '2026-08-01', true, false],
	['walked', '2026-05-01', true, true],
	['facts', '2020-01-01', false, false],
])('a check %s on %s: overdue %s, too old to be relied on %s', (how, on, overdue, stale) => {
	const item = joined(first, russian(first), { fi: { on, how, works: true } });
	expect(truthOf(item, 'ru', day, [])).toMatchObject({ overdue, stale, check: { on, how } });
});

function change(announced: string, unsettled = false): PublicItem {
	const file: StarterFile = {
		...{
			id: 'new-law',
			kind: 'change',
			blocks: [{ id: 'title', kind: 'title', words: { fi: { text: 'Uusi laki' } } }],
		},
		about: { announced, effective: announced, unsettled, affects: [{ item: 'guide/permit' }] },
	};
	return publicItem(file);
}

test('a change that names an item puts it under a check until somebody has held the text against it', () => {
	const checked = (on: string) => joined(first, russian(first), { fi: { on, how: 'read', works: true } });
	const under = truthOf(checked('2026-11-01'), 'ru', day, [change('2026-11-10')]).beingChecked;
	expect(under).toEqual([{ key: 'change/new-law', titles: { fi: 'Uusi laki' } }]);
	expect(truthOf(checked('2026-11-11'), 'ru', day, [change('2026-11-10')]).beingChecked).toEqual([]);
	expect(truthOf(checked('2026-11-01'), 'ru', day, [change('2026-12-01')]).beingChecked).toEqual([]);
});

test('where the sources contradict each other, what was collected does not settle it, a person does', () => {
	const unsettled = change('2026-01-12', true);
	const checkedBy = (how: Check['how']) =>
		joined(first, russian(first), { fi: { on: '2026-05-31', how, works: true } });
	expect(truthOf(checkedBy('facts'), 'ru', day, [unsettled]).beingChecked).toHaveLength(1);
	expect(truthOf(checkedBy('facts'), 'ru', day, [change('2026-01-12')]).beingChecked).toEqual([]);
	expect(truthOf(checkedBy('confirmed'), 'ru', day, [unsettled]).beingChecked).toEqual([]);
});
