import { type Catalogue, indexableItem } from '#lib/content/index.server.ts';
import { type Calendar, indexableSeries } from '#lib/events/index.server.ts';
import { indexablePlace, type ServicePoint } from '#lib/network/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { logError } from '#lib/platform/log.server.ts';
import { buildIndexInSlices, type SearchDocument, type SearchIndex } from './index.server.ts';

/** What is public: what is written, and what goes on. */
export type Shown = { readonly catalogue: Catalogue; readonly calendar: Calendar };
type Built = { shown: Shown; text: string; index: SearchIndex };

let last: Built | undefined;
let building: Promise<void> | undefined;

/**
 * The index of what is public. Where texts changed, the one before is used until the new one is there, a second or two
 * later. Whoever searches before the first one is there waits for it; everybody else is served meanwhile.
 */
export async function publicIndex(shown: Shown): Promise<SearchIndex> {
	if (!last) await begin(shown);
	else if (!isSame(last.shown, shown)) beginIndex(shown);
	return last?.index ?? fail();
}

/** Begins the first index, or the next one, so that no reader need wait for it. */
export function beginIndex(shown: Shown): void {
	if (last && isSame(last.shown, shown)) return;
	// What could not be built is begun again by whoever searches or publishes next.
	begin(shown).catch((error) => logError('search.index', error));
}

function begin(shown: Shown): Promise<void> {
	building ??= build(shown).finally(() => (building = undefined));
	return building;
}

/** Only when the texts changed: the calendar also moves when a date begins, or is full. */
async function build(shown: Shown): Promise<void> {
	const documents = publicDocuments(shown);
	const text = JSON.stringify(documents);
	const index = last?.text === text ? last.index : await buildIndexInSlices(documents);
	last = { shown, text, index };
}

function fail(): never {
	throw new Error('the index was built and is not there');
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
