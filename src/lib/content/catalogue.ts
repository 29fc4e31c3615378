import type { ServicePoint } from '#lib/network/index.ts';
import type { Alias } from './item/alias.ts';
import type { ItemKey, Kind } from './item/item.ts';
import type { PublicItem } from './item/public.ts';
import { type Service, serviceOf, type Topic } from './service.ts';

/** What the public site shows, as it stood at one revision. */
export type Catalogue = {
	/** Changes whenever anything public changes; the key of every cached page. */
	readonly revision: string;
	/** Every public item, services among them. */
	readonly items: readonly PublicItem[];
	readonly itemByKey: ReadonlyMap<ItemKey, PublicItem>;
	/** By kind, by position. */
	readonly itemsByKind: Readonly<Record<Kind, readonly PublicItem[]>>;
	/** The other words by which items are looked for. */
	readonly aliases: readonly Alias[];
	/** By position. */
	readonly services: readonly Service[];
	readonly serviceById: ReadonlyMap<string, Service>;
	readonly topics: readonly Topic[];
	readonly topicById: ReadonlyMap<string, Topic>;
	readonly places: readonly ServicePoint[];
	/** The services that are asked for most. */
	readonly frequent: readonly Service[];
	readonly urgent: Urgent;
};

/** Where urgent words lead: the card of the emergency number, then, by need (search/urgent.ts), who helps. */
export type Urgent = { readonly card: string; readonly next: Readonly<Record<string, readonly string[]>> };

/** The part that is kept in the database, and in the snapshot for when the database is away. */
export type Content = {
	readonly revision: string;
	readonly items: readonly PublicItem[];
	readonly aliases: readonly Alias[];
	readonly places: readonly ServicePoint[];
};

/** The part that comes with the release. */
export type Order = {
	readonly topics: readonly Topic[];
	readonly frequent: readonly string[];
	readonly urgent: Urgent;
};

export function catalogueOf({ revision, items, aliases, places }: Content, order: Order): Catalogue {
	const itemsByKind = inOrder(items);
	const services = itemsByKind.service.map(serviceOf);
	const serviceById = new Map(services.map((service) => [service.id, service]));
	return {
		revision,
		items,
		itemByKey: new Map(items.map((item) => [item.key, item])),
		itemsByKind,
		aliases,
		services,
		serviceById,
		topics: order.topics,
		topicById: new Map(order.topics.map((topic) => [topic.id, topic])),
		places,
		frequent: order.frequent.flatMap((id) => serviceById.get(id) ?? []),
		urgent: order.urgent,
	};
}

function inOrder(items: readonly PublicItem[]): Record<Kind, PublicItem[]> {
	const byKind: Record<Kind, PublicItem[]> = {
		...{ service: [], guide: [], term: [], change: [], video: [], material: [] },
	};
	for (const item of items) byKind[item.kind].push(item);
	for (const list of Object.values(byKind))
		list.sort((a, b) => positionOf(a) - positionOf(b) || (a.id < b.id ? -1 : 1));
	return byKind;
}

function positionOf({ about }: PublicItem): number {
	return typeof about.position === 'number' ? about.position : 0;
}
