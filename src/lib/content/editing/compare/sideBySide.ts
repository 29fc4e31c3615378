import { PARTS } from '../../item/item.ts';
import type { Sheet, SheetBlock, Typed } from '../sheet/sheet.ts';

/** Two texts that were written at the same time from the same one; `base` is that one. */
export type Pair = { readonly base: Sheet; readonly mine: Sheet; readonly theirs: Sheet };
export type Side = 'mine' | 'theirs';
/** One place where they differ: a block, or (`about.risk`) a field. Undefined: it is not there on that side. */
export type Difference = {
	readonly place: string;
	readonly mine?: string;
	readonly theirs?: string;
	/** The side that alone changed it, else the writer's own. */
	readonly proposed: Side;
	/** Both changed it. */
	readonly both: boolean;
};

export function differences(pair: Pair): Difference[] {
	const sides = { base: placesOf(pair.base), mine: placesOf(pair.mine), theirs: placesOf(pair.theirs) };
	const places = [...new Set([...sides.mine.keys(), ...sides.theirs.keys()])];
	return places.flatMap((place) => {
		const [base, mine, theirs] = [sides.base.get(place), sides.mine.get(place), sides.theirs.get(place)];
		if (mine === theirs) return [];
		const both = mine !== base && theirs !== base;
		return [
			{
				place,
				...(mine !== undefined && { mine }),
				...(theirs !== undefined && { theirs }),
				both,
				proposed: mine === base ? 'theirs' : 'mine',
			},
		];
	});
}

/** One text of both: what they share, and of each difference the side that was chosen. */
export function together({ mine, theirs }: Pair, chosen: Readonly<Record<string, string>>): Sheet {
	const takes = (place: string): Sheet => (chosen[place] === 'theirs' ? theirs : mine);
	return {
		...mine,
		about: mixed(Object.keys({ ...mine.about, ...theirs.about }), (name) => takes(`about.${name}`).about[name]),
		blocks: orderOf(mine.blocks, theirs.blocks).flatMap(
			(id) => takes(id).blocks.find((block) => block.id === id) ?? [],
		),
		words: mixed(Object.keys({ ...mine.words, ...theirs.words }), (id) => takes(id).words[id]),
	};
}

/** The blocks of both, in the order of the text they make together. */
export function blocksOfBoth({ mine, theirs }: Pair): SheetBlock[] {
	const all = [...mine.blocks, ...theirs.blocks];
	return orderOf(mine.blocks, theirs.blocks).flatMap((id) => all.find((block) => block.id === id) ?? []);
}

/** The order of mine, with what only they have behind what it follows there. */
function orderOf(mine: readonly SheetBlock[], theirs: readonly SheetBlock[]): string[] {
	const order = mine.map(({ id }) => id);
	theirs.forEach(({ id }, at) => {
		if (order.includes(id)) return;
		const before = theirs.slice(0, at).findLast((block) => order.includes(block.id));
		order.splice(before ? order.indexOf(before.id) + 1 : 0, 0, id);
	});
	return order;
}

function mixed<T>(names: readonly string[], take: (name: string) => T | undefined): Record<string, T> {
	const taken = names.flatMap((name): [string, T][] => {
		const value = take(name);
		return value === undefined ? [] : [[name, value]];
	});
	return Object.fromEntries(taken);
}

/** All that can differ, each as one text to be read and compared. */
function placesOf(sheet: Sheet): Map<string, string> {
	const fields = Object.entries(sheet.about).map(([name, text]): [string, string] => [`about.${name}`, text]);
	const blocks = sheet.blocks.map((block): [string, string] => [block.id, saidOfBlock(block)]);
	const own =
		blocks.length > 0 ? [] : Object.entries(sheet.words).map(([id, words]): [string, string] => [id, said(words)]);
	return new Map([...fields, ...blocks, ...own]);
}

function saidOfBlock({ words, control, logic, must, minutes, doubtful, picture }: SheetBlock): string {
	const labels = [control.fi, control.sv, control.en].filter(Boolean).map((label) => `[${label}]`);
	const frame = [logic === 'then' ? '' : logic, must, minutes, doubtful ? '?' : '', control.seen ? '✓' : '', picture];
	return [said(words), ...labels, ...frame].filter(Boolean).join(' · ');
}

function said(words: Typed): string {
	return PARTS.flatMap((part) => (words[part]?.trim() ? [words[part]] : [])).join(' / ');
}
