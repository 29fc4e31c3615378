import { keyOf } from './normalise.ts';
import { CONCEPT_LISTS } from './vocabulary/concepts.ts';

/** How much shorter than the longest beginning that fits another one may be and still count. */
const NEARLY_AS_LONG = 2;
const SHORTEST = 2;

/** The ideas a word stands for, as numbers: «хозяин», landlord and vuokranantaja share one. */
export function conceptsOf(word: string): ReadonlySet<number> {
	const key = keyOf(word);
	const found = new Set(WHOLE.get(key));
	let longest = 0;
	for (let length = key.length; length >= Math.max(SHORTEST, longest - NEARLY_AS_LONG); length--) {
		const concepts = BEGINNINGS.get(key.slice(0, length));
		if (!concepts) continue;
		longest ||= length;
		for (const concept of concepts) found.add(concept);
	}
	return found;
}

type Postings = Map<string, number[]>;
const WHOLE: Postings = new Map();
const BEGINNINGS: Postings = new Map();

for (const [concept, line] of linesOf(CONCEPT_LISTS).entries()) {
	for (const word of line.slice(line.indexOf(':') + 1).split(/[\s|]+/)) if (word) addWord(word, concept);
}

/** A line that begins with a tab goes on from the one before. */
function linesOf(lists: readonly string[]): string[] {
	return lists.flatMap((list) => list.trim().replace(/\n\t/g, ' ').split('\n'));
}

function addWord(word: string, concept: number): void {
	const isBeginning = word.endsWith('*');
	const postings = isBeginning ? BEGINNINGS : WHOLE;
	const key = keyOf(isBeginning ? word.slice(0, -1) : word);
	const known = postings.get(key);
	if (known) known.push(concept);
	else postings.set(key, [concept]);
}
