/**
 * Whole words of any alphabet, alternatives between ` | `; `*` stands for any ending, `…` for up to three words between,
 * a space for a space or a hyphen.
 */
export function wordsOf(list: string): RegExp {
	const each = list
		.trim()
		.split(/\s+\|\s+/)
		.map((phrase) => phrase.trim().split(/\s+/).map(partOf).join(''))
		.map((phrase) => phrase.replace(/\[ -\]\+$/, ''));
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

function partOf(word: string): string {
	if (word === '…') return `(?:[^\\s.!?]+ ){0,3}?`;
	return `${word.replaceAll('*', '\\p{L}*')}[ -]+`;
}
