import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Activity, Series } from '../event.ts';
import type { Span } from './rule.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

export type Break = Span & { readonly id: string; readonly organisationId: string; readonly names: Texts };

const SERIES = `id, organisation_id as "organisationId", activity_id as "activityId", partner_ids as "partnerIds", names,
	summary, languages, audience, mode, place_id as "placeId", link, rule, from_day as "from", until_day as until, times,
	skip, to_char(starts, 'HH24:MI') as starts, minutes, zone, takes_registration as "takesRegistration", capacity,
	walk_in as "walkIn", slot_minutes as "slotMinutes", project_id as "projectId", plan_line as "planLine", state,
	previous_id as "previousId", revision, changed_at as "changedAt"`;

/** Each column and what stands in it: written once, for adding and for saving. */
const columnsOf = (one: Series): Record<string, unknown> => ({
	activity_id: one.activityId,
	partner_ids: one.partnerIds,
	names: one.names,
	summary: one.summary,
	languages: one.languages,
	audience: one.audience,
	mode: one.mode,
	place_id: one.placeId,
	link: one.link,
	rule: one.rule,
	from_day: one.from,
	until_day: one.until,
	times: one.times,
	skip: one.skip,
	starts: one.starts,
	minutes: one.minutes,
	zone: one.zone,
	takes_registration: one.takesRegistration,
	capacity: one.capacity,
	walk_in: one.walkIn,
	slot_minutes: one.slotMinutes,
	project_id: one.projectId,
	plan_line: one.planLine,
	state: one.state,
	previous_id: one.previousId,
	changed_at: one.changedAt,
});

export const series = (db: Queryable) => ({
	async add(one: Series): Promise<void> {
		const columns = { id: one.id, organisation_id: one.organisationId, ...columnsOf(one) };
		const marks = Object.keys(columns).map((_, at) => `$${at + 1}`);
		await db.query(`insert into series (${Object.keys(columns)}) values (${marks})`, Object.values(columns));
	},

	/** False when somebody saved another revision meanwhile. */
	async save(one: Series): Promise<boolean> {
		const columns = columnsOf(one);
		const sets = Object.keys(columns).map((name, at) => `${name} = $${at + 3}`);
		const rows = await db.query(
			`update series set ${sets}, revision = revision + 1 where id = $1 and revision = $2 returning id`,
			[one.id, one.revision, ...Object.values(columns)],
		);
		return rows.length > 0;
	},

	byId: (id: string) => one(db, `select ${SERIES} from series where id = $1`, [id]),

	locked: (id: string) => one(db, `select ${SERIES} from series where id = $1 for update`, [id]),

	within: (organisationIds: readonly string[]) =>
		db.query<Series>(`select ${SERIES} from series where organisation_id = any($1) order by from_day, id`, [
			organisationIds,
		]),

	among: (ids: readonly string[]) => db.query<Series>(`select ${SERIES} from series where id = any($1)`, [ids]),

	/** It, and those that go on with it, whoever came after whom. */
	async lineOf(id: string): Promise<string[]> {
		const rows = await db.query<{ id: string }>(
			`with recursive line as (select id from series where id = $1
				union select s.id from series s join line l on s.previous_id = l.id)
			select id from line`,
			[id],
		);
		return rows.map((row) => row.id);
	},

	/** Those of which dates may still come. */
	living: () => db.query<Series>(`select ${SERIES} from series where state <> 'ended' order by id`),

	public: () => db.query<Series>(`select ${SERIES} from series where state <> 'draft' order by id`),
});

export const activities = (db: Queryable) => ({
	all: () =>
		db.query<Activity>(
			`select id, names, form, minutes, takes_registration as "takesRegistration",
				walk_in_percent as "walkInPercent", slot_minutes as "slotMinutes"
			from activities order by position, id`,
		),

	/** Adds what is missing, renews what nobody edited, is silent when nothing is due. */
	async saveStarter(given: readonly Activity[]): Promise<void> {
		const rows = JSON.stringify(given);
		await db.query(
			`insert into activities (id, position, names, form, minutes, takes_registration, walk_in_percent, slot_minutes,
				starter_hash)
			select card->>'id', place, card->'names', card->>'form', (card->>'minutes')::int,
				(card->>'takesRegistration')::boolean, (card->>'walkInPercent')::int, (card->>'slotMinutes')::int,
				md5(card::text)
			from jsonb_array_elements($1::jsonb) with ordinality as given (card, place)
			where not exists (select 1 from activities a where a.id = card->>'id' and a.starter_hash = md5(card::text))
			on conflict (id) do update set position = excluded.position, names = excluded.names, form = excluded.form,
				minutes = excluded.minutes, takes_registration = excluded.takes_registration,
				walk_in_percent = excluded.walk_in_percent, slot_minutes = excluded.slot_minutes,
				starter_hash = excluded.starter_hash`,
			[rows],
		);
	},
});

export const breaks = (db: Queryable) => ({
	within: (organisationIds: readonly string[], from: string) =>
		db.query<Break>(
			`select id, organisation_id as "organisationId", names, from_day as "from", to_day as "to" from breaks
			where organisation_id = any($1) and to_day >= $2 order by from_day`,
			[organisationIds, from],
		),

	locked: async (id: string): Promise<Break | null> => {
		const text = `select id, organisation_id as "organisationId", names, from_day as "from", to_day as "to" from breaks
			where id = $1 for update`;
		return (await db.query<Break>(text, [id]))[0] ?? null;
	},

	async remove(id: string): Promise<void> {
		await db.query('delete from breaks where id = $1', [id]);
	},

	async add(one: Break): Promise<void> {
		await db.query('insert into breaks (id, organisation_id, names, from_day, to_day) values ($1, $2, $3, $4, $5)', [
			...[one.id, one.organisationId, one.names, one.from, one.to],
		]);
	},
});

/** Days of the rule whose place another date of the series takes. */
export async function placesTaken(db: Queryable, seriesId: string): Promise<Set<string>> {
	const text = 'select in_place_of as day from occurrences where series_id = $1 and in_place_of is not null';
	return new Set((await db.query<{ day: string }>(text, [seriesId])).map(({ day }) => day));
}

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Series | null> {
	return (await db.query<Series>(text, values))[0] ?? null;
}
