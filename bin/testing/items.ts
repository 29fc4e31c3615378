import { type Catalogue, catalogueOf } from '../../src/lib/content/catalogue.ts';
import type { Alias } from '../../src/lib/content/item/alias.ts';
import type { PublicItem } from '../../src/lib/content/item/public.ts';
import type { StarterFile } from '../../src/lib/content/item/starterItem.ts';
import { publicItem } from './content.ts';

type Blocks = StarterFile['blocks'];
type Block = Blocks[number];

/** A block with its text in Russian and in Finnish, the source. */
export function blockOf(id: string, kind: Block['kind'], ru: string, fi: string): Block {
	return { id, kind, words: { ru: { text: ru }, fi: { text: fi } } };
}

export function titled(ru: string, fi: string): Block {
	return blockOf('title', 'title', ru, fi);
}

export function itemOf(kind: StarterFile['kind'], id: string, about: StarterFile['about'], blocks: Blocks): PublicItem {
	return publicItem({ kind, id, about, blocks });
}

export function catalogueWith(items: readonly PublicItem[], aliases: readonly Alias[] = []): Catalogue {
	const topics = ['work', 'legal'].map((id) => ({ id, pictogram: id, names: { ru: `ru ${id}`, fi: `fi ${id}` } }));
	const order = { topics, frequent: [], urgent: { card: '', next: {} } };
	return catalogueOf({ revision: '1', items, aliases, places: [] }, order);
}
