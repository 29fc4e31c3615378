// The same keys in the same order, as each keyboard prints them: plain, then with Shift.
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';
const AMERICAN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const FINNISH = '§qwertyuiopå¨asdfghjklöäzxcvbnm,.-½QWERTYUIOPÅ^ASDFGHJKLÖÄZXCVBNM;:_';

const finnishToRussian = keys(FINNISH, RUSSIAN);
const americanToRussian = keys(AMERICAN, RUSSIAN);
const russianToFinnish = keys(RUSSIAN, FINNISH);
const russianToAmerican = keys(RUSSIAN, AMERICAN);

/** What the same key strokes would have written on the other keyboards. */
export function otherLayouts(text: string): string[] {
	const mostlyCyrillic = count(text, /[\u0400-\u052f]/g) > count(text, /[a-z\u00c0-\u024f]/gi);
	const maps = mostlyCyrillic ? [russianToFinnish] : [finnishToRussian, americanToRussian];
	return [...new Set(maps.map((map) => retype(text, map)))].filter((other) => other !== text);
}

/** The mistake itself, for tests and measurements: Russian typed without switching the keyboard. */
export const mistyped = {
	russianOnFinnish: (text: string) => retype(text, russianToFinnish),
	russianOnAmerican: (text: string) => retype(text, russianToAmerican),
	finnishOnRussian: (text: string) => retype(text, finnishToRussian),
};

function keys(from: string, to: string): Map<string, string> {
	const targets = [...to];
	return new Map([...from].map((key, i) => [key, targets[i] ?? key]));
}

function retype(text: string, map: ReadonlyMap<string, string>): string {
	return [...text].map((key) => map.get(key) ?? key).join('');
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
