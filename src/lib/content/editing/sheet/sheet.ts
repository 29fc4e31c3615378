import { type Adaptation, type Block, BLOCK_KINDS, type BlockKind } from '../../item/item.ts';
import type { SourceText, Text, Translation, Words } from '../../item/item.ts';
import { isAdaptation, isSource } from '../../item/join.ts';
import { typedAbout } from './aboutValues.ts';

/**
 * A text as it stands in the fields of the form: only strings and ticks, right or wrong, so that everything typed can
 * be shown again. `sheetOf` makes it of a text, `readSheet` of a form; textOfSheet.ts makes a text of it.
 */
export type Sheet = {
	/** By the name of the field in `about`; lists one a line. */
	readonly about: Typed;
	/** Of a source and of an easy text, in order. */
	readonly blocks: readonly SheetBlock[];
	/** Of a translation, by block. */
	readonly words: Readonly<Record<string, Typed>>;
	/** Blocks that hold to the source as it is now, though their words did not change. */
	readonly signed: readonly string[];
	/** Blocks that are gone from the source, and now from here. */
	readonly removed: readonly string[];
};
export type Typed = Readonly<Record<string, string>>;
export type SheetBlock = {
	readonly id: string;
	readonly kind: BlockKind;
	readonly words: Typed;
	readonly control: { readonly fi: string; readonly sv: string; readonly en: string; readonly seen: boolean };
	readonly logic: string;
	readonly must: string;
	readonly minutes: string;
	readonly doubtful: boolean;
	readonly picture: string;
};

export const EMPTY_SHEET: Sheet = { about: {}, blocks: [], words: {}, signed: [], removed: [] };

export function sheetOf(text: Text | null, kind: string): Sheet {
	if (!text) return EMPTY_SHEET;
	if (isSource(text)) return sheetOfSource(text, kind);
	return isAdaptation(text) ? sheetOfEasy(text) : sheetOfTranslation(text);
}

function sheetOfSource({ about, blocks }: SourceText, kind: string): Sheet {
	return { ...EMPTY_SHEET, about: typedAbout(kind, about), blocks: blocks.map(sheetBlock) };
}

function sheetOfEasy({ blocks }: Adaptation): Sheet {
	return { ...EMPTY_SHEET, blocks: blocks.map(sheetBlock) };
}

function sheetOfTranslation({ blocks }: Translation): Sheet {
	return {
		...EMPTY_SHEET,
		words: Object.fromEntries(Object.entries(blocks).map(([id, { words }]) => [id, typedWords(words)])),
	};
}

/** Whatever a form may say of a kind: a note may stand anywhere. */
export function blockKindOf(given: string): BlockKind {
	return BLOCK_KINDS.find((kind) => kind === given) ?? 'note';
}

export function newBlock(id: string, kind: BlockKind): SheetBlock {
	return sheetBlock({ id, kind, words: {} });
}

export function sheetBlock({ id, kind, words, control, logic, must, minutes, doubtful, picture }: Block): SheetBlock {
	return {
		...{ id, kind, words: typedWords(words) },
		control: { fi: control?.fi ?? '', sv: control?.sv ?? '', en: control?.en ?? '', seen: control?.seen ?? false },
		...{ logic: logic ?? '', must: must ?? '', minutes: minutes === undefined ? '' : String(minutes) },
		...{ doubtful: doubtful ?? false, picture: picture ?? '' },
	};
}

function typedWords(words: Words): Typed {
	return { ...words };
}
