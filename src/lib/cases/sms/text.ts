/** What somebody means who sends a single digit: send me the answer here, or forget my number. */
export type SmsWord = 'text' | 'forget';

export function wordIn(text: string): SmsWord | null {
	const bare = text.normalize('NFKC').replace(/[\s.,"'«»”]/g, '');
	if (bare === '1') return 'text';
	return bare === '0' ? 'forget' : null;
}

/** The language in which somebody is answered who has said nothing of it. */
export function languageOfText(text: string): 'ru' | 'fi' | 'en' {
	if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
	return /\b(the|is|my|i|please|help|how|can|hello|what)\b/i.test(text) && !/[äö]/i.test(text) ? 'en' : 'fi';
}

/** As much as a phone shows without effort. She asks for the rest, or reads it on the site. */
const LONGEST_ANSWER = 900;

export function shortened(answer: string): { readonly text: string; readonly isCut: boolean } {
	const letters = [...answer.trim()];
	if (letters.length <= LONGEST_ANSWER) return { text: letters.join(''), isCut: false };
	const start = letters.slice(0, LONGEST_ANSWER).join('');
	return { text: `${start.replace(/\s+\S*$/, '')}…`, isCut: true };
}
