import { endOf, type Folded } from './fold.ts';

export type MaskKind = 'hetu' | 'iban' | 'card' | 'code';

/** Offsets in UTF-16 units; `end` is the first unit after it. */
export type MaskSpan = { start: number; end: number; kind: MaskKind };

/** What stands in the text instead of a hidden number. */
export const MASK = '••••••';

export function overlaps(spans: readonly MaskSpan[], start: number, end: number): boolean {
	return spans.some((span) => span.start < end && start < span.end);
}

/** Ascending and without overlaps: of two that overlap the earlier one grows. */
export function settle(spans: readonly MaskSpan[]): MaskSpan[] {
	const settled: MaskSpan[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = settled[settled.length - 1];
		if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
		else settled.push({ ...span });
	}
	return settled;
}

export function inOriginal({ start, end, kind }: MaskSpan, folded: Folded): MaskSpan {
	return { start: folded.from[start] ?? 0, end: endOf(folded, end - 1), kind };
}

export function isDigit(letter: string | undefined): boolean {
	return letter !== undefined && letter >= '0' && letter <= '9';
}

/** A Latin letter or a digit: something a number can be glued to. */
export function isLatin(letter: string | undefined): boolean {
	return letter !== undefined && /[a-z\d]/.test(letter);
}

/** All matches, those that begin inside a refused one included. */
export function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
	pattern.lastIndex = 0;
	for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
		const next = found.index + 1;
		yield found;
		pattern.lastIndex = next;
	}
}
