import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Organisation } from './organisation.ts';
import type { ServicePoint } from './servicePoint.ts';

/** Adds what is missing; parents stand before their parts. */
export async function addOrganisations(tx: Queryable, organisations: readonly Organisation[]): Promise<void> {
	await tx.query(
		`insert into organisations (id, kind, names, is_demonstration, parent_id, languages, website)
		select id, kind, names, "isDemonstration", "parentId", coalesce(languages, '{}'), website
		from jsonb_to_recordset($1::jsonb) as given (id text, kind text, names jsonb, "isDemonstration" boolean,
			"parentId" text, languages text[], website text)
		on conflict (id) do nothing`,
		[JSON.stringify(organisations)],
	);
}

export function readOrganisations(db: Queryable): Promise<Organisation[]> {
	return db.query<Organisation>(
		`select id, kind, names, is_demonstration as "isDemonstration", parent_id as "parentId", languages, website
		from organisations order by id`,
	);
}

/** What the organisation is called; nothing when there is none. */
export async function namesOfOrganisation(db: Queryable, id: string): Promise<Texts> {
	return (await db.query<{ names: Texts }>('select names from organisations where id = $1', [id]))[0]?.names ?? {};
}

export async function readServicePoints(db: Queryable): Promise<ServicePoint[]> {
	const rows = await db.query<{ card: ServicePoint }>('select card from service_points order by position, id');
	return rows.map(({ card }) => card);
}

/** Adds what is missing, renews what nobody edited, is silent when nothing is due (as content/store.server.ts). */
export async function saveStarterServicePoints(tx: Queryable, points: readonly ServicePoint[]): Promise<void> {
	const given = JSON.stringify(points);
	const due = await tx.query(
		`select 1 from jsonb_array_elements($1::jsonb) as given (card) left join service_points on id = given.card->>'id'
		where id is null
			or (starter_hash = md5(service_points.card::text) and starter_hash <> md5(given.card::text)) limit 1`,
		[given],
	);
	if (due.length === 0) return;
	await tx.query(
		`insert into service_points (id, position, organisation_id, card, starter_hash)
		select card->>'id', place, (select o.id from organisations o where o.id = card->>'organisationId'), card,
			md5(card::text)
		from jsonb_array_elements($1::jsonb) with ordinality as given (card, place)
		on conflict (id) do update set position = excluded.position, organisation_id = excluded.organisation_id,
			card = excluded.card, starter_hash = excluded.starter_hash
		where service_points.starter_hash = md5(service_points.card::text)
			and service_points.starter_hash <> excluded.starter_hash`,
		[given],
	);
}
