import { mask, MASK } from '#lib/privacy/index.ts';
import type { SearchAnswer } from './types.ts';
import { FIRST_NAMES } from './vocabulary/firstNames.ts';

const LONGEST = 80;
const STRUCK = ' ';
/** Below it lie two of three searches for other things (bench/search), and one of twenty that have their answer. */
const LEAST_CERTAINTY = 0.36;

/** Nothing was found, or hardly anything fits. */
export function isUnanswered({ results, certainty }: Pick<SearchAnswer, 'results' | 'certainty'>): boolean {
	return results.length === 0 || certainty < LEAST_CERTAINTY;
}

/**
 * What may be counted of a search that had no answer: no numbers, no addresses, no names; null when nothing is left.
 * Better one word too many struck out than one name kept.
 */
export function missOf(query: string): string | null {
	const plain = query
		.normalize('NFC')
		.replace(/[\p{C}\p{Z}\s]+/gu, ' ')
		.trim();
	const kept = namelessWords(withoutNumbers(plain)).join(' ').toLowerCase();
	return /\p{L}{2}/u.test(kept) && kept.length <= LONGEST ? kept : null;
}

function withoutNumbers(text: string): string {
	return mask(text.replace(STREET, STRUCK))
		.text.replaceAll(MASK, STRUCK)
		.replace(E_MAIL, STRUCK)
		.replace(WEB_ADDRESS, STRUCK)
		.replace(/[@#][\p{L}\p{N}_]+/gu, STRUCK)
		.replace(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu, STRUCK);
}

const E_MAIL = /\S*@\S+/gu;
const WEB_ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+\.(?:fi|ru|com|net|org|eu)\/\S*/giu;
/** Finnish streets end in -katu and the like; Russian ones are announced. */
const STREET_NAME = [
	String.raw`\p{L}{2,}(?:katu|kadulla|kadun|tie|tiellä|tien|polku|kuja|kujalla|kaari|raitti|bulevardi|väylä)`,
	String.raw`\p{L}{2,}(?:кату|тие|куйя|куя|полку|раитти)`,
	String.raw`(?:ул|улица|улице|пр|проспект|проспекте|переулок|пер|дом|кв|квартира)[. ]+\p{L}*`,
].join('|');
const STREET = new RegExp(String.raw`(?:${STREET_NAME})[\s,.]*\p{N}+(?:\s*\p{L}(?!\p{L}))?(?:\s*\p{N}+)?`, 'giu');

function namelessWords(text: string): string[] {
	const words = text.match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
	const shouting = !/\p{Ll}/u.test(text);
	return words.filter((word, at) => !isName(word, at === 0 || shouting));
}

/** `mayBegin`: a capital letter says nothing here. A word in capitals throughout is an abbreviation: HSL, ВНЖ. */
function isName(word: string, mayBegin: boolean): boolean {
	if (KNOWN_BRANDS.test(word) || NO_SURNAME.test(word)) return false;
	if (PATRONYMIC.test(word) || SURNAME.test(word)) return true;
	if (FIRST_NAMES.has(word.toLowerCase().replace(/ё/g, 'е'))) return true;
	return !mayBegin && /^\p{Lu}\p{Ll}/u.test(word);
}

const KNOWN_BRANDS = /^(?:kela|кел[аыуе]|wilma|вильм[аыуе]|maisa|майс[аыуе]|migri|мигри|suomi|суоми|kanta|ilmarinen)/iu;
const PATRONYMIC = /^\p{L}{3,}(?:ович|евич|ьич)(?:а|у|ем|е)?$|^\p{L}{3,}(?:овн|евн|иничн)(?:а|ы|е|у|ой)$/iu;
const SURNAME = new RegExp(
	[
		String.raw`^\p{L}{2,}[aeiouyäö]i?nen$`,
		String.raw`^\p{L}{3,}(?:йнен|инен|анен|янен|онен|унен|енен)$`,
		String.raw`^\p{L}{4,}(?:енко|швили|дзе)$|^\p{L}{3,}[тдзлмнрс]ян$`,
		String.raw`^\p{Lu}\p{L}{2,}(?:ов|ев|ин|ын|ова|ева|ина|ына|ову|еву|овой|евой|ской|ский|ская|цкий|цкая)$`,
	].join('|'),
	'u',
);
/** Finnish words that end as surnames do. */
const NO_SURNAME = /(?:l[aä]inen|llinen|m[aä]inen|^(?:ihminen|nainen|toinen|sininen|punainen|hevonen|.*minen))$/u;
