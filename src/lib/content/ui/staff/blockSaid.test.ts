import { expect, test } from 'vitest';
import { blockSaid, firstWords } from './blockSaid.ts';

const say = (key: string): string => key.replace('editor.kind.', '');
const blocks = [
	{ id: 'title', kind: 'title' },
	{ id: 'open', kind: 'step' },
	{ id: 'send', kind: 'step' },
];

test('a block is called by its kind, with a number where there are several', () => {
	expect(blocks.map(({ id }) => blockSaid(say, blocks, id))).toEqual(['title', 'step 1', 'step 2']);
});

test('of a long text the first words are enough to know it again', () => {
	expect(firstWords('Paina [[en:Send]] ja odota.')).toBe('Paina Send ja odota.');
	expect(firstWords('yksi kaksi kolme neljä viisi kuusi seitsemän')).toBe('yksi kaksi kolme neljä viisi kuusi …');
});
