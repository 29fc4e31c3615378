import type { MaskSpan } from './range.ts';
import { alternatives, LETTERS } from './vocabulary.ts';

const EXPIRY = '(?:0[1-9]|1[0-2])\\s?[/.-]\\s?(?:20)?\\d\\d';
const AND = `(?:(?:${alternatives('and')})\\s)?`;
const NOT_MORE = `(?![\\d/:]|[ .,-]\\d|\\s?(?:[€$£₽%]|(?:${alternatives('unit')})(?![${LETTERS}])))`;
const AFTER_CARD = new RegExp(`^([^\\d•]{1,24}${EXPIRY}[\\s,;/|-]{1,4}${AND})(\\d{3,4})${NOT_MORE}`);
const REACH = 60;

/** The number on the back of a card, that stands nameless after the month in which the card ends. */
export function findBackNumbers(text: string, cards: readonly MaskSpan[]): MaskSpan[] {
	return cards.flatMap(({ end }) => {
		const [, gap, digits] = AFTER_CARD.exec(text.slice(end, end + REACH)) ?? [];
		if (gap === undefined || digits === undefined) return [];
		const start = end + gap.length;
		return [{ start, end: start + digits.length, kind: 'code' as const }];
	});
}
