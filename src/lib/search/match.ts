import { editDistance } from './distance.ts';
import type { Entry } from './lexicon.ts';
import { isCyrillic, keyOf } from './normalise.ts';
import { coarseOf, rootOf, skeletonsOf } from './skeleton.ts';
import type { Weights } from './weights.ts';

/** Position of a word in the lexicon → how alike, 0 to 1. */
export type Matches = Map<number, number>;

export type Matcher = { match(word: string): Matches; lookUp(word: string): Matches };

type Postings = Map<string, number[]>;
type Forms = { words: Postings; skeletons: Postings; coarse: Postings; roots: Postings; trigrams: Postings };
type Lexicon = { entries: readonly Entry[]; forms: Forms; counts: Uint16Array; weights: Weights };
type Reading = { skeleton: string; cyrillic: boolean };

/** `lookUp` knows whole words only; `match` also beginnings, parts and misspellings. */
export function matcherOf(entries: readonly Entry[], weights: Weights): Matcher {
	const lexicon: Lexicon = { entries, forms: formsOf(entries), counts: new Uint16Array(entries.length), weights };
	return {
		lookUp: (word) => wholeWords(lexicon, word),
		match: (word) => merge(wholeWords(lexicon, word), alikeWords(lexicon, word)),
	};
}

/** The better of the two for each word. */
export function merge(into: Matches, other: Matches, factor = 1): Matches {
	for (const [position, similarity] of other) put(into, position, similarity * factor);
	return into;
}

function wholeWords({ entries, forms, weights }: Lexicon, word: string): Matches {
	const found: Matches = new Map();
	const add = (positions: readonly number[] | undefined, similarity: (entry: Entry) => number) => {
		for (const at of positions ?? []) put(found, at, similarity(entryAt(entries, at)));
	};
	add(forms.words.get(keyOf(word)), () => weights.exact);
	for (const { skeleton, cyrillic } of readingsOf(word)) {
		const whole = (entry: Entry) => (entry.cyrillic === cyrillic ? weights.sameSkeleton : weights.otherScript);
		add(forms.skeletons.get(skeleton), whole);
		if (skeleton.length > 3) add(forms.roots.get(rootOf(skeleton)), () => weights.sameRoot);
		if (skeleton.length > 3) add(forms.coarse.get(coarseOf(skeleton)), () => weights.sameCoarse);
	}
	return found;
}

function alikeWords(lexicon: Lexicon, word: string): Matches {
	const found: Matches = new Map();
	for (const reading of readingsOf(word)) {
		if (reading.skeleton.length >= 4) addAlike(lexicon, reading, found);
	}
	return found;
}

function addAlike(lexicon: Lexicon, { skeleton, cyrillic }: Reading, found: Matches): void {
	const { entries, weights } = lexicon;
	const grams = trigramsOf(skeleton);
	const least = skeleton.length > 5 ? 3 : skeleton.length > 4 ? 2 : 1;
	for (const [at, shared] of sharedTrigrams(lexicon, grams, least)) {
		const entry = entryAt(entries, at);
		if (entry.skeleton.length < 3) continue;
		const dice = (2 * shared) / (grams.size + entry.skeleton.length);
		const similarity = likeness(skeleton, entry.skeleton, dice, weights);
		put(found, at, similarity * (entry.cyrillic === cyrillic ? 1 : weights.acrossScripts));
	}
}

function likeness(typed: string, known: string, dice: number, weights: Weights): number {
	return Math.max(
		beginning(typed, known, weights),
		part(typed, known, weights),
		misspelling(typed, known, weights),
		dice > weights.leastTrigrams ? weights.trigrams * dice : 0,
	);
}

function beginning(typed: string, known: string, { prefix, partialPrefix }: Weights): number {
	const shorter = Math.min(typed.length, known.length);
	const common = commonPrefix(typed, known);
	if (common < 4 || common < 0.6 * shorter) return 0;
	const share = Math.sqrt(common / Math.max(typed.length, known.length));
	return prefix * share * (common === shorter ? 1 : partialPrefix);
}

function part(typed: string, known: string, { insideWord, aroundWord }: Weights): number {
	if (typed.length >= 5 && known.includes(typed)) return insideWord;
	return known.length >= 5 && typed.includes(known) ? aroundWord : 0;
}

function misspelling(typed: string, known: string, { edit, editPower }: Weights): number {
	const most = typed.length < 5 ? 1 : typed.length < 9 ? 2 : 3;
	const edits = editDistance(typed, known, most);
	if (edits > most) return 0;
	return edit * (1 - edits / Math.max(typed.length, known.length)) ** editPower;
}

function commonPrefix(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

function readingsOf(word: string): Reading[] {
	if (/^\d+$/.test(word)) return [];
	const cyrillic = isCyrillic(word);
	const skeletons = skeletonsOf(word).filter((skeleton) => skeleton.length > 1);
	return skeletons.map((skeleton) => ({ skeleton, cyrillic }));
}

function formsOf(entries: readonly Entry[]): Forms {
	return {
		words: postings(entries, ({ word }) => [word]),
		skeletons: postings(entries, ({ skeleton }) => [skeleton]),
		coarse: postings(entries, ({ coarse }) => [coarse]),
		roots: postings(entries, ({ root }) => [root]),
		trigrams: postings(entries, ({ skeleton }) => trigramsOf(skeleton)),
	};
}

function postings(entries: readonly Entry[], keysOf: (entry: Entry) => Iterable<string>): Postings {
	const lists: Postings = new Map();
	for (const [at, entry] of entries.entries()) {
		for (const key of keysOf(entry)) append(lists, key, at);
	}
	return lists;
}

function append(lists: Postings, key: string, at: number): void {
	const list = lists.get(key);
	if (list) list.push(at);
	else lists.set(key, [at]);
}

/** Words of the index that share so many trigrams, with how many. `counts` is all zeros before and afterwards. */
function sharedTrigrams({ forms, counts }: Lexicon, grams: Iterable<string>, least: number): [number, number][] {
	const met: number[] = [];
	for (const gram of grams) {
		for (const at of forms.trigrams.get(gram) ?? []) {
			const before = counts[at] ?? 0;
			counts[at] = before + 1;
			if (before === 0) met.push(at);
		}
	}
	const shared = met.flatMap((at): [number, number][] => ((counts[at] ?? 0) < least ? [] : [[at, counts[at] ?? 0]]));
	for (const at of met) counts[at] = 0;
	return shared;
}

function trigramsOf(skeleton: string): Set<string> {
	const framed = ` ${skeleton} `;
	return new Set(Array.from({ length: framed.length - 2 }, (_, i) => framed.slice(i, i + 3)));
}

function put(into: Matches, position: number, similarity: number): void {
	if (similarity > (into.get(position) ?? 0)) into.set(position, similarity);
}

function entryAt(entries: readonly Entry[], at: number): Entry {
	const entry = entries[at];
	if (!entry) throw new Error(`no word at ${at}`);
	return entry;
}
