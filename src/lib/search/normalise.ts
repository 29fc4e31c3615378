// Also runs in the visitor's browser, which may be eight years old: no look-behind, no \p{…} in these files.
const INVISIBLE = /[\u0300\u0301\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHES = /[’‘ʼ`´]/g;

/** One spelling for all that is compared: no stress marks, no soft hyphens, one kind of apostrophe. */
export function normalise(text: string): string {
	return text.normalize('NFKC').replace(INVISIBLE, '').replace(APOSTROPHES, "'");
}

/** The key a word is looked up by. */
export function keyOf(word: string): string {
	return word.toLowerCase().replace(/ё/g, 'е');
}

export function isCyrillic(text: string): boolean {
	return /[\u0400-\u052f]/.test(text);
}
