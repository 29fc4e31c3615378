import { normalise } from './normalise.ts';

const CHUNK = /[\p{L}\p{N}]+(?:[.\-'/&][\p{L}\p{N}]+)*/gu;
const INNER_MARK = /[.\-'/&]/;
const CAMEL = /(?<=\p{Ll})(?=\p{Lu})/u;
const LONGEST_JOIN = 14;

/** Words as a person typed them, in lower case; ё is kept, because the skeleton reads it. */
export function typedWords(text: string): string[] {
	return chunksOf(text)
		.flatMap((chunk) => chunk.split(INNER_MARK))
		.map((word) => word.toLowerCase());
}

/** Words of a text to be found: also the parts of "OmaKela" and the wholes of "suomi.fi". */
export function indexedWords(text: string): string[] {
	return chunksOf(text).flatMap((chunk) => {
		const parts = chunk.split(INNER_MARK);
		return [...parts.flatMap(camelParts), ...neighboursJoined(parts)];
	});
}

/** "Enter Finland" is also written "EnterFinland": neighbours as one word. */
export function neighboursJoined(words: readonly string[]): string[] {
	return words
		.slice(1)
		.map((word, i) => `${words[i]}${word}`)
		.filter((joined) => joined.length < LONGEST_JOIN);
}

/** "OmaKela" as "Oma Kela". */
export function withPartsApart(name: string): string {
	return name.split(CAMEL).join(' ');
}

function chunksOf(text: string): string[] {
	return normalise(text).match(CHUNK) ?? [];
}

function camelParts(word: string): string[] {
	const parts = word.split(CAMEL);
	return parts.length > 1 ? [word, ...parts.filter((part) => part.length > 2)] : [word];
}
