import { type Features, featureReader, queryFeatures } from './features.ts';
import { type Example, evidence, type Learned, learn } from './learner.ts';
import { situationWords } from './situations.ts';
import type { SearchDocument, Texts } from './types.ts';
import type { Weights } from './weights.ts';

/** How much speaks for each document that was learned about, 0 to 1, the likeliest 1; empty when nothing is known. */
export type Meaning = (words: readonly string[]) => ReadonlyMap<number, number>;

type Saying = { document: number; text: string; weight: number };
type Terms = Map<string, { at: number; holders: number; rarity: number }>;

const NO_MEANING: Meaning = () => new Map();
/** Above this the table would be larger than the rest of the index; then the words alone must do. */
const LARGEST_TABLE = 8_000_000;

/**
 * Learns from the sayings that belong to each document which words lead to it, so that a trouble told in new words
 * finds its way. Only what has situations can be learned about.
 */
export function* meaningOf(documents: readonly SearchDocument[], weights: Weights): Generator<void, Meaning> {
	const taught = documents.flatMap(({ situations }, at) => (situations?.length ? [at] : []));
	const sayings = taught.flatMap((at) => sayingsOf(documents[at], at, weights));
	const featuresOf = featureReader(weights.feature);
	const read = sayings.map(({ text }) => featuresOf(text));
	yield;
	const terms = termsOf(read, weights);
	if (taught.length < 2 || terms.size * taught.length > LARGEST_TABLE) return NO_MEANING;
	const klassOf = new Map(taught.map((at, klass) => [at, klass]));
	const examples = sayings.map(({ document, weight }, at) => ({
		...{ klass: klassOf.get(document) ?? 0, weight },
		...scaled(read[at] ?? new Map(), terms),
	}));
	yield;
	const { epochs, speed } = weights.learning;
	const learned = yield* learn(examples, { classes: taught.length, terms: terms.size, epochs, speed });
	return (words) => likelihoods(words, taught, terms, learned, weights);
}

function likelihoods(
	words: readonly string[],
	taught: readonly number[],
	terms: Terms,
	learned: Learned,
	weights: Weights,
): ReadonlyMap<number, number> {
	const asked = scaled(queryFeatures(words, weights.feature), terms);
	if (asked.terms.length === 0) return new Map();
	const sums = evidence(learned, asked.terms, asked.values);
	const highest = Math.max(...sums);
	return new Map(taught.map((at, klass) => [at, Math.exp(((sums[klass] ?? 0) - highest) * weights.learning.sharpness)]));
}

function sayingsOf(document: SearchDocument | undefined, at: number, { saying }: Weights): Saying[] {
	if (!document) return [];
	const all = (texts: readonly string[], weight: number) => texts.map((text) => ({ document: at, text, weight }));
	const words = situationWords(document).flatMap((text) => inPieces(text));
	return [
		...all(document.situations ?? [], saying.situation),
		...all(document.aliases, saying.alias),
		...all(valuesOf(document.names), saying.name),
		...all(valuesOf(document.purpose).flatMap(sentencesOf), saying.purpose),
		...all(valuesOf(document.body).flatMap(sentencesOf), saying.body),
		...all(words, saying.word),
	].filter(({ weight }) => weight > 0);
}

/** The everyday words stand in no order that means much: a few neighbours at a time. */
function inPieces(text: string): string[] {
	const words = text.split(/\s+/);
	return words.flatMap((_, at) => (at % 2 === 0 ? [words.slice(at, at + 3).join(' ')] : []));
}

function sentencesOf(text: string): string[] {
	return text.split(/(?<=[.!?])\s+/);
}

function valuesOf(texts: Texts | undefined): string[] {
	return Object.values(texts ?? {}).filter((text) => text !== undefined);
}

function termsOf(read: readonly Features[], { learning }: Weights): Terms {
	const terms: Terms = new Map();
	for (const features of read) {
		for (const feature of features.keys()) {
			const term = terms.get(feature);
			if (term) term.holders++;
			else terms.set(feature, { at: terms.size, holders: 1, rarity: 0 });
		}
	}
	for (const term of terms.values()) term.rarity = Math.log(1 + read.length / term.holders) ** learning.rarityPower;
	return terms;
}

function scaled(features: Features, terms: Terms): Pick<Example, 'terms' | 'values'> {
	const known = [...features].flatMap(([feature, share]) => {
		const term = terms.get(feature);
		return term ? [{ at: term.at, value: share * term.rarity }] : [];
	});
	const length = Math.sqrt(known.reduce((sum, { value }) => sum + value * value, 0)) || 1;
	return {
		terms: Int32Array.from(known, ({ at }) => at),
		values: Float32Array.from(known, ({ value }) => value / length),
	};
}
