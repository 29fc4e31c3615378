import type { ServicePoint } from '#lib/network/index.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Series } from '../../event.ts';
import { identity, INTERNET, type Linked, type Site, SOURCE } from './site.ts';

/** Where somebody goes who takes part on site; else the place of all that is nowhere. */
export function placeIdOf({ mode, placeId }: Pick<Series, 'mode' | 'placeId'>): string | null {
	if (mode === 'online') return INTERNET;
	return placeId === null ? null : idOf(placeId);
}

/** Those at which something goes on, or has been. */
export function placesOf(site: Site): Linked[] {
	const { calendar, places } = site.shown;
	const used = new Map<string, number>();
	for (const date of calendar.occurrences) {
		const id = placeIdOf(date);
		if (id) used.set(id, (used.get(id) ?? 0) + 1);
	}
	const known = [...places.values()].filter(({ id }) => used.has(idOf(id)));
	const real = known.map((place) => placeObject(site, place, used.get(idOf(place.id)) ?? 0));
	return used.has(INTERNET) ? [...real, internet(site, used.get(INTERNET) ?? 0)] : real;
}

const idOf = (place: string): string => `${SOURCE}:${place}`;

function placeObject(site: Site, place: ServicePoint, n_events: number): Linked {
	const { names, municipality, nationwide, street, postalCode, point, organisationId } = place;
	return {
		...identity(site, 'place', { id: idOf(place.id), type: 'Place' }),
		...{ data_source: SOURCE, publisher: organisationId ? `${SOURCE}:${organisationId}` : null, name: names },
		street_address: street ? { fi: street } : null,
		address_locality: nationwide ? null : municipality,
		postal_code: postalCode ?? null,
		divisions: nationwide ? [] : [division(municipality)],
		position: point ? { type: 'Point', coordinates: [point.lon, point.lat] } : null,
		telephone: place.phone ? { fi: place.phone } : null,
		email: place.email ?? null,
		info_url: place.url ? { fi: place.url } : null,
		...{ n_events, deleted: place.closedOn !== undefined, replaced_by: null },
	};
}

function division(name: Texts): Linked {
	const town = (name.fi ?? '').toLowerCase();
	return { type: 'muni', ocd_id: town ? `ocd-division/country:fi/kunta:${town}` : null, municipality: null, name };
}

function internet(site: Site, n_events: number): Linked {
	return {
		...identity(site, 'place', { id: INTERNET, type: 'Place' }),
		...{ data_source: SOURCE, publisher: null, name: site.words('events.how.online') },
		...{ street_address: null, address_locality: null, postal_code: null, divisions: [], position: null },
		...{ telephone: null, email: null, info_url: null, n_events, deleted: false, replaced_by: null },
	};
}
