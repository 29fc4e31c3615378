import type { Catalogue } from '../catalogue.ts';
import { addressOf } from '../item/item.ts';
import type { PublicItem } from '../item/public.ts';

/** An address of the site without its language, and the languages in which it is there, whole. */
export type Mapped = { readonly path: string; readonly languages: readonly string[]; readonly changed?: string };

/** Where the public items are. An item stands here only in the languages in which nothing of it is missing. */
export function mappedItems({ items, topics }: Catalogue, languages: readonly string[]): Mapped[] {
	const found = items.map((item) => ({
		path: addressOf(item.key, '').slice(1),
		languages: languages.filter((lang) => isWhole(item, lang)),
		changed: newest(Object.values(item.editions).map(({ on }) => on)),
	}));
	const about = topics.map(({ id }) => ({ path: `/topics/${id}`, languages }));
	return [...about, ...found].filter(({ languages }) => languages.length > 0);
}

function isWhole({ editions, blocks }: PublicItem, lang: string): boolean {
	return editions[lang] !== undefined && blocks.every(({ words }) => words[lang] !== undefined);
}

function newest(days: readonly string[]): string | undefined {
	return days.toSorted().at(-1);
}
