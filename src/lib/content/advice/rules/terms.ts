import type { Advice, Level } from '../advice.ts';
import { at, type Mark, type Piece } from '../piece.ts';
import type { ReadText } from '../read.ts';
import type { Word } from '../sentences.ts';
import { isExplained } from './explained.ts';

/** Everybody who holds a phone has met these. */
const FAMILIAR = new Set([
	'pin',
	'sms',
	'pdf',
	'cv',
	'qr',
	'usb',
	'id',
	'ok',
	'tv',
	'wi-fi',
	'ip',
	'nfc',
	'jpg',
	'png',
]);
const ABBREVIATION = /^\p{Lu}{2,6}(?=$|[:-])/u;

/** Words that a reader may not know, at their first use. */
export function terms(text: ReadText): Advice[] {
	const known = knownTo(text);
	return [...unexplained(text, known), ...abbreviations(text, known)];
}

function unexplained({ prose, setting }: ReadText, known: (word: string) => boolean): Advice[] {
	const marks = prose.flatMap((piece) => piece.marks.filter(isTerm).map((mark) => ({ piece, mark })));
	return firstOf(marks, ({ mark }) => mark.text)
		.filter(({ piece, mark }) => !isClear(piece, mark, setting.level, known))
		.map(({ piece, mark }) => at('unexplained', piece, mark));
}

/** Three words and more are something to be said or shown, not a term. */
const isTerm = ({ text }: Mark): boolean => text.trim().split(/\s+/).length < 3;

/** In an easy text the meaning stands beside the word even where the glossary has it. */
function isClear(piece: Piece, mark: Mark, level: Level, known: (word: string) => boolean): boolean {
	if (isExplained(piece, mark) || same(piece.block.control?.fi ?? '', mark.text)) return true;
	return level === 'plain' && known(mark.text);
}

function abbreviations({ prose, setting }: ReadText, known: (word: string) => boolean): Advice[] {
	if (setting.level !== 'easy') return [];
	const all = prose.flatMap((piece) => piece.sentences.flatMap(({ words }) => words.map((word) => ({ piece, word }))));
	return firstOf(all, ({ word }) => ABBREVIATION.exec(word.text)?.[0] ?? '')
		.filter(({ word }) => !known(short(word)) && !FAMILIAR.has(short(word).toLowerCase()))
		.filter(({ word }) => !all.some((one) => short(one.word) === short(word) && isExplained(one.piece, one.word)))
		.map(({ piece, word }) => at('abbreviation', piece, word));
}

const short = ({ text }: Word): string => ABBREVIATION.exec(text)?.[0] ?? text;

function firstOf<T>(all: readonly T[], name: (one: T) => string): T[] {
	const seen = new Set(['']);
	return all.filter((one) => {
		const key = name(one).toLowerCase();
		return !seen.has(key) && seen.add(key);
	});
}

/** The glossary, and what the text itself is named after. */
function knownTo({ pieces, setting }: ReadText): (word: string) => boolean {
	const own = pieces
		.filter(({ block }) => block.kind === 'title')
		.flatMap(({ shown, marks }) => [shown, ...marks.map((mark) => mark.text)]);
	const all = new Set([...setting.terms, ...own].map((one) => one.trim().toLowerCase()));
	return (word) => all.has(word.toLowerCase());
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
