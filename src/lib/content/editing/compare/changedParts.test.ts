import { expect, test } from 'vitest';
import type { SourceText } from '../../item/item.ts';
import { changedParts } from './changedParts.ts';

const text = (see: string, risk: string, ...more: SourceText['blocks']): SourceText => ({
	about: { risk },
	blocks: [{ id: 'open', kind: 'step', words: { text: 'Avaa.', see }, control: { fi: 'Avaa', seen: true } }, ...more],
});

test('only what another version says otherwise is named, part by part', () => {
	const note = { id: 'n', kind: 'note', words: { text: 'Uusi.' } } as const;
	expect(changedParts(text('Sivu.', 'ordinary'), text('Uusi sivu.', 'money', note), 'guide')).toEqual([
		{ block: 'open', part: 'see', before: 'Sivu.', after: 'Uusi sivu.' },
		{ block: 'n', part: 'text', before: '', after: 'Uusi.' },
		{ block: 'n', part: 'frame', before: '', after: 'note' },
		{ block: 'about', part: 'risk', before: 'ordinary', after: 'money' },
	]);
	expect(changedParts(text('x', 'money'), text('x', 'money'), 'guide')).toEqual([]);
});

test('translations are compared by the blocks they translate', () => {
	const of = (words: string) => ({
		blocks: { open: { words: { text: words }, basedOn: 'x', made: 'human' as const } },
	});
	expect(changedParts(of('Один'), of('Два'), 'guide')).toEqual([
		{ block: 'open', part: 'text', before: 'Один', after: 'Два' },
	]);
});
