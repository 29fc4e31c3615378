import { isCyrillic } from './normalise.ts';
import { isStopWord } from './stopWords.ts';
import { townsOf } from './towns.ts';
import { typedWords } from './words.ts';

/** `all`: whatever is on; `some`: a kind of event. Null where something else is asked for, or more. */
export type EventWish = 'all' | 'some';

/**
 * A query of nothing but «клуб», "kurssi" or «встречи в Куопио» asks what is on. Such words also stand in the texts of
 * many services, which then would go before.
 */
export function eventWish(query: string): EventWish | null {
	const said = typedWords(query).filter((word) => !isIdle(word) && TOWNS.namedIn([word]).size === 0);
	const isAny = (stems: readonly string[]) => (word: string) => stems.some((stem) => isFormOf(word, stem));
	if (said.length === 0 || !said.every(isAny([...ANY, ...TIMES, ...KINDS]))) return null;
	return said.some(isAny(KINDS)) ? 'some' : 'all';
}

const ANY = [
	...['встреч', 'мероприяти', 'событи', 'календар'],
	...['tapahtum', 'tilaisuu', 'tilaisuks', 'kalenter', 'event', 'calendar'],
];
/** Who asks only for a time asks what is on then. */
const TIMES = [
	...['сегодня', 'завтра', 'недел', 'выходн', 'tänään', 'huomenna', 'viikko', 'viiko', 'viikonlop'],
	...['today', 'tomorrow', 'week'],
];
const KINDS = [
	...['клуб', 'кружок', 'кружк', 'курс', 'заняти', 'лекци', 'вебинар', 'семинар', 'консультаци'],
	...['kerho', 'kurss', 'luento', 'luenno', 'webinaar', 'työpaj', 'neuvon', 'klub'],
	...['club', 'course', 'lecture', 'webinar', 'workshop', 'counselling'],
];

const IDLE = new Set(['будет', 'этой', 'этих', 'tällä', 'tulevalla', 'what', 'is', 'on', 'this', 'these']);
const isIdle = (word: string): boolean => isStopWord(word) || IDLE.has(word);

const TOWNS = townsOf([]);
/** What declension adds is never longer, in Russian and in Finnish. */
const longestEnding = (word: string): number => (isCyrillic(word) ? 3 : 5);

const isFormOf = (word: string, stem: string): boolean =>
	word.startsWith(stem) && word.length - stem.length <= longestEnding(word);
