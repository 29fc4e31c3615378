import { fingerprintOf } from '../item/fingerprint.ts';
import type { Adaptation, SourceText, Translation } from '../item/item.ts';

/**
 * The translation with what was true to `before` signed as true to `after`; undefined when nothing of it is concerned.
 * What was behind already stays behind.
 */
export function resigned(
	text: Translation | Adaptation,
	before: SourceText,
	after: SourceText,
): Translation | Adaptation | undefined {
	const fresh = new Map<string, { old: string; now: string }>();
	for (const block of after.blocks) {
		const then = before.blocks.find(({ id }) => id === block.id);
		if (then && fingerprintOf(then) !== fingerprintOf(block)) {
			fresh.set(block.id, { old: fingerprintOf(then), now: fingerprintOf(block) });
		}
	}
	const renew = (id: string, basedOn: string): string => {
		const moved = fresh.get(id);
		return moved?.old === basedOn ? moved.now : basedOn;
	};
	const signed = 'basedOn' in text ? { ...text, basedOn: mapped(text.basedOn, renew) } : renewedBlocks(text, renew);
	return JSON.stringify(signed) === JSON.stringify(text) ? undefined : signed;
}

function renewedBlocks({ blocks }: Translation, renew: Renew): Translation {
	const renewed = Object.entries(blocks).map(([id, one]) => [id, { ...one, basedOn: renew(id, one.basedOn) }]);
	return { blocks: Object.fromEntries(renewed) };
}

type Renew = (id: string, basedOn: string) => string;

function mapped(record: Readonly<Record<string, string>>, renew: Renew): Record<string, string> {
	return Object.fromEntries(Object.entries(record).map(([id, basedOn]) => [id, renew(id, basedOn)]));
}
