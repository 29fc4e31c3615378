import { type Catalogue, catalogue, indexableItem, keyOf, type PublicItem } from '#lib/content/index.server.ts';
import { indexablePlace, type ServicePoint } from '#lib/network/index.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Need, SearchDocument, SearchIndex, SearchResult } from './index.server.ts';
import { buildIndex, urgentNeed } from './index.server.ts';

/** `matched`: a word of what was found that explains why, when the title does not. */
export type PublicResult = {
	readonly kind: SearchDocument['kind'] | 'urgent';
	readonly id: string;
	readonly title: string;
	readonly url: string;
	readonly snippet: string;
	readonly matched?: string;
};

export type PublicAnswer = {
	readonly query: string;
	readonly results: readonly PublicResult[];
	readonly didYouMean?: string;
	readonly urgent?: Need;
};

export type PublicOptions = { lang: string; limit: number; municipality?: string };

const LONGEST_QUERY = 200;
const CLOSE_BEHIND = 3;

/** Searches all that is public. Urgent words put 112 above everything else. */
export function searchPublic(asked: string, { lang, limit, municipality }: PublicOptions): PublicAnswer {
	const query = [...asked.trim()].slice(0, LONGEST_QUERY).join('');
	const shown = catalogue();
	const urgent = urgentNeed(query);
	// Place decides after likeness, so a few more than asked for are looked at.
	const found = query === '' ? { results: [] } : indexOf(shown).find(query, { limit: limit * 2, lang });
	const ordered = nearFirst(serviceBeforePlace(found.results, shown), shown, municipality);
	const near = ordered.map((result) => presentResult(result, lang));
	const results = urgent ? withUrgent(near, urgent, shown, lang) : near;
	return { query, results: results.slice(0, limit), didYouMean: found.readAs, urgent: urgent ?? undefined };
}

/** Builds the index now, so that the first reader need not wait for it. */
export function prepareSearch(): void {
	indexOf(catalogue());
}

let last: { catalogue: Catalogue; documents: string; index: SearchIndex } | undefined;

/** Rebuilt only when the texts changed: the revision also moves with desk hours, and building takes a while. */
function indexOf(shown: Catalogue): SearchIndex {
	if (last?.catalogue === shown) return last.index;
	const documents = [
		...shown.itemsByKind.service.map((item) => documentOf(item, shown)),
		...placesApart(shown).map(indexablePlace),
	];
	const text = JSON.stringify(documents);
	const index = last?.documents === text ? last.index : buildIndex(documents);
	last = { catalogue: shown, documents: text, index };
	return index;
}

/** Services first; what else is found comes with the items' other kinds. */
function documentOf(item: PublicItem, { aliases }: Catalogue): SearchDocument {
	const { aliases: names, ...document } = indexableItem(item, aliases);
	return { ...document, aliases: [...names] } as SearchDocument;
}

/** A place that has the same web page as its service would only be found twice. */
function placesApart({ places, serviceById }: Catalogue): ServicePoint[] {
	return places.filter(({ serviceId, url }) => !url || serviceById.get(serviceId ?? '')?.url !== url);
}

/** A place that is found just before the service it belongs to comes right after it. */
function serviceBeforePlace(results: readonly SearchResult[], { places }: Catalogue): SearchResult[] {
	const ordered = [...results];
	for (const result of results) {
		if (result.document.kind !== 'place') continue;
		const at = ordered.indexOf(result);
		const { serviceId } = places.find(({ id }) => id === result.document.id) ?? {};
		const after = ordered.slice(at + 1, at + 1 + CLOSE_BEHIND).findIndex(({ document }) => document.id === serviceId);
		if (after >= 0) ordered.splice(at + 1 + after, 0, ...ordered.splice(at, 1));
	}
	return ordered;
}

/** What serves only the people of other municipalities goes last. */
function nearFirst(results: readonly SearchResult[], shown: Catalogue, municipality?: string): readonly SearchResult[] {
	if (!municipality) return results;
	const wanted = municipality.trim().toLowerCase();
	const isElsewhere = ({ document: { kind, id } }: SearchResult): boolean => {
		const names = kind === 'place' ? namesOfPlace(shown, id) : shown.serviceById.get(id)?.municipalities;
		return names !== undefined && !names.some((name) => name.toLowerCase() === wanted);
	};
	return [...results.filter((result) => !isElsewhere(result)), ...results.filter(isElsewhere)];
}

function namesOfPlace(shown: Catalogue, id: string): readonly string[] | undefined {
	const place = shown.places.find((point) => point.id === id);
	return place && !place.nationwide ? Object.values(place.municipality) : undefined;
}

function presentResult({ document, matched }: SearchResult, lang: string): PublicResult {
	const title = inLanguage(textsOf(document.names), lang);
	const explains = matched !== '' && !title.toLowerCase().includes(matched.toLowerCase());
	return {
		kind: document.kind,
		id: document.id,
		title,
		url: urlOf(document, lang),
		snippet: inLanguage(textsOf(document.purpose), lang),
		...(explains && { matched }),
	};
}

function urlOf({ kind, id }: SearchDocument, lang: string): string {
	return kind === 'place' ? `/${lang}/help-near-you#${id}` : `/${lang}/${kind}s/${id}`;
}

function textsOf(texts: SearchDocument['names']): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).flatMap(([lang, text]) => (text ? [[lang, text]] : [])));
}

function withUrgent(results: PublicResult[], need: Need, shown: Catalogue, lang: string): PublicResult[] {
	const { card, next } = shown.urgent;
	const helpers = (next[need] ?? []).flatMap((id) => helperResult(id, shown, lang));
	const first = [urgentResult(card, need, lang), ...helpers];
	const ids = new Set(first.map(({ id }) => id));
	return [...first, ...results.filter(({ id }) => !ids.has(id))];
}

function urgentResult(card: string, need: Need, lang: string): PublicResult {
	const say = sayIn(lang, ['content']);
	const snippet = say(`content.urgent.${need}`);
	return { kind: 'urgent', id: card, title: say('content.urgent.title'), url: `/${lang}/services/${card}`, snippet };
}

function helperResult(id: string, shown: Catalogue, lang: string): PublicResult[] {
	const item = shown.itemByKey.get(keyOf('service', id));
	return item ? [presentResult({ document: documentOf(item, shown), score: 1, matched: '' }, lang)] : [];
}
