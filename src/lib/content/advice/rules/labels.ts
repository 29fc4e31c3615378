import type { Block } from '../../item/item.ts';
import type { Advice, AdviceLanguage, Setting } from '../advice.ts';
import { at, type Piece } from '../piece.ts';
import type { ReadText } from '../read.ts';
import type { Range } from '../sentences.ts';

/** What one does to a button, right before its name. */
const PRESS: Readonly<Record<AdviceLanguage, RegExp>> = {
	ru: /(?:нажмите|выберите|нажимайте|найдите кнопку|кнопк[аеиу])\s*[«“"]?$/iu,
	fi: /(?:paina|valitse|napauta|klikkaa|painike(?:tta)?)\s*$/iu,
	en: /(?:press|choose|tap|select|click|the button)\s*[“"‘]?$/iu,
};

/** A label is what the reader looks for on the screen: letter by letter as it is there, and seen by somebody. */
export function labels({ blocks, prose, setting }: ReadText): Advice[] {
	const steps = prose.filter(({ block }) => block.kind === 'step');
	return [...blocks.flatMap(controls), ...steps.flatMap((piece) => quoted(piece, setting))];
}

function controls({ id, control }: Block): Advice[] {
	if (!control) return [];
	const about = { block: id, part: 'control' } as const;
	if (control.fi.trim() === '') return [{ ...about, rule: 'label-empty', severity: 'error', values: {} }];
	return control.seen ? [] : [{ ...about, rule: 'label-unseen', severity: 'advice', quote: control.fi, values: {} }];
}

function quoted(piece: Piece, { lang, labels: others = [] }: Setting): Advice[] {
	return namesIn(piece, lang).flatMap((range) => {
		const name = piece.text.slice(range.start, range.end);
		const label = piece.block.control?.fi ?? '';
		if (name === label || others.includes(name)) return [];
		if (plain(name) === plain(label)) return [at('label-differs', piece, range, { label })];
		return PRESS[lang].test(before(piece, range)) ? [at('label-unknown', piece, range)] : [];
	});
}

/** In other languages labels are marked; in Finnish itself they stand in quotation marks. */
function namesIn({ shown, marks }: Piece, lang: AdviceLanguage): readonly Range[] {
	if (lang !== 'fi') return marks;
	return [...shown.matchAll(/[”"„“]([^”"“]{2,60})[”"“]/g)].map(({ index, 1: inner = '' }) => {
		return { start: index + 1, end: index + 1 + inner.length };
	});
}

/** Longer than any of the verbs with a mark's brackets. */
const NEAR = 40;

function before({ shown }: Piece, { start }: Range): string {
	return shown.slice(Math.max(0, start - NEAR), start).replace(/[”"„“\s]+$/, ' ');
}

const plain = (label: string): string =>
	label
		.toLowerCase()
		.replace(/[\s.…]+/g, ' ')
		.trim();
