import { fingerprintOf, normalised } from '../../item/fingerprint.ts';
import { type Adaptation, type Made, PARTS } from '../../item/item.ts';
import type { SourceText, TranslatedBlock, Translation, Words } from '../../item/item.ts';
import { storedAbout } from './aboutValues.ts';
import type { Sheet, SheetBlock, Typed } from './sheet.ts';

/** The text that the fields stand for. Whether it may be saved is asked by its schema: see save.server.ts. */
export function sourceOfSheet({ about, blocks }: Sheet, kind: string, before: SourceText | null): unknown {
	return { about: storedAbout(kind, about, before?.about ?? {}), blocks: blocks.map(blockOfSheet) };
}

/**
 * `source`: what the translator had beside it. A block whose words changed, or that was ticked, holds to that from now
 * on, and is hers; one that was left alone stays what it was, behind or a machine's.
 */
export function translationOfSheet(sheet: Sheet, source: SourceText, before: Translation | null): Translation {
	const ids = source.blocks.map(({ id }) => id);
	const gone = Object.keys(sheet.words).filter((id) => !ids.includes(id) && !sheet.removed.includes(id));
	const here = source.blocks.flatMap((block): [string, TranslatedBlock][] => {
		const words = wordsOfSheet(sheet.words[block.id] ?? {});
		if (isEmpty(words) && !isEmpty(block.words)) return [];
		return [
			[block.id, signedBlock(words, fingerprintOf(block), before?.blocks[block.id], sheet.signed.includes(block.id))],
		];
	});
	const kept = gone.flatMap((id): [string, TranslatedBlock][] => {
		const [then, words] = [before?.blocks[id], wordsOfSheet(sheet.words[id] ?? {})];
		return then && !isEmpty(words) ? [[id, { ...then, words }]] : [];
	});
	return { blocks: Object.fromEntries([...here, ...kept]) };
}

function signedBlock(
	words: Words,
	now: string,
	before: TranslatedBlock | undefined,
	isSigned: boolean,
): TranslatedBlock {
	const isLeft = before !== undefined && !isSigned && isSameWords(words, before.words);
	return isLeft ? { ...before, words } : { words, basedOn: now, made: 'human' satisfies Made };
}

/** An easy text remembers each block of the source as it was when she last said that hers holds to it. */
export function easyOfSheet({ blocks, signed }: Sheet, source: SourceText, before: Adaptation | null): unknown {
	const now = new Map(source.blocks.map((block) => [block.id, fingerprintOf(block)]));
	const ids = new Set([...Object.keys(before?.basedOn ?? {}), ...now.keys()]);
	const basedOn = [...ids].flatMap((id): [string, string][] => {
		const then = before?.basedOn[id];
		const kept = before && !signed.includes(id) ? then : now.get(id);
		return kept === undefined ? [] : [[id, kept]];
	});
	return { blocks: blocks.map(blockOfSheet), basedOn: Object.fromEntries(basedOn) };
}

/** What is wrong in number or choice stays as typed, for the schema to say so. */
function blockOfSheet({ id, kind, words, control, logic, must, minutes, doubtful, picture }: SheetBlock): unknown {
	const { fi, sv, en, seen } = control;
	const labels = { ...(sv.trim() && { sv: sv.trim() }), ...(en.trim() && { en: en.trim() }) };
	const isControl = [fi, sv, en].some((label) => label.trim());
	return {
		...{ id, kind, words: wordsOfSheet(words) },
		...(isControl && { control: { fi: fi.trim(), ...labels, seen } }),
		...(logic && { logic }),
		...(must && { must }),
		...(minutes.trim() && { minutes: /^\d{1,6}$/.test(minutes.trim()) ? Number(minutes) : minutes }),
		...(doubtful && { doubtful }),
		...(picture && { picture }),
	};
}

function wordsOfSheet(typed: Typed): Words {
	return Object.fromEntries(PARTS.flatMap((part) => (typed[part]?.trim() ? [[part, typed[part]]] : [])));
}

const isEmpty = (words: Words): boolean => PARTS.every((part) => !words[part]?.trim());

function isSameWords(one: Words, other: Words): boolean {
	return PARTS.every((part) => normalised(one[part] ?? '') === normalised(other[part] ?? ''));
}
