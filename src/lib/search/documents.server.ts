import { type Catalogue, indexableItem } from '#lib/content/index.server.ts';
import { type Calendar, indexableSeries } from '#lib/events/index.server.ts';
import { indexablePlace, type ServicePoint } from '#lib/network/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { logError } from '#lib/platform/log.server.ts';
import { buildIndex, buildIndexInSlices, type SearchDocument, type SearchIndex } from './index.server.ts';

/** What is public: what is written, and what goes on. */
export type Shown = { readonly catalogue: Catalogue; readonly calendar: Calendar };
type Built = { shown: Shown; text: string; index: SearchIndex };

let last: Built | undefined;
let building: Promise<void> | undefined;

/**
 * The index of what is public. Where texts changed, the one before is used until the new one is there, a second or two
 * later: readers need not wait for it.
 */
export function publicIndex(shown: Shown): SearchIndex {
	if (!last) last = builtAtOnce(shown);
	else if (!isSame(last.shown, shown)) building ??= renew(shown, last).finally(() => (building = undefined));
	return last.index;
}

/** Begins the first index, or the next one, so that no reader need wait for it, nor the start of a node. */
export function beginIndex(shown: Shown): void {
	if (last) publicIndex(shown);
	else building ??= buildFirst(shown).finally(() => (building = undefined));
}

/** All that the search offers to the public. */
export function publicDocuments({ catalogue, calendar }: Shown): SearchDocument[] {
	const { items, aliases, places, serviceById } = catalogue;
	// A place that has the same web page as its service would only be found twice.
	const isTwin = ({ serviceId, url }: ServicePoint) => url && serviceById.get(serviceId ?? '')?.url === url;
	const apart = places.filter((place) => !place.closedOn && !isTwin(place));
	const written = items.map((item) => indexableItem(item, aliases));
	return [...written, ...apart.map(documentOfPlace), ...indexableSeries({ calendar, places, at: now() })];
}

const isSame = (one: Shown, other: Shown): boolean =>
	one.catalogue === other.catalogue && one.calendar === other.calendar;

function documentOfPlace(place: ServicePoint): SearchDocument {
	const { municipality, nationwide, serviceId } = place;
	const municipalities = nationwide ? [] : Object.values(municipality);
	return { ...indexablePlace(place), municipalities, services: serviceId ? [serviceId] : [] };
}

function builtAtOnce(shown: Shown): Built {
	const documents = publicDocuments(shown);
	return { shown, text: JSON.stringify(documents), index: buildIndex(documents) };
}

/** Whoever searches before it is there has it at once, and this one is not needed. */
async function buildFirst(shown: Shown): Promise<void> {
	try {
		const documents = publicDocuments(shown);
		const index = await buildIndexInSlices(documents);
		last ??= { shown, text: JSON.stringify(documents), index };
	} catch (error) {
		// Whoever searches builds it then, and hears of it if that fails, too.
		logError('search.first', error);
	}
}

/** Rebuilt only when the texts changed: the calendar also moves when a date begins, or is full. */
async function renew(shown: Shown, before: Built): Promise<void> {
	try {
		const documents = publicDocuments(shown);
		const text = JSON.stringify(documents);
		const index = text === before.text ? before.index : await buildIndexInSlices(documents);
		last = { shown, text, index };
	} catch (error) {
		logError('search.renew', error);
		last = { ...before, shown };
	}
}
