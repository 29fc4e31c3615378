import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Service, Topic } from '../service.ts';
import { opening } from './line.ts';
import { cardTold } from './service.ts';

/** A service or topic as a list shows it, its texts already in the reader's language. */
export type Named = { readonly id: string; readonly name: string };
export type Line = Named & { readonly provider: string; readonly line: string };
export type Label = Named & { readonly pictogram: string };
export type Phone = Readonly<{ serviceId: string; name: string; number: string; note: string }>;

const PLACES_AT_HOME = 3;
const MOST_RELATED = 4;

export function home(catalogue: Catalogue, lang: string) {
	const labels = catalogue.topics.map((topic) => ({
		...labelOf(topic, lang),
		count: servicesAbout(catalogue, topic.id).length,
	}));
	return {
		topics: labels.filter(({ count }) => count > 0),
		frequent: frequent(catalogue, lang),
		places: catalogue.places.slice(0, PLACES_AT_HOME),
	};
}

/** Every service once, under the first of its topics. */
export function groups(catalogue: Catalogue, lang: string) {
	return catalogue.topics
		.map((topic) => ({
			topic: labelOf(topic, lang),
			services: firstAbout(catalogue, topic.id).map((service) => lineOf(service, lang)),
		}))
		.filter(({ services }) => services.length > 0);
}

export function servicePage(catalogue: Catalogue, id: string, lang: string) {
	const service = catalogue.serviceById.get(id);
	if (!service) return undefined;
	const card = cardTold(catalogue, id, lang);
	if (!card) return undefined;
	const topics = service.topics.flatMap((topic) => catalogue.topicById.get(topic) ?? []);
	return {
		service,
		...card,
		topics: topics.map((topic) => labelOf(topic, lang)),
		related: relatedTo(catalogue, service).map((other) => nameOf(other, lang)),
	};
}

export function topicPage(catalogue: Catalogue, id: string, lang: string) {
	const topic = catalogue.topicById.get(id);
	if (!topic) return undefined;
	return {
		topic: labelOf(topic, lang),
		services: servicesAbout(catalogue, id).map((service) => lineOf(service, lang)),
	};
}

export function frequent(catalogue: Catalogue, lang: string): Named[] {
	return catalogue.frequent.map((service) => nameOf(service, lang));
}

/** Only numbers that stand on a card, so a number is kept in one place. */
export function phones(catalogue: Catalogue, lang: string): Phone[] {
	return catalogue.services.flatMap(({ id, names, phone }) =>
		phone
			? { serviceId: id, name: inLanguage(names, lang), number: phone.number, note: inLanguage(phone.note, lang) }
			: [],
	);
}

/** The services whose first topic it is come before those that touch it. */
function servicesAbout(catalogue: Catalogue, topic: string): Service[] {
	const others = catalogue.services.filter(({ topics }) => topics.indexOf(topic) > 0);
	return [...firstAbout(catalogue, topic), ...others];
}

function firstAbout({ services }: Catalogue, topic: string | undefined): Service[] {
	return services.filter(({ topics }) => topics[0] === topic);
}

/** Neighbours in the catalogue: it is ordered so that what belongs together stands together. */
function relatedTo(catalogue: Catalogue, service: Service): Service[] {
	const distance = ({ position }: Service): number => Math.abs(position - service.position);
	return firstAbout(catalogue, service.topics[0])
		.filter(({ id }) => id !== service.id)
		.sort((a, b) => distance(a) - distance(b))
		.slice(0, MOST_RELATED);
}

function nameOf({ id, names }: Service, lang: string): Named {
	return { id, name: inLanguage(names, lang) };
}

function lineOf(service: Service, lang: string): Line {
	return {
		...nameOf(service, lang),
		provider: inLanguage(service.provider, lang),
		line: opening(inLanguage(service.whatItIs, lang)),
	};
}

function labelOf({ id, names, pictogram }: Topic, lang: string): Label {
	return { id, name: inLanguage(names, lang), pictogram };
}
