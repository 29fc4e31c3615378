import { findSecrets, MASK, type MaskSpan } from '#lib/privacy/index.ts';

/**
 * Hides what is certain and leaves what only looked like a code: for somebody who has seen it and said that it is no
 * secret. Identity codes, account and card numbers with a right check are hidden whatever anybody says.
 */
export function maskCertain(text: string, before: readonly string[] = []): { text: string; spans: MaskSpan[] } {
	const named = findSecrets(text, { before }).filter(isCertain);
	// A code may have swallowed a number that stood in it; without the words around them codes are not found at all.
	const bare = findSecrets(withoutWords(text)).filter(isCertain);
	const spans = joined([...named, ...bare]);
	return { text: hide(text, spans), spans };
}

const isCertain = ({ kind }: MaskSpan): boolean => kind !== 'code';

/** Of the same length, so that places stay where they are. */
function withoutWords(text: string): string {
	return text.replace(/(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/gu, (word) => '·'.repeat(word.length));
}

function joined(spans: readonly MaskSpan[]): MaskSpan[] {
	const all: MaskSpan[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start)) {
		const last = all.at(-1);
		if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
		else all.push({ ...span });
	}
	return all;
}

function hide(text: string, spans: readonly MaskSpan[]): string {
	return spans.reduceRight((hidden, { start, end }) => hidden.slice(0, start) + MASK + hidden.slice(end), text);
}
