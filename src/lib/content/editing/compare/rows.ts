import { fingerprintOf } from '../../item/fingerprint.ts';
import type { Adaptation, Block, SourceText, Translation, Words } from '../../item/item.ts';
import type { Sheet, Typed } from '../sheet/sheet.ts';

/** What a translator should do with a block. `gone`: the source has it no more. */
export const ROW_STATES = ['new', 'behind', 'machine', 'fine', 'gone'] as const;
export type RowState = (typeof ROW_STATES)[number];
/** A block of the source with what is typed for it; `was`: the wording of the source that the translation was made of. */
export type Row = {
	readonly id: string;
	readonly state: RowState;
	/** Where it stands in the source, from 1; 0 when it is gone. */
	readonly place: number;
	readonly block?: Block;
	readonly was?: Block;
	readonly typed: Typed;
	readonly isSigned: boolean;
};

/** A saved text beside its source; `past`: the earlier texts of the source, newest first. */
type Beside<T> = {
	readonly source: SourceText;
	readonly before: T | null;
	readonly past: readonly SourceText[];
};

/** In groups by what there is to do, in each in reading order. */
export function rowsOf(sheet: Sheet, { source, before, past }: Beside<Translation>): Row[] {
	const here = source.blocks.map((block, at): Row => {
		const state = stateOf(block, before);
		const basedOn = before?.blocks[block.id]?.basedOn;
		const was = state === 'behind' || state === 'machine' ? wordingOf(block.id, basedOn, past) : undefined;
		return { ...shown(block.id, sheet), state, place: at + 1, block, ...(was && { was }) };
	});
	const ids = source.blocks.map(({ id }) => id);
	const gone = Object.keys(sheet.words)
		.filter((id) => !ids.includes(id) && before?.blocks[id])
		.map((id): Row => ({ ...shown(id, sheet), state: 'gone', place: 0, isSigned: sheet.removed.includes(id) }));
	return ROW_STATES.flatMap((state) => [...here, ...gone].filter((row) => row.state === state));
}

function shown(id: string, { words, signed }: Sheet) {
	return { id, typed: words[id] ?? {}, isSigned: signed.includes(id) };
}

function stateOf(block: Block, before: Translation | null): RowState {
	const then = before?.blocks[block.id];
	if (!then) return hasWords(block.words) ? 'new' : 'fine';
	if (then.made === 'machine') return 'machine';
	return then.basedOn === fingerprintOf(block) ? 'fine' : 'behind';
}

const hasWords = (words: Words): boolean => Object.values(words).some((text) => text.trim());

/** The block as it stood in the earlier text that has this fingerprint. */
function wordingOf(id: string, fingerprint: string | undefined, past: readonly SourceText[]): Block | undefined {
	for (const { blocks } of past) {
		const block = blocks.find((one) => one.id === id);
		if (block && fingerprintOf(block) === fingerprint) return block;
	}
	return undefined;
}

/** What happened in the source since an easy text was held against it. */
export type SourceChange = {
	readonly id: string;
	readonly now?: Block;
	readonly was?: Block;
	readonly isSigned: boolean;
};

export function changesSince({ source, before, past }: Beside<Adaptation>, signed: readonly string[]): SourceChange[] {
	if (!before) return [];
	const now = new Map(source.blocks.map((block) => [block.id, block]));
	const ids = [...new Set([...now.keys(), ...Object.keys(before.basedOn)])];
	return ids.flatMap((id): SourceChange[] => {
		const block = now.get(id);
		if (block && fingerprintOf(block) === before.basedOn[id]) return [];
		const was = wordingOf(id, before.basedOn[id], past);
		return [{ id, ...(block && { now: block }), ...(was && { was }), isSigned: signed.includes(id) }];
	});
}
