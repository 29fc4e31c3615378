import { foldWords } from './fold.ts';
import { LETTERS, type Word, type WordKind } from './words.ts';

/** How a number hangs on a secret word. `direct`: nothing but small words and signs between them. */
export type Link = { kind: 'code' | 'password' | 'user' | 'card' | 'list'; direct: boolean };

const REACH = 48;
const MOST_WORDS = 6;
const REACH_BACK = 24;

const SMALL_WORDS = new Set(
	foldWords(
		`on oli ovat se tämä tässä tällainen semmoinen minun mun mulla tuli sain ja pankin pankista kortin puhelimen
	viestissä tekstiviestissä nyt uusi vanha
	är var det här min mitt mina som och från banken kortet kom ny nytt
	is was are were it its this here my the that and from by sms bank card phone i got as came new old says
	это вот такой такая мой моя мои мое моего был была и из от с смс банка карты телефона пришел пришла
	пришли новый старый мне на есть их у меня прислали стоит записала записал
	це ось мій моя мої і з із від банку картки прийшов новий мені
	see ja minu on oli tuli pangast kaardi uus
	هو هي هذا هذه من و في البنك البطاقة الجديد وصلني لي تبعي الخاصة الخاص بي
	waa waxay ka ah kaygu kayga kaaga iyo waxa waxaa bangiga`,
	).split(/\s+/),
);
const WORDS = new RegExp(`[${LETTERS}]+`, 'g');
const LIST_WORD = '(?:ja|och|and|и|і|та|و|iyo|tai|or|или|või|або|eller)';
const AND = new RegExp(`\\s${LIST_WORD}\\s`);
/** What may stand between the numbers of one list. */
export const SAME_LIST = new RegExp(`^[\\s,;/&+.)-]{0,4}(?:${LIST_WORD}(?!\\p{L}))?[\\s,;-]{0,3}$`, 'u');
const OWN_NUMBER = /^[\s:=-]{0,4}\d/;
const SENTENCE_END = /[.!?](?=\s)|\n/;

export function linkTo(
	text: string,
	words: readonly Word[],
	start: number,
	end: number,
	carried?: WordKind,
): Link | undefined {
	const next = firstFrom(words, start);
	const before = lastSpeaking(text, words, next, start);
	const ahead = before && forward(text, before, start);
	if (ahead) return ahead;
	if (before?.kind === 'label' && isDirect(text.slice(before.end, start))) return undefined;
	return backward(text, words[next], end) ?? asLink(carried, true);
}

export function isDirect(gap: string): boolean {
	return gap.length <= REACH && !/[\d.!?•]/.test(gap) && countOtherWords(gap) === 0;
}

/** A label speaks for the first number after it only: "key no. 34 is 8821". */
function lastSpeaking(text: string, words: readonly Word[], next: number, start: number): Word | undefined {
	const last = words[next - 1];
	const isSpent = last?.kind === 'label' && start - last.end < REACH && /\d/.test(text.slice(last.end, start));
	return isSpent ? words[next - 2] : last;
}

/** Index of the first word that stands after the offset. */
function firstFrom(words: readonly Word[], start: number): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle]?.end ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	return low;
}

function forward(text: string, word: Word, start: number): Link | undefined {
	if (start - word.end > REACH) return undefined;
	const gap = text.slice(word.end, start);
	if (isDirect(gap)) return asLink(word.kind, true);
	const pieces = gap.split(SENTENCE_END);
	const near = pieces.length === 1 ? countWords(gap, Boolean) <= MOST_WORDS : isDirect(pieces.pop() ?? '');
	return near && !/\d{4}|•/.test(gap) ? asLink(word.kind, false) : undefined;
}

/** "1234 is my PIN", unless the word has a number of its own after it. */
function backward(text: string, word: Word | undefined, end: number): Link | undefined {
	if (!word || word.start - end > REACH_BACK) return undefined;
	const gap = text.slice(end, word.start);
	if (!isDirect(gap) || AND.test(gap) || OWN_NUMBER.test(text.slice(word.end, word.end + 5))) return undefined;
	return asLink(word.kind, /[\p{L}=-]/u.test(gap));
}

function asLink(kind: WordKind | undefined, direct: boolean): Link | undefined {
	return kind && kind !== 'label' && kind !== 'hetu' ? { kind, direct } : undefined;
}

/** Words of a text that are not the small ones. */
export function countOtherWords(text: string): number {
	return countWords(text, (word) => !SMALL_WORDS.has(word));
}

function countWords(text: string, counts: (word: string) => boolean): number {
	return (text.match(WORDS) ?? []).filter(counts).length;
}
