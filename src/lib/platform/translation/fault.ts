/** What a machine spoiled, as far as it can be told without reading: `wrong` is no text, or far too much of it. */
export function faultOf(original: string, translated: string): 'wrong' | 'numbers' | null {
	if (translated.trim() === '' || translated.length > longest(original)) return 'wrong';
	return numbersIn(translated) === numbersIn(original) ? null : 'numbers';
}

/** No language needs so much more than another. */
const longest = (original: string): number => 3 * original.length + 100;

/** A sum or a phone number that came out different would harm. The machine may set the spaces anew, and the order. */
function numbersIn(text: string): string {
	return (text.replace(/(?<=\d)[ .,\u00a0\u202f-](?=\d)/g, '').match(/\d+/g) ?? []).sort().join(' ');
}
