import { joinItem } from '../../src/lib/content/item/join.ts';
import type { Check, PublicItem } from '../../src/lib/content/item/public.ts';
import {
	type StarterFile,
	type StarterItem,
	starterCard,
	starterItem,
} from '../../src/lib/content/item/starterItem.ts';
import type { Service } from '../../src/lib/content/service.ts';

/** Public items for tests, made as the starter content is. */
export function publicCard(card: Service): PublicItem {
	return published(starterCard(card, 'fi'), {});
}

export function publicItem(file: StarterFile, checks: Readonly<Record<string, Check>> = {}): PublicItem {
	return published(starterItem(file, 'fi'), checks);
}

function published({ key, source, texts }: StarterItem, checks: Readonly<Record<string, Check>>): PublicItem {
	const all = Object.entries(texts).map(([lang, text]) => ({ lang, text, revision: '1', on: '2026-11-01' }));
	const item = joinItem({ key, source, published: all, checks, past: [] });
	if (!item) throw new Error(`${key} has no source text`);
	return item;
}
