import { otherLayouts } from './layout.ts';
import { isCyrillic, keyOf, normalise } from './normalise.ts';
import { cyrillicSkeleton, russianInLatinSkeleton } from './russianSkeleton.ts';
import { LATIN, LATIN_HARMLESS, type Need, type Phrases, RUSSIAN, RUSSIAN_HARMLESS } from './urgentPhrases.ts';

export type { Need } from './urgentPhrases.ts';

/** What cannot wait, in Russian, Finnish or English, also in other letters or on the wrong keyboard. */
export function urgentNeed(text: string): Need | null {
	if (ALONE.has(text.trim().toLowerCase())) return 'danger';
	const readings = ([] as Folded[]).concat(...[text, ...otherLayouts(text)].map(foldings));
	return NEEDS.find((need) => readings.some((reading) => tells(reading, need))) ?? null;
}

type Script = 'cyrillic' | 'russianInLatin' | 'latin';
type Folded = { text: string; script: Script };
type Rules = Record<Need, { any: RegExp[]; certain: RegExp[] }> & { harmless: RegExp[] };

// Nobody types only this without need.
const ALONE = new Set(['112', 'sos', 'скорая', 'скорую', 'скорая помощь', 'тону', 'горим', 'ambulance', 'ambulanssi']);
// The order decides between two: whoever may die comes first, and a life comes before a place to call.
const WORD = /[a-z0-9\u00c0-\u024f\u0400-\u052f]+/g;
const NEEDS = ['suicide', 'danger', 'violence'] as const;

function tells({ text, script }: Folded, need: Need): boolean {
	const { any, certain } = RULES[script][need];
	if (certain.some((rule) => rule.test(text))) return true;
	const rest = RULES[script].harmless.reduce((left, rule) => left.replace(rule, ' '), text);
	return any.some((rule) => rule.test(rest));
}

function foldings(text: string): Folded[] {
	const words = keyOf(normalise(text)).match(WORD) ?? [];
	const folded = (script: Script): Folded => ({ text: ` ${words.map(FOLDS[script]).join(' ')} `, script });
	return isCyrillic(text) ? [folded('cyrillic')] : [folded('russianInLatin'), folded('latin')];
}

// Cyrillic is compared as it stands: folded, «бил» would be «был».
const FOLDS: Record<Script, (word: string) => string> = {
	cyrillic: (word) => word,
	russianInLatin: (word) => (isCyrillic(word) ? cyrillicSkeleton(word) : russianInLatinSkeleton(word)),
	latin: (word) => word.replace(/[äå]/g, 'a').replace(/ö/g, 'o'),
};

function rule(phrase: string, fold: (word: string) => string): RegExp {
	const parts = phrase.split(' ').map((part) => {
		if (part === '…') return '(?:\\S+ ){0,3}';
		const either = part
			.replace('?', '')
			.split('|')
			.map((word) => ending(word, fold));
		return `(?:(?:${either.join('|')}) )${part.endsWith('?') ? '?' : ''}`;
	});
	return new RegExp(` ${parts.join('')}`);
}

function ending(word: string, fold: (word: string) => string): string {
	if (word.startsWith('*')) return `\\S*${fold(word.slice(1))}`;
	return word.endsWith('*') ? `${fold(word.slice(0, -1))}\\S*` : fold(word);
}

function rulesOf(phrases: Record<Need, Phrases>, harmless: readonly string[], script: Script): Rules {
	const all = (list: readonly string[] = []) => list.map((phrase) => rule(phrase, FOLDS[script]));
	const of = ({ any, certain }: Phrases) => ({ any: all(any), certain: all(certain) });
	const { danger, suicide, violence } = phrases;
	return { danger: of(danger), suicide: of(suicide), violence: of(violence), harmless: all(harmless) };
}

const RULES: Record<Script, Rules> = {
	cyrillic: rulesOf(RUSSIAN, RUSSIAN_HARMLESS, 'cyrillic'),
	russianInLatin: rulesOf(RUSSIAN, RUSSIAN_HARMLESS, 'russianInLatin'),
	latin: rulesOf(LATIN, LATIN_HARMLESS, 'latin'),
};
