import { readOrganisations, readServicePoints } from '#lib/network/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { activities } from '../series/store.server.ts';
import type { Choices } from './sheet.ts';

/** What a form may name. */
export async function choicesFor(db: Queryable): Promise<Omit<Choices, 'lines'>> {
	// One after the other: a transaction has one connection.
	const kinds = await activities(db).all();
	const places = await readServicePoints(db);
	const organisations = await readOrganisations(db);
	return {
		activityIds: kinds.map(({ id }) => id),
		walkInPercents: Object.fromEntries(kinds.map(({ id, walkInPercent }) => [id, walkInPercent])),
		placeIds: places.map(({ id }) => id),
		organisationIds: organisations.map(({ id }) => id),
	};
}
