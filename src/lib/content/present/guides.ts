import type { Catalogue } from '../catalogue.ts';
import { listIn, READER_SECTIONS, SUITS, type Suit } from '../item/about.ts';
import type { PublicItem } from '../item/public.ts';
import { type ItemLine, lineOfItem } from './line.ts';

export type GuideGroup = {
	readonly topic?: { readonly id: string; readonly name: string };
	readonly guides: readonly ItemLine[];
};
export type GuideSection = {
	readonly section: (typeof READER_SECTIONS)[number];
	readonly groups: readonly GuideGroup[];
};

/** The guides for readers, all or those that suit; the guides for helpers have a page of their own. */
export function guideSections(catalogue: Catalogue, lang: string, suit?: Suit): GuideSection[] {
	const all = catalogue.itemsByKind.guide.filter(({ about }) => !suit || listIn(about, 'suits').includes(suit));
	return READER_SECTIONS.map((section) => {
		const guides = all.filter(({ about }) => about.section === section);
		return { section, groups: section === 'services' ? byTopic(catalogue, guides, lang) : together(guides, lang) };
	}).filter(({ groups }) => groups.length > 0);
}

/** The guides that people ask for most: they stand first among those about services. */
export function topGuides({ itemsByKind }: Catalogue, lang: string, most: number): ItemLine[] {
	const services = itemsByKind.guide.filter(({ about }) => about.section === 'services');
	return services.slice(0, most).map((guide) => lineOfItem(guide, lang));
}

export function suitOf(word: string | null): Suit | undefined {
	return SUITS.find((suit) => suit === word);
}

/** The guides that belong to a card, those that are mainly about it first. */
export function guidesOfService({ itemsByKind }: Catalogue, service: string, lang: string): ItemLine[] {
	const placeIn = ({ about }: PublicItem): number => listIn(about, 'services').indexOf(service);
	return itemsByKind.guide
		.filter((guide) => guide.about.section !== 'helpers' && placeIn(guide) >= 0)
		.sort((a, b) => placeIn(a) - placeIn(b))
		.map((guide) => lineOfItem(guide, lang));
}

/** Each guide once, under the first of its topics that the site knows. */
function byTopic({ topics, topicById }: Catalogue, guides: readonly PublicItem[], lang: string): GuideGroup[] {
	const topicOf = ({ about }: PublicItem) => listIn(about, 'topics').find((id) => topicById.has(id));
	const known = topics.flatMap(({ id, names }) => {
		const own = guides.filter((guide) => topicOf(guide) === id);
		return own.length > 0 ? [{ topic: { id, name: names[lang] ?? id }, ...group(own, lang) }] : [];
	});
	return [
		...known,
		...together(
			guides.filter((guide) => topicOf(guide) === undefined),
			lang,
		),
	];
}

function together(guides: readonly PublicItem[], lang: string): GuideGroup[] {
	return guides.length > 0 ? [group(guides, lang)] : [];
}

function group(guides: readonly PublicItem[], lang: string): GuideGroup {
	return { guides: guides.map((guide) => lineOfItem(guide, lang)) };
}
