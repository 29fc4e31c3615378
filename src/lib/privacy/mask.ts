import { MASK, type MaskKind, type MaskSpan, settle } from './masking/range.ts';
import { scan } from './masking/scan.ts';
import { findSplitSecret, type SplitSecret } from './masking/split.ts';

export { findSplitSecret, MASK, type MaskKind, type MaskSpan, type SplitSecret };

/** `before`: the same author's last two messages as stored, oldest first. */
export type MaskOptions = { before?: readonly string[] };

/** What must not be stored: ascending, without overlaps, offsets into `text` as it was given. */
export function findSecrets(text: string, options: MaskOptions = {}): MaskSpan[] {
	const before = (options.before ?? []).slice(-2);
	let spans = scan(text, before);
	const split = findSecondPart(text, before);
	if (split) spans = settle([...spans, split]);
	return withNewlyFound(text, spans, before);
}

/** The text with `MASK` in place of each secret. Masking it again changes nothing. */
export function mask(text: string, options: MaskOptions = {}): { text: string; spans: MaskSpan[] } {
	const spans = findSecrets(text, options);
	return { text: hide(text, spans), spans };
}

function hide(text: string, spans: readonly MaskSpan[]): string {
	let hidden = '';
	let at = 0;
	for (const { start, end } of spans) {
		hidden += text.slice(at, start) + MASK;
		at = end;
	}
	return hidden + text.slice(at);
}

function findSecondPart(text: string, before: readonly string[]): MaskSpan | undefined {
	return findSplitSecret(before, text)?.inText ?? undefined;
}

// Hiding one number brings words closer to the next one, so the hidden text is read again until nothing is left.
function withNewlyFound(text: string, spans: MaskSpan[], before: readonly string[]): MaskSpan[] {
	if (spans.length === 0) return spans;
	const hidden = hide(text, spans);
	const more = scan(hidden, before);
	const split = findSecondPart(hidden, before);
	if (split) more.push(split);
	if (more.length === 0) return spans;
	return withNewlyFound(text, settle([...spans, ...more.map((span) => unhide(span, spans))]), before);
}

function unhide({ start, end, kind }: MaskSpan, spans: readonly MaskSpan[]): MaskSpan {
	return { start: offsetBehind(start, spans), end: offsetBehind(end, spans), kind };
}

/** From an offset in the hidden text to the one in the original. */
function offsetBehind(offset: number, spans: readonly MaskSpan[]): number {
	let grown = 0;
	for (const { start, end } of spans) {
		if (offset <= start + grown) break;
		grown += MASK.length - (end - start);
	}
	return offset - grown;
}
