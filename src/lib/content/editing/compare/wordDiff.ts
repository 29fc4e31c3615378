/** A stretch of text that both versions have, or only the earlier (`out`), or only the later one (`in`). */
export type Stretch = { readonly kind: 'same' | 'out' | 'in'; readonly text: string };

/** More comparisons than these are not made word by word, but sentence by sentence. */
const MOST_COMPARISONS = 4_000_000;

/** What changed between two wordings, word by word: joining all but `in` gives the earlier, all but `out` the later. */
export function wordDiff(before: string, after: string): Stretch[] {
	const words = between(split(before, /(\s+)/), split(after, /(\s+)/));
	return joined(words ?? between(split(before, SENTENCES), split(after, SENTENCES)) ?? whole(before, after));
}

/** After the white space that follows a sentence. */
const SENTENCES = /(?<=[.?!…]\s+)(?=\S)/;

const split = (text: string, at: RegExp): string[] => text.split(at).filter((one) => one !== '');

function whole(before: string, after: string): Stretch[] {
	return [out(before), into(after)];
}

const same = (text: string): Stretch => ({ kind: 'same', text });
const out = (text: string): Stretch => ({ kind: 'out', text });
const into = (text: string): Stretch => ({ kind: 'in', text });

/** Undefined when there is too much to compare. */
function between(before: readonly string[], after: readonly string[]): Stretch[] | undefined {
	const head = lengthOfSame(before, after);
	const [restBefore, restAfter] = [before.slice(head), after.slice(head)];
	const tail = lengthOfSame(restBefore.toReversed(), restAfter.toReversed());
	const [from, to] = [restBefore.slice(0, restBefore.length - tail), restAfter.slice(0, restAfter.length - tail)];
	if (from.length * to.length > MOST_COMPARISONS) return undefined;
	return [
		...before.slice(0, head).map(same),
		...longestCommon(from, to),
		...before.slice(before.length - tail).map(same),
	];
}

function lengthOfSame(one: readonly string[], other: readonly string[]): number {
	let length = 0;
	while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
	return length;
}

/** By the textbook: the table of the longest common subsequence, read from its beginning. */
function longestCommon(from: readonly string[], to: readonly string[]): Stretch[] {
	const best = tableOf(from, to);
	const stretches: Stretch[] = [];
	let [i, j] = [0, 0];
	while (i < from.length || j < to.length) {
		const [left, right] = [from[i], to[j]];
		if (left !== undefined && left === right) {
			stretches.push(same(left));
			[i, j] = [i + 1, j + 1];
		} else if (right === undefined || (left !== undefined && at(best, i + 1, j) >= at(best, i, j + 1))) {
			stretches.push(out(left ?? ''));
			i += 1;
		} else {
			stretches.push(into(right));
			j += 1;
		}
	}
	return stretches;
}

type Table = readonly Uint32Array[];
const at = (table: Table, i: number, j: number): number => table[i]?.[j] ?? 0;

function tableOf(from: readonly string[], to: readonly string[]): Table {
	const table = Array.from({ length: from.length + 1 }, () => new Uint32Array(to.length + 1));
	for (let i = from.length - 1; i >= 0; i--) {
		const row = table[i];
		for (let j = to.length - 1; row && j >= 0; j--) {
			row[j] = from[i] === to[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
		}
	}
	return table;
}

/** Neighbours of one kind become one; what went stands before what came in its place. */
function joined(stretches: readonly Stretch[]): Stretch[] {
	const all: Stretch[] = [];
	for (const one of stretches.filter(({ text }) => text !== '')) {
		const last = all.at(-1);
		if (last?.kind === one.kind) all[all.length - 1] = { ...last, text: last.text + one.text };
		else all.push(one);
	}
	return all;
}
