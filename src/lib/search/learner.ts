/** An example to learn from: which class it belongs to and which terms it has, `values` scaled to length one. */
export type Example = { klass: number; weight: number; terms: Int32Array; values: Float32Array };

export type Learned = { classes: number; weights: Float32Array };
export type Lesson = { classes: number; terms: number; epochs: number; speed: number };

const NOT_WORTH_LEARNING = 0.003;
const CERTAIN = 0.9;
const SLICE = 2000;

/**
 * Softmax regression by stochastic steps, the examples in an order that is the same each time. Pauses now and then,
 * so that whoever serves readers meanwhile can do so.
 */
export function* learn(examples: readonly Example[], lesson: Lesson): Generator<void, Learned> {
	const { classes, epochs, speed } = lesson;
	const learned = { classes, weights: new Float32Array(lesson.terms * classes) };
	const chances = new Float32Array(classes);
	const order = examples.map((_, at) => at);
	const random = repeatableRandom();
	// What was told with certainty in one round is left out of the next: it would hardly change anything.
	const rests = new Uint8Array(examples.length);
	for (let epoch = 0; epoch < epochs; epoch++) {
		shuffle(order, random);
		const step = speed * (1 - epoch / epochs);
		for (const [done, at] of order.entries()) {
			const example = examples[at];
			if (example && !rests[at]) rests[at] = learnFrom(example, learned, chances, step) > CERTAIN ? 1 : 0;
			else rests[at] = 0;
			if (done % SLICE === 0) yield;
		}
	}
	return learned;
}

/** How much speaks for each class. */
export function evidence(learned: Learned, terms: ArrayLike<number>, values: ArrayLike<number>): Float32Array {
	const sums = new Float32Array(learned.classes);
	addEvidence(sums, learned, terms, values);
	return sums;
}

function learnFrom(example: Example, learned: Learned, chances: Float32Array, step: number): number {
	const { klass, weight, terms, values } = example;
	chances.fill(0);
	addEvidence(chances, learned, terms, values);
	toChances(chances);
	const chance = chances[klass] ?? 0;
	chances[klass] = chance - 1;
	const { classes, weights } = learned;
	for (let i = 0; i < terms.length; i++) {
		const from = (terms[i] ?? 0) * classes;
		const factor = step * weight * (values[i] ?? 0);
		for (let at = 0; at < classes; at++) {
			const error = chances[at] as number;
			if (error > NOT_WORTH_LEARNING || error < -NOT_WORTH_LEARNING) {
				weights[from + at] = (weights[from + at] as number) - factor * error;
			}
		}
	}
	return chance;
}

// In these loops the index is in range, and a check for undefined in each step would be felt.
function addEvidence(into: Float32Array, learned: Learned, terms: ArrayLike<number>, values: ArrayLike<number>): void {
	const { classes, weights } = learned;
	for (let i = 0; i < terms.length; i++) {
		const from = (terms[i] as number) * classes;
		const value = values[i] as number;
		for (let at = 0; at < classes; at++) into[at] = (into[at] as number) + value * (weights[from + at] as number);
	}
}

function toChances(sums: Float32Array): void {
	let highest = Number.NEGATIVE_INFINITY;
	for (let at = 0; at < sums.length; at++) highest = Math.max(highest, sums[at] as number);
	let total = 0;
	for (let at = 0; at < sums.length; at++) {
		const chance = Math.exp((sums[at] as number) - highest);
		sums[at] = chance;
		total += chance;
	}
	for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) / total;
}

function shuffle(order: number[], random: (below: number) => number): void {
	for (let i = order.length - 1; i > 0; i--) {
		const j = random(i + 1);
		[order[i], order[j]] = [order[j] as number, order[i] as number];
	}
}

/** Not chance at all: the same texts must give the same index. */
function repeatableRandom(): (below: number) => number {
	let state = 1;
	return (below) => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
}
