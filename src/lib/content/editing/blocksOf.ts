import type { Block, SourceText, Text } from '../item/item.ts';
import { isAdaptation, isSource } from '../item/join.ts';

/** The blocks of a text as its reader meets them; of a translation in the frame of its source. */
export function blocksOf(text: Text, source: SourceText): Block[] {
	if (isSource(text) || isAdaptation(text)) return [...text.blocks];
	return source.blocks.flatMap((block) => {
		const translated = text.blocks[block.id];
		return translated ? [{ ...block, words: translated.words }] : [];
	});
}

/** Blocks that show a picture and do not say what is on it. */
export function withoutAlt(blocks: readonly Block[]): string[] {
	return blocks.filter(({ picture, words }) => picture && !words.alt?.trim()).map(({ id }) => id);
}
