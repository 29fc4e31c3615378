import { type Features, featureReader, type Meant, queryFeatures } from './features.ts';
import { type Example, evidence, type Learned, learn } from './learner.ts';
import { inSlices } from './slices.ts';
import { type Dictionary, newDictionary } from './sparse.ts';
import { type Saying, sayingsOf } from './sayings.ts';
import type { SearchDocument } from './types.ts';
import type { Weights } from './weights.ts';

export type Meaning = (words: readonly (readonly Meant[])[]) => Understanding;

/**
 * `shares`: how much speaks for each document that was learned about, 0 to 1, the likeliest 1; empty when nothing is
 * known. `certainty`: how much more likely than the others the likeliest is.
 */
export type Understanding = { shares: ReadonlyMap<number, number>; certainty: number };

/** What was learned about which documents, and by which features. */
type Knowledge = { taught: readonly number[]; features: Dictionary; rarities: Float32Array; learned: Learned };

const NOTHING: Understanding = { shares: new Map(), certainty: 0 };
/** Above this the table would be larger than the rest of the index; then the words alone must do. */
const LARGEST_TABLE = 8_000_000;
const SLICE = 300;

/**
 * Learns from the sayings that belong to each document which words lead to it, so that a trouble told in new words
 * finds its way. Only what has situations can be learned about.
 */
export function* meaningOf(documents: readonly SearchDocument[], weights: Weights): Generator<void, Meaning> {
	const taught = documents.flatMap(({ situations }, at) => (situations?.length ? [at] : []));
	const sayings = taught.flatMap((at, klass) => sayingsOf(documents[at], klass, weights.saying));
	const features = newDictionary();
	const read = yield* inSlices(sayings, SLICE, textReader(features, weights));
	if (taught.length < 2 || features.size() * taught.length > LARGEST_TABLE) return () => NOTHING;
	const rarities = raritiesOf(read, features.size(), weights);
	const examples = yield* inSlices(sayings, SLICE, ({ klass, weight }, at): Example => {
		return { klass, weight, ...scaled(read[at] ?? new Map(), rarities) };
	});
	const { epochs, speed } = weights.learning;
	const learned = yield* learn(examples, { classes: taught.length, terms: features.size(), epochs, speed });
	return (words) => understanding(words, { taught, features, rarities, learned }, weights);
}

function textReader(features: Dictionary, weights: Weights): (saying: Saying) => Features {
	const featuresOf = featureReader(features, weights.feature);
	return ({ text }) => featuresOf(text);
}

function understanding(words: Parameters<Meaning>[0], known: Knowledge, weights: Weights): Understanding {
	const { taught, features, rarities, learned } = known;
	const asked = scaled(queryFeatures(words, features, weights.feature), rarities);
	if (asked.terms.length === 0) return NOTHING;
	const sums = evidence(learned, asked.terms, asked.values);
	const highest = Math.max(...sums);
	const behind = (klass: number) => (sums[klass] ?? 0) - highest;
	const shares = new Map(taught.map((at, klass) => [at, Math.exp(behind(klass) * weights.learning.sharpness)]));
	return { shares, certainty: 1 / taught.reduce((sum, _, klass) => sum + Math.exp(behind(klass)), 0) };
}

/** The fewer sayings have it, the more a feature says. */
function raritiesOf(read: readonly Features[], size: number, { learning }: Weights): Float32Array {
	const holders = new Float32Array(size);
	for (const features of read) for (const at of features.keys()) holders[at] = (holders[at] ?? 0) + 1;
	return holders.map((held) => Math.log(1 + read.length / held) ** learning.rarityPower);
}

/** As long as one whole, so that a long text says no more than a short one. */
function scaled(features: Features, rarities: Float32Array): Pick<Example, 'terms' | 'values'> {
	const terms = new Int32Array(features.size);
	const values = new Float32Array(features.size);
	let squares = 0;
	let at = 0;
	for (const [term, share] of features) {
		const value = share * (rarities[term] ?? 0);
		squares += value * value;
		terms[at] = term;
		values[at++] = value;
	}
	const length = Math.sqrt(squares) || 1;
	return { terms, values: values.map((value) => value / length) };
}
