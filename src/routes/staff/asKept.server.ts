import { mask } from '#lib/privacy/index.ts';

/** For the page between: a text as it would be kept, and which kinds of numbers are hidden in it. */
export function asKept(text: string) {
	const kept = mask(text);
	return { text: kept.text, hidden: [...new Set(kept.spans.map(({ kind }) => kind))] };
}
