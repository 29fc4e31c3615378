import { type Catalogue, indexableItem } from '#lib/content/index.server.ts';
import { indexablePlace, type ServicePoint } from '#lib/network/index.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import { buildIndex, buildIndexInSlices, type SearchDocument, type SearchIndex } from './index.server.ts';

type Built = { catalogue: Catalogue; text: string; index: SearchIndex };

let last: Built | undefined;
let building: Promise<void> | undefined;

/**
 * The index of what is public. Where texts changed, the one before is used until the new one is there, a second or two
 * later: readers need not wait for it.
 */
export function publicIndex(shown: Catalogue): SearchIndex {
	if (!last) last = builtAtOnce(shown);
	else if (last.catalogue !== shown) building ??= renew(shown, last).finally(() => (building = undefined));
	return last.index;
}

/** Begins the first index, or the next one, so that no reader need wait for it, nor the start of a node. */
export function beginIndex(shown: Catalogue): void {
	if (last) publicIndex(shown);
	else building ??= buildFirst(shown).finally(() => (building = undefined));
}

/** All that the search offers to the public. */
export function publicDocuments({ items, aliases, places, serviceById }: Pick<Catalogue, Needed>): SearchDocument[] {
	// A place that has the same web page as its service would only be found twice.
	const apart = places.filter(({ serviceId, url }) => !url || serviceById.get(serviceId ?? '')?.url !== url);
	return [...items.map((item) => indexableItem(item, aliases)), ...apart.map(documentOfPlace)];
}

type Needed = 'items' | 'aliases' | 'places' | 'serviceById';

function documentOfPlace(place: ServicePoint): SearchDocument {
	const { municipality, nationwide, serviceId } = place;
	const municipalities = nationwide ? [] : Object.values(municipality);
	return { ...indexablePlace(place), municipalities, services: serviceId ? [serviceId] : [] };
}

function builtAtOnce(shown: Catalogue): Built {
	const documents = publicDocuments(shown);
	return { catalogue: shown, text: JSON.stringify(documents), index: buildIndex(documents) };
}

/** Whoever searches before it is there has it at once, and this one is not needed. */
async function buildFirst(shown: Catalogue): Promise<void> {
	try {
		const documents = publicDocuments(shown);
		const index = await buildIndexInSlices(documents);
		last ??= { catalogue: shown, text: JSON.stringify(documents), index };
	} catch (error) {
		// Whoever searches builds it then, and hears of it if that fails, too.
		logError('search.first', error);
	}
}

/** Rebuilt only when the texts changed: the revision also moves with desk hours. */
async function renew(shown: Catalogue, before: Built): Promise<void> {
	try {
		const documents = publicDocuments(shown);
		const text = JSON.stringify(documents);
		const index = text === before.text ? before.index : await buildIndexInSlices(documents);
		last = { catalogue: shown, text, index };
	} catch (error) {
		logError('search.renew', error);
		last = { ...before, catalogue: shown };
	}
}
