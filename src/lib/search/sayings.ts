import { valuesOf } from './lexicon.ts';
import { situationWords } from './situations.ts';
import type { SearchDocument } from './types.ts';
import type { Weights } from './weights.ts';

/** A text that leads to a document; `klass` is the document's place among those that are learned about. */
export type Saying = { klass: number; text: string; weight: number };

/** The everyday words stand in no order that means much: a few neighbours at a time. */
const PIECE = 3;

export function sayingsOf(document: SearchDocument | undefined, klass: number, weights: Weights['saying']): Saying[] {
	if (!document) return [];
	const { situations = [], aliases, names, purpose, body } = document;
	const all = (texts: readonly string[], weight: number) => texts.map((text) => ({ klass, text, weight }));
	return [
		...all(situations, weights.situation),
		...all(aliases, weights.alias),
		...all(valuesOf(names), weights.name),
		...all(valuesOf(purpose).flatMap(sentencesOf), weights.purpose),
		...all(valuesOf(body).flatMap(sentencesOf), weights.body),
		...all(situationWords(document).flatMap(piecesOf), weights.word),
	].filter(({ weight }) => weight > 0);
}

function piecesOf(text: string): string[] {
	const words = text.split(/\s+/);
	return words.flatMap((_, at) => (at % PIECE === 0 ? [words.slice(at, at + PIECE).join(' ')] : []));
}

function sentencesOf(text: string): string[] {
	return text.split(/(?<=[.!?])\s+/);
}
