import type { ServicePoint } from '#lib/network/index.ts';
import type { Service, Topic } from './service.ts';

/** What the public site shows, as it stood at one revision. */
export type Catalogue = {
	/** Changes whenever anything public changes; the key of every cached page. */
	readonly revision: string;
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
	readonly services: readonly Service[];
	readonly places: readonly ServicePoint[];
};

/** The part that comes with the release. */
export type Order = {
	readonly topics: readonly Topic[];
	readonly frequent: readonly string[];
	readonly urgent: Urgent;
};

export function catalogueOf(content: Content, order: Order): Catalogue {
	const services = [...content.services].sort((a, b) => a.position - b.position);
	const serviceById = new Map(services.map((service) => [service.id, service]));
	const topicById = new Map(order.topics.map((topic) => [topic.id, topic]));
	return {
		revision: content.revision,
		services,
		serviceById,
		topics: order.topics,
		topicById,
		places: content.places,
		frequent: order.frequent.flatMap((id) => serviceById.get(id) ?? []),
		urgent: order.urgent,
	};
}
