import type { Advice } from '../advice.ts';
import { SENTENCES_FOR_MEAN, SENTENCES_IN_PARAGRAPH, WORDS_FOR_FLESCH } from '../limits.ts';
import { flesch, tenth } from '../measure.ts';
import { at, type Piece } from '../piece.ts';
import type { ReadText } from '../read.ts';

/** How long sentences and paragraphs are. */
export function lengths(text: ReadText): Advice[] {
	return [...mean(text), ...readability(text), ...longSentences(text), ...text.prose.flatMap(paragraph)];
}

function mean({ sentences, limits }: ReadText): Advice[] {
	const words = sentences.flatMap((sentence) => sentence.words).length;
	const count = tenth(words / Math.max(1, sentences.length));
	return sentences.length >= SENTENCES_FOR_MEAN && count > limits.mean
		? [whole('mean', { count, limit: limits.mean })]
		: [];
}

function readability({ sentences, limits, setting }: ReadText): Advice[] {
	const words = sentences.flatMap((sentence) => sentence.words).length;
	if (setting.lang !== 'ru' || limits.flesch === undefined || words < WORDS_FOR_FLESCH) return [];
	const score = flesch(sentences);
	return score !== undefined && score < limits.flesch ? [whole('flesch', { score, limit: limits.flesch })] : [];
}

function whole(rule: Advice['rule'], values: Advice['values']): Advice {
	return { rule, severity: 'advice', values };
}

function longSentences({ prose, limits }: ReadText): Advice[] {
	return prose.flatMap((piece) =>
		piece.sentences
			.filter(({ words }) => words.length > limits.longest)
			.map((one) => at('long-sentence', piece, one, { count: one.words.length, limit: limits.longest })),
	);
}

/** A transcript is speech as it was said. */
function paragraph(piece: Piece): Advice[] {
	const count = piece.sentences.length;
	if (count <= SENTENCES_IN_PARAGRAPH || piece.block.kind === 'transcript') return [];
	const rest = { start: piece.sentences[SENTENCES_IN_PARAGRAPH]?.start ?? 0, end: piece.text.trimEnd().length };
	return [at('paragraph', piece, rest, { count, limit: SENTENCES_IN_PARAGRAPH })];
}
