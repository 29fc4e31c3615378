import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { type BlockKind, keyOf } from '../item/item.ts';
import { changesOf, type Truth, truthOf } from '../item/truth.ts';
import { guidesOfService } from './guides.ts';
import { type ItemLine, lineOfItem } from './line.ts';
import { withTerms } from './termWords.ts';
import { type Told, tellAll } from './told.ts';

/** What a card shows besides its fields: its texts as far as they are true, and what belongs to it. */
export type CardTold = {
	readonly truth: Truth;
	readonly told: readonly Told[];
	readonly guides: readonly ItemLine[];
	readonly changes: readonly ItemLine[];
};

/** Those that touch the service only a little stand in the list of all guides. */
const MOST_GUIDES = 5;

export function cardTold(catalogue: Catalogue, id: string, lang: string): CardTold | undefined {
	const item = catalogue.itemByKey.get(keyOf('service', id));
	if (!item) return undefined;
	const { change } = catalogue.itemsByKind;
	return {
		truth: truthOf(item, lang, today(), change),
		told: withTerms(catalogue, tellAll(item, lang), lang),
		guides: guidesOfService(catalogue, id, lang).slice(0, MOST_GUIDES),
		changes: changesOf(item.key, change).map((one) => lineOfItem(one, lang)),
	};
}

export function ofKind(told: readonly Told[], kind: BlockKind): Told | undefined {
	return told.find((one) => one.kind === kind);
}
