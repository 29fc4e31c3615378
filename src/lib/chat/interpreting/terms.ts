import type { AgreedTerm } from '#lib/content/index.ts';

/** Words of the authorities found in a text, and how it is agreed to say them in the other language. */
export type Found = { readonly start: number; readonly end: number; readonly agreed: string };
type Word = { readonly stem: string; readonly start: number; readonly end: number };
type Pattern = { readonly stems: readonly string[]; readonly agreed: string };
type Between = { readonly from: string; readonly to: string };

/** In the order of the text; of two that begin alike the longer one. */
export function termsIn(text: string, between: Between, terms: readonly AgreedTerm[]): Found[] {
	const patterns = patternsOf(terms, between);
	const words = wordsOf(text, between.from);
	const found: Found[] = [];
	for (let at = 0; at < words.length; ) {
		const pattern = patterns.find(({ stems }) => stems.every((stem, step) => words[at + step]?.stem === stem));
		const last = words[at + (pattern?.stems.length ?? 1) - 1];
		const first = words[at];
		if (pattern && first && last) found.push({ start: first.start, end: last.end, agreed: pattern.agreed });
		at += pattern?.stems.length ?? 1;
	}
	return found;
}

/** The text in pieces, with what was found apart. */
export function piecesOf(text: string, found: readonly Found[]): { text: string; isTerm: boolean }[] {
	const pieces: { text: string; isTerm: boolean }[] = [];
	let at = 0;
	for (const { start, end } of found) {
		pieces.push({ text: text.slice(at, start), isTerm: false }, { text: text.slice(start, end), isTerm: true });
		at = end;
	}
	return [...pieces, { text: text.slice(at), isTerm: false }].filter((piece) => piece.text !== '');
}

function patternsOf(terms: readonly AgreedTerm[], { from, to }: Between): Pattern[] {
	const patterns = terms.flatMap(({ names, forms }) => {
		const agreed = names[to];
		const ways = [...waysOf(names[from] ?? ''), ...(from === 'fi' ? forms : [])];
		return agreed ? ways.map((way) => ({ agreed, stems: wordsOf(way, from).map(({ stem }) => stem) })) : [];
	});
	return patterns.filter(({ stems }) => stems.length > 0).sort((a, b) => b.stems.length - a.stems.length);
}

/** «henkilötunnus (hetu)» is met as either of the two. */
const waysOf = (name: string): string[] => [...new Set([name, ...name.split(/[()]/)])].filter((way) => way.trim());

function wordsOf(text: string, lang: string): Word[] {
	return [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map(({ 0: word, index }) => ({
		stem: stemOf(word, lang),
		start: index,
		end: index + word.length,
	}));
}

const ENDINGS: Readonly<Record<string, RegExp>> = {
	ru: /(ием|иями|иям|иях|ами|ями|ого|его|ому|ему|ыми|ими|ией|ия|ию|ии|ие|ий|ая|яя|ое|ее|ые|ый|ой|ей|ую|юю|ью|ов|ев|ам|ям|ах|ях|ом|ем|ым|им|ых|их|ы|и|а|я|о|е|у|ю|ь|й)$/,
	fi: /(ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä|ta|tä|en|in|n|t|a|ä|i|e)$/,
	en: /(es|e|s)$/,
};
const SHORTEST = 3;

/** Good enough to meet a word again in another case; what is short stands as it is. */
function stemOf(word: string, lang: string): string {
	const folded = word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
	const stem = folded.replace(ENDINGS[lang] ?? /$/, '');
	return stem.length >= SHORTEST ? stem : folded;
}
