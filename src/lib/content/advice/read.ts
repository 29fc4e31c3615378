import type { Blocks, Setting } from './advice.ts';
import { type Limits, limitsOf } from './limits.ts';
import { isProse, type Piece, piecesOf } from './piece.ts';
import type { Sentence } from './sentences.ts';

/** A whole text, read, with what it is measured by. */
export type ReadText = {
	readonly blocks: Blocks;
	readonly pieces: readonly Piece[];
	/** Those that are sentences, not names. */
	readonly prose: readonly Piece[];
	readonly sentences: readonly Sentence[];
	readonly setting: Setting;
	readonly limits: Limits;
};

export function readText(blocks: Blocks, setting: Setting): ReadText {
	const pieces = piecesOf(blocks);
	const prose = pieces.filter(isProse);
	const sentences = prose.flatMap((piece) => piece.sentences);
	return { blocks, pieces, prose, sentences, setting, limits: limitsOf(setting.lang, setting.level) };
}
