import type { Advice, AdviceLanguage } from '../advice.ts';
import { atMatches, type Piece } from '../piece.ts';
import type { ReadText } from '../read.ts';
import { NUMBER_WORDS } from './numberWords.ts';

/** A link or a place that is named by pointing; out of its line, or read aloud, it leads nowhere. */
const POINTING: Readonly<Record<AdviceLanguage, RegExp>> = {
	ru: /(?<!\p{L})(?:(?:нажмите|кликните|щ[её]лкните|жмите|перейдите|читайте)\s+(?:здесь|сюда|тут)|по\s+этой\s+ссылке)(?!\p{L})/giu,
	fi: /(?<!\p{L})(?:(?:klikkaa|paina|napsauta|napauta|lue)\s+(?:tästä|tähän|tätä)(?!\s\p{L}+\p{L}a)|tästä\s+linkistä)(?!\p{L})/giu,
	en: /\b(?:(?:click|press|tap|read)\s+here|(?:via|at|through)\s+this\s+link)\b/gi,
};
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
/** 01.05.2026, 1.5. klo, 2026-05-01, 5/1/2026; not 9.30 and not an address. */
const DATE = new RegExp(
	`(?<![\\d./–-])(?:${DAY}\\.${MONTH}\\.(?:\\d{4}|(?=[–-]|\\s\\p{Ll}))|\\d{4}-${MONTH}-${DAY}|${DAY}/${DAY}/\\d{4})(?![\\d/])`,
	'gu',
);

/** Single words and signs that are easier in another shape. */
export function wording({ pieces, prose, setting }: ReadText): Advice[] {
	return [
		...pieces.flatMap(brokenMarks),
		...pieces.flatMap((piece) => atMatches('click-here', piece, POINTING[setting.lang])),
		...prose.flatMap((piece) => atMatches('digits', piece, NUMBER_WORDS[setting.lang])),
		...pieces.flatMap((piece) => atMatches('date', piece, DATE)),
	];
}

/** What is left of brackets after every whole mark was read, and marks that hold nothing. */
function brokenMarks(piece: Piece): Advice[] {
	return atMatches('mark', piece, /\[\[(?:[a-z]{2}:)?|\]\]/g, 'error').concat(emptyMarks(piece));
}

function emptyMarks(piece: Piece): Advice[] {
	const empty = piece.marks.filter(({ text }) => text.trim() === '');
	return empty.map(({ start, end }) => ({
		...{ rule: 'mark', severity: 'error', block: piece.block.id, part: piece.part, values: {} },
		...{ quote: piece.text.slice(start - 5, end + 2), start: start - 5, end: end + 2 },
	}));
}
