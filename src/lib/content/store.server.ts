import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Service } from './service.ts';

export async function readRevision(db: Queryable): Promise<string> {
	const rows = await db.query<{ revision: number }>('select revision from content_revision');
	return String(rows[0]?.revision ?? 0);
}

export async function readServices(db: Queryable): Promise<Service[]> {
	const rows = await db.query<{ card: Service }>('select card from services order by position, id');
	return rows.map(({ card }) => card);
}

/** Puts editors' cards in place of what is there. */
export async function saveServices(tx: Queryable, services: readonly Service[]): Promise<void> {
	await tx.query(
		`insert into services (id, position, card, revised_at)
		select card->>'id', (card->>'position')::integer, card, $2 from jsonb_array_elements($1::jsonb) as given (card)
		on conflict (id) do update set position = excluded.position, card = excluded.card, revised_at = excluded.revised_at`,
		[JSON.stringify(services), now()],
	);
}

/**
 * Adds what is missing and renews what nobody edited. Asks first, because even a statement that changes no row would
 * move the revision.
 */
export async function saveStarterServices(tx: Queryable, services: readonly Service[]): Promise<void> {
	const given = JSON.stringify(services);
	const due = await tx.query(
		`select 1 from jsonb_array_elements($1::jsonb) as given (card) left join services on id = given.card->>'id'
		where id is null
			or (starter_hash = md5(services.card::text) and starter_hash <> md5(given.card::text)) limit 1`,
		[given],
	);
	if (due.length === 0) return;
	await tx.query(
		`insert into services (id, position, card, revised_at, starter_hash)
		select card->>'id', (card->>'position')::integer, card, $2, md5(card::text)
		from jsonb_array_elements($1::jsonb) as given (card)
		on conflict (id) do update set position = excluded.position, card = excluded.card,
			revised_at = excluded.revised_at, starter_hash = excluded.starter_hash
		where services.starter_hash = md5(services.card::text) and services.starter_hash <> excluded.starter_hash`,
		[given, now()],
	);
}
