import type { BlockKind } from '../item/item.ts';
import type { Step, Told } from './told.ts';

/** What stands together under one heading: steps, or blocks of one kind, in reading order. */
export type Passage =
	| { readonly kind: 'steps'; readonly steps: readonly Step[] }
	| { readonly kind: BlockKind; readonly blocks: readonly Told[] };

export function passagesOf(told: readonly (Told | Step)[]): Passage[] {
	const passages: { kind: BlockKind; blocks: (Told | Step)[] }[] = [];
	for (const one of told) {
		const last = passages.at(-1);
		if (last?.kind === one.kind) last.blocks.push(one);
		else passages.push({ kind: one.kind, blocks: [one] });
	}
	return passages.map(({ kind, blocks }) =>
		kind === 'step' ? { kind: 'steps', steps: blocks.filter(isStep) } : { kind, blocks },
	);
}

function isStep(told: Told | Step): told is Step {
	return 'number' in told;
}
