import { foldWords } from './fold.ts';
import type { NamingKind } from './language.ts';
import { isDigit } from './range.ts';
import { inOneAlphabet, isMistyped } from './spelling.ts';
import { isLetter, LETTERS, type Pattern, patternsOf } from './vocabulary.ts';

/** A word that says what the number beside it is. */
export type WordKind = NamingKind;
export type Word = { kind: WordKind; start: number; end: number };

const KINDS: readonly WordKind[] = ['hetu', 'card', 'password', 'user', 'label', 'code', 'weak'];
const PATTERNS = KINDS.map(patternsOf);

const LONG_WORD = new RegExp(`[${LETTERS}]{5,}`, 'g');

// A thousand words stand in the lists: only those are tried that begin with the letters that were read.
type Branch = { beginning: string; next: Map<number, Branch>; plain?: RegExp | null; withStems?: RegExp | null };
const root: Branch = { beginning: '', next: new Map() };
for (const { beginning } of PATTERNS.flat()) branchOf(beginning);

/** What words hold that may begin with any letters: "*kood*". */
const STEMS = new RegExp([...new Set(PATTERNS.flat().map(({ stem }) => stem))].filter(Boolean).join('|'), 'g');

// The long words that stand beside secrets, as people mistype them.
const OFTEN_MISTYPED: readonly [WordKind, string][] = foldWords(
	'password passcode losenord salasana salasanani parool salasona пароль пароля parol tunnusluku vahvistuskoodi',
)
	.split(' ')
	.map((word) => [/koodi|luku/.test(word) ? 'code' : 'password', word]);

/** The words of a text that name something; only when there is none is one sought that was mistyped. */
export function findWords(folded: string): Word[] {
	const text = inOneAlphabet(folded);
	const words = findExact(text);
	return words.some(({ kind }) => kind !== 'label' && kind !== 'weak')
		? words
		: [...words, ...findMistyped(text)].sort(byPlace);
}

function findMistyped(text: string): Word[] {
	return Array.from(text.matchAll(LONG_WORD), ({ 0: word, index }) => {
		const meant = OFTEN_MISTYPED.find(([, right]) => isMistyped(word, right));
		return meant ? [{ kind: meant[0], start: index, end: index + word.length }] : [];
	}).flat();
}

function byPlace(a: Word, b: Word): number {
	return a.start - b.start;
}

function findExact(text: string): Word[] {
	const words: Word[] = [];
	const holdsStem = stemsIn(text);
	for (let at = 0; at < text.length; at++) {
		const word = beginsAt(text, at) ? wordAt(text, at, holdsStem(at)) : undefined;
		if (!word) continue;
		words.push(word);
		at = word.end - 1;
	}
	return words;
}

/** A letter behind none, or a digit that is written together with letters. */
function beginsAt(text: string, at: number): boolean {
	const isBehindOne = at > 0 && isLetter(text.charCodeAt(at - 1));
	if (isLetter(text.charCodeAt(at))) return !isBehindOne;
	return !isBehindOne && isDigit(text[at]) && isLetter(text.charCodeAt(at + 1));
}

/** Tells of ascending places whether the word that begins there holds a stem. */
function stemsIn(text: string): (start: number) => boolean {
	let next = -1;
	const find = (from: number): number => {
		STEMS.lastIndex = from;
		return STEMS.exec(text)?.index ?? text.length;
	};
	return (start) => {
		if (next < start) next = find(start);
		let at = start;
		while (at < next && isLetter(text.charCodeAt(at))) at++;
		return at === next && next < text.length;
	};
}

/** Index of the first word that ends after the offset. */
export function firstFrom(words: readonly Word[], offset: number): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function wordAt(text: string, start: number, holdsStem: boolean): Word | undefined {
	const pattern = patternAt(branchAt(text, start), holdsStem);
	if (!pattern) return undefined;
	pattern.lastIndex = start;
	const match = pattern.exec(text);
	if (!match) return undefined;
	const group = match.findIndex((part, place) => place > 0 && part !== undefined);
	return { kind: KINDS[group - 1] ?? 'label', start, end: start + match[0].length };
}

function branchOf(beginning: string): Branch {
	let branch = root;
	for (let at = 0; at < beginning.length; at++) {
		const unit = beginning.charCodeAt(at);
		const next = branch.next.get(unit) ?? { beginning: beginning.slice(0, at + 1), next: new Map() };
		branch.next.set(unit, next);
		branch = next;
	}
	return branch;
}

function branchAt(text: string, start: number): Branch {
	let branch = root;
	for (let at = start; ; at++) {
		const next = branch.next.get(text.charCodeAt(at));
		if (!next) return branch;
		branch = next;
	}
}

function patternAt(branch: Branch, holdsStem: boolean): RegExp | null {
	if (holdsStem) return (branch.withStems ??= patternOf(({ stem, ...one }) => stem !== '' || fits(one, branch)));
	if (branch.plain === undefined) branch.plain = patternOf((one) => one.stem === '' && fits(one, branch));
	return branch.plain;
}

function fits({ beginning }: Pick<Pattern, 'beginning'>, branch: Branch): boolean {
	return branch.beginning.startsWith(beginning);
}

/** Null where there is no word to be tried. Nothing at all fits where one kind has none. */
function patternOf(isTried: (pattern: Pattern) => boolean): RegExp | null {
	const tried = PATTERNS.map((patterns) => patterns.filter(isTried).map(({ source }) => source));
	if (tried.every((sources) => sources.length === 0)) return null;
	const choices = tried.map((sources) => `(${sources.join('|') || '(?!)'})`).join('|');
	return new RegExp(`(?:${choices})(?![${LETTERS}])`, 'y');
}
