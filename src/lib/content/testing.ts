import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { Alias } from './item/alias.ts';
import { joinItem } from './item/join.ts';
import type { Check, PublicItem } from './item/public.ts';
import { type StarterFile, type StarterItem, starterCard, starterItem } from './item/starterItem.ts';
import type { Service } from './service.ts';

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

/** A card, and a guide whose button is a Finnish word that the card has in another form. */
export const service = itemOf(
	'service',
	'kela',
	{ position: 1, url: 'https://www.kela.example/x', topics: ['legal'], municipalities: ['Kuopio', 'Iisalmi'] },
	[titled('Кела', 'Kela'), blockOf('summary', 'summary', 'Читайте [[fi:päätöksen]] и ждите.', 'Lue päätös.')],
);
export const guide = itemOf('guide', 'send', { section: 'services', topics: ['legal'] }, [
	titled('Как отправить', 'Näin lähetät'),
	{ ...blockOf('send', 'step', 'Нажмите.', 'Paina.'), control: { fi: 'Päätös', seen: true } },
]);
