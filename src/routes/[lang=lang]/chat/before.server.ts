import { LONGEST_TEXT, maskCertain } from '#lib/chat/index.ts';
import { mask, type MaskKind, type MaskSpan } from '#lib/privacy/index.ts';
import { type Need, urgentNeed } from '#lib/search/index.ts';

/** What she must see before her words go: help that cannot wait, or what will be hidden. */
export type Before = {
	readonly urgent: Need | null;
	readonly hidden: readonly MaskKind[];
	/** The text as the helper will see it. */
	readonly masked: string;
	/** The same, when she says that what looks like a code is none; null when nothing looks like one. */
	readonly open: { readonly text: string; readonly hidden: readonly MaskKind[] } | null;
};

/** Null when nothing stands in the way, or when she has seen it already. */
export function beforeSending(form: FormData): Before | null {
	const text = textOf(form);
	const urgent = form.has('seen-urgent') ? null : urgentNeed(text);
	const { text: masked, spans } = mask(text);
	const hidden = form.has('seen-hidden') ? [] : kindsOf(spans);
	if (!urgent && hidden.length === 0) return null;
	return { urgent, hidden, masked, open: hidden.includes('code') ? openTo(text) : null };
}

function openTo(text: string): Before['open'] {
	const certain = maskCertain(text);
	return { text: certain.text, hidden: kindsOf(certain.spans) };
}

const kindsOf = (spans: readonly MaskSpan[]): MaskKind[] => [...new Set(spans.map((span) => span.kind))];

export function textOf(form: FormData): string {
	const text = form.get('text');
	// A little more than allowed is kept, so that the sentence about it can show what was typed.
	return typeof text === 'string' ? text.slice(0, LONGEST_TEXT * 3) : '';
}

export function fieldOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, 200) : '';
}
