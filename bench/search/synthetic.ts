import type { SearchDocument } from '../../src/lib/search/index.server.ts';

const REPLACED = 0.35;
const WORD = /\p{L}{4,}/gu;
/** New words come again: a language that grows with every text would be like no other. */
const VARIANTS = 12;
const SAYINGS = 3;
const LONGEST_BODY = 200;

/**
 * Copies of the starter's documents, a third of their words replaced by others of the same look. The copies are like
 * places, events and terms: with a few other names and a short text.
 */
export function manyDocuments(starter: readonly SearchDocument[], count: number): SearchDocument[] {
	return Array.from({ length: count }, (_, at) => {
		const of = starter[at % starter.length];
		if (!of) throw new Error('nothing to copy');
		return at < starter.length ? of : altered(of, at);
	});
}

function altered(document: SearchDocument, seed: number): SearchDocument {
	const random = repeatable(seed);
	const change = (text: string) =>
		text.replace(WORD, (word) => (random() < REPLACED ? scrambled(word, variant(word, random)) : word));
	const each = (texts: Record<string, string | undefined> = {}) =>
		Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, change(text ?? '')]));
	const { names, provider, purpose, body, aliases, situations = [] } = document;
	return {
		...{ ...document, id: `${document.id}-${seed}` },
		...{ names: each(names), provider: each(provider), purpose: each(purpose), body: each(short(body)) },
		...{ aliases: aliases.slice(0, SAYINGS).map(change), situations: situations.slice(0, SAYINGS).map(change) },
	};
}

function short(texts: Record<string, string | undefined> = {}): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, text?.slice(0, LONGEST_BODY) ?? '']));
}

function variant(word: string, random: () => number): () => number {
	return repeatable(word.length * 7919 + (word.codePointAt(0) ?? 0) * 31 + Math.floor(random() * VARIANTS));
}

/** Its letters in another order: as long and as pronounceable as a word one does not know. */
function scrambled(word: string, random: () => number): string {
	const letters = [...word];
	for (let i = letters.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[letters[i], letters[j]] = [letters[j] ?? '', letters[i] ?? ''];
	}
	return letters.join('');
}

function repeatable(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return state / 0x80000000;
	};
}
