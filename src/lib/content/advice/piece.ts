import type { Block, Part } from '../item/item.ts';
import { PARTS } from '../item/item.ts';
import type { Advice, Rule, Severity } from './advice.ts';
import { type Range, type Sentence, sentencesOf } from './sentences.ts';

/** One part of one block, read once for all rules. */
export type Piece = {
	readonly block: Block;
	readonly part: Part;
	readonly text: string;
	/** The text with the brackets of its marks blanked: whole words, and every letter where it was. */
	readonly shown: string;
	readonly marks: readonly Mark[];
	readonly sentences: readonly Sentence[];
};
/** `text` is what the mark holds; the range is of that, without the brackets. */
export type Mark = Range & { readonly text: string };

/** How a Finnish word is read aloud, and names: no sentences to be measured. */
const NOT_PROSE: readonly Part[] = ['reading', 'meaning'];
const NAMES: readonly Block['kind'][] = ['title', 'provider'];

export function piecesOf(blocks: readonly Block[]): Piece[] {
	return blocks.flatMap((block) =>
		PARTS.flatMap((part) => {
			const text = block.words[part];
			return text?.trim() ? [piece(block, part, text)] : [];
		}),
	);
}

export const isProse = ({ block, part }: Piece): boolean => !NOT_PROSE.includes(part) && !NAMES.includes(block.kind);

function piece(block: Block, part: Part, text: string): Piece {
	const found = [...text.matchAll(/\[\[[a-z]{2}:([^\]]+)\]\]/g)];
	const marks = found.map(({ 0: whole, 1: inner = '', index }) => {
		const end = index + whole.length - 2;
		return { text: inner, start: end - inner.length, end };
	});
	const shown = text.replace(
		/(\[\[[a-z]{2}:)([^\]]+)\]\]/g,
		(_, open: string, inner: string) => blank(open) + inner + '  ',
	);
	return { block, part, text, shown, marks, sentences: sentencesOf(shown, marks) };
}

const blank = (text: string): string => ' '.repeat(text.length);

/** Advice about a place in a part. */
export function at(rule: Rule, piece: Piece, range: Range, values: Advice['values'] = {}, severity?: Severity): Advice {
	const { block, part, text } = piece;
	const quote = text.slice(range.start, range.end);
	return { rule, severity: severity ?? 'advice', block: block.id, part, quote, ...limitsOf(range), values };
}

const limitsOf = ({ start, end }: Range): Range => ({ start, end });

/** Advice at every place that looks so; the first group, where there is one, is the place. */
export function atMatches(rule: Rule, piece: Piece, pattern: RegExp, severity?: Severity): Advice[] {
	return [...piece.shown.matchAll(pattern)].map((found) => {
		const start = found.index + (found[1] === undefined ? 0 : found[0].indexOf(found[1]));
		return at(rule, piece, { start, end: start + (found[1] ?? found[0]).length }, {}, severity);
	});
}
