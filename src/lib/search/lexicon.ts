import { isCyrillic, keyOf } from './normalise.ts';
import { situationWords } from './situations.ts';
import { coarseOf, rootOf, skeletonOf } from './skeleton.ts';
import { inSlices } from './slices.ts';
import type { SearchDocument, Texts } from './types.ts';
import type { Weights } from './weights.ts';
import { indexedWords, neighboursJoined, typedWords } from './words.ts';

/** A word of the index and where it stands: positions in the list of documents, and with which weight in each. */
export type Entry = {
	word: string;
	shown: string;
	cyrillic: boolean;
	skeleton: string;
	coarse: string;
	root: string;
	documents: number[];
	weights: number[];
};

type Field = { text: string; weight: number };

const SLICE = 15;

/** All words of all documents, each once. */
export function* lexiconOf(documents: readonly SearchDocument[], weights: Weights): Generator<void, Entry[]> {
	const entries = new Map<string, Entry>();
	yield* inSlices(documents, SLICE, (document, position) => {
		for (const field of fieldsOf(document, weights)) addField(entries, position, field, weights);
	});
	return [...entries.values()];
}

function addField(entries: Map<string, Entry>, position: number, field: Field, weights: Weights): void {
	for (const shown of wordsOf(field, weights)) {
		const entry = entryFor(entries, shown);
		const last = entry.documents.length - 1;
		if (entry.documents[last] === position) entry.weights[last] = more(entry.weights[last] ?? 0, field.weight, weights);
		else {
			entry.documents.push(position);
			entry.weights.push(field.weight);
		}
	}
}

function more(before: number, added: number, { repeat }: Weights): number {
	return Math.max(before, Math.min(before + added * repeat, added * 1.6));
}

function wordsOf({ text, weight }: Field, weights: Weights): string[] {
	const joined = weight === weights.field.name ? neighboursJoined(typedWords(text)) : [];
	return [...indexedWords(text), ...joined];
}

function entryFor(entries: Map<string, Entry>, shown: string): Entry {
	const word = keyOf(shown);
	const known = entries.get(word);
	if (known) return known;
	const fresh = newEntry(word, shown);
	entries.set(word, fresh);
	return fresh;
}

function newEntry(word: string, shown: string): Entry {
	const skeleton = skeletonOf(word);
	const forms = { skeleton, coarse: coarseOf(skeleton), root: rootOf(skeleton) };
	return { word, shown, cyrillic: isCyrillic(word), ...forms, documents: [], weights: [] };
}

function fieldsOf(document: SearchDocument, { field }: Weights): Field[] {
	const texts = (weight: number, values: readonly string[]) => values.map((text) => ({ text, weight }));
	const fields = [
		...texts(field.name, valuesOf(document.names)),
		...texts(field.alias, [...document.aliases, ...spelledOut(document)]),
		...texts(field.vocabulary, situationWords(document)),
		...texts(field.situation, document.situations ?? []),
		...texts(field.provider, valuesOf(document.provider)),
		...texts(field.purpose, valuesOf(document.purpose)),
		...texts(field.body, valuesOf(document.body)),
	];
	return fields.filter(({ weight }) => weight > 0);
}

export function valuesOf(texts: Texts | undefined): string[] {
	return Object.values(texts ?? {}).filter((text) => text !== undefined);
}

/** HSL is heard as «хаэсэль»: short capitals also by the names of their letters. */
function spelledOut(document: SearchDocument): string[] {
	const capitals = valuesOf(document.names).flatMap((name) => name.match(/\b[A-Z]{2,5}\b/g) ?? []);
	return capitals.map((word) => [...word.toLowerCase()].map((letter) => LETTER_NAMES[letter] ?? letter).join(''));
}

const LETTER_NAMES: Record<string, string> = {
	...{ a: 'а', b: 'бэ', c: 'цэ', d: 'дэ', e: 'е', f: 'эф', g: 'гэ', h: 'ха', i: 'и', j: 'йот', k: 'ка', l: 'эль' },
	...{ m: 'эм', n: 'эн', o: 'о', p: 'пэ', q: 'ку', r: 'эр', s: 'эс', t: 'тэ', u: 'у', v: 'вэ', w: 'вэ', x: 'икс' },
	...{ y: 'юу', z: 'зет' },
};
