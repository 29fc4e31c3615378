import { type Block, type BlockKind, PARTS, type Part, type Words } from '../../item/item.ts';
import type { Typed } from './sheet.ts';

type Framed = Pick<Block, 'kind' | 'control' | 'picture'>;

/** The parts to be filled in for a block: those of its kind, of its control and picture, and whatever is there already. */
export function partsFor(block: Framed, lang: string, typed: Typed): Part[] {
	const own = PARTS_OF[block.kind] ?? ['text'];
	return inOrder(block, [...own, ...besides(block, lang), ...PARTS.filter((part) => typed[part])]);
}

/** The parts to be translated: those the source has, and those of its control and picture. */
export function partsToTranslate(block: Framed & { readonly words: Words }, lang: string, typed: Typed): Part[] {
	return inOrder(block, [...besides(block, lang), ...PARTS.filter((part) => block.words[part] || typed[part])]);
}

function besides({ control, picture }: Framed, lang: string): Part[] {
	return [...(control?.fi && !lang.startsWith('fi') ? READING : []), ...(picture ? (['alt'] as const) : [])];
}

function inOrder({ kind }: Framed, parts: readonly Part[]): Part[] {
	return [...new Set([...(PARTS_OF[kind] ?? []), ...PARTS])].filter((part) => parts.includes(part));
}

const READING = ['reading', 'meaning'] as const;

const PARTS_OF: Readonly<Partial<Record<BlockKind, readonly Part[]>>> = {
	step: ['text', 'where', 'see', 'wrong'],
	faq: ['ask', 'text'],
};
