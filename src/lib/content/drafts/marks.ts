import type { Control } from '../item/item.ts';

/** Foreign words and labels of controls stand for themselves: they go through the machine as signs it cannot read. */
export type Masked = { readonly text: string; readonly kept: readonly string[] };

/** `to`: in that language a label is an ordinary word; in others it is marked as Finnish, Swedish or English. */
export function maskMarks(text: string, control: Control | undefined, to: string): Masked {
	const kept: string[] = [];
	const keep = (whole: string): string => {
		kept.push(whole);
		return signOf(kept.length - 1);
	};
	const marked = text.replace(/\[\[[a-z]{2}:[^\]]+\]\]/g, keep);
	return { text: labelsOf(control, to).reduce((so, label) => withoutLabel(so, label, keep), marked), kept };
}

/** The translation with the marks put back, each exactly once; null when the machine lost or doubled one. */
export function unmask(translated: string, kept: readonly string[]): string | null {
	const found: number[] = [];
	const text = translated.replace(/\bq[\s-]?z[\s-]?(\d{1,3})[\s-]?z[\s-]?q\b/gi, (_, digits: string) => {
		found.push(Number(digits));
		return kept[Number(digits)] ?? '';
	});
	const isWhole = found.length === kept.length && new Set(found).size === kept.length;
	return isWhole && found.every((at) => at < kept.length) ? text : null;
}

const signOf = (at: number): string => `QZ${at}ZQ`;

type Label = { readonly words: string; readonly marked: string };

/** The longest first, so that "Lähetä hakemus" is not taken apart by "Lähetä". */
function labelsOf(control: Control | undefined, to: string): Label[] {
	const { fi, sv, en } = control ?? { seen: false };
	return Object.entries({ fi, sv, en })
		.flatMap(([lang, words]) => (words ? [{ words, marked: lang === to ? words : `[[${lang}:${words}]]` }] : []))
		.sort((a, b) => b.words.length - a.words.length);
}

function withoutLabel(text: string, { words, marked }: Label, keep: (whole: string) => string): string {
	const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), () => keep(marked));
}
