import { fingerprintOf } from '../item/fingerprint.ts';
import type { SourceText, Text, Translation } from '../item/item.ts';
import { isAdaptation, isSource } from '../item/join.ts';

/**
 * The text with what was true to `before` signed as true to `after`, both texts of its source; undefined when nothing of
 * it is concerned. What was behind already stays behind.
 */
export function resigned(text: Text, before: Text, after: Text): Text | undefined {
	if (isSource(text) || !isSource(before) || !isSource(after)) return undefined;
	const moved = movedBetween(before, after);
	const renew: Renew = (id, basedOn) => {
		const move = moved.get(id);
		return move?.from === basedOn ? move.to : basedOn;
	};
	const signed = isAdaptation(text) ? { ...text, basedOn: mapped(text.basedOn, renew) } : renewedBlocks(text, renew);
	return JSON.stringify(signed) === JSON.stringify(text) ? undefined : signed;
}

type Renew = (id: string, basedOn: string) => string;

/** The fingerprints of the blocks that were reworded. */
function movedBetween(before: SourceText, after: SourceText): Map<string, { from: string; to: string }> {
	const then = new Map(before.blocks.map((block) => [block.id, fingerprintOf(block)]));
	const both = after.blocks.map((block) => ({ id: block.id, from: then.get(block.id), to: fingerprintOf(block) }));
	return new Map(both.flatMap(({ id, from, to }) => (from === undefined || from === to ? [] : [[id, { from, to }]])));
}

function renewedBlocks({ blocks }: Translation, renew: Renew): Translation {
	const renewed = Object.entries(blocks).map(([id, one]) => [id, { ...one, basedOn: renew(id, one.basedOn) }]);
	return { blocks: Object.fromEntries(renewed) };
}

function mapped(record: Readonly<Record<string, string>>, renew: Renew): Record<string, string> {
	return Object.fromEntries(Object.entries(record).map(([id, basedOn]) => [id, renew(id, basedOn)]));
}
