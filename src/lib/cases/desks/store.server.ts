import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Exception, WeeklySpell } from './hours.ts';

export type DeskRow = {
	id: string;
	organisationId: string;
	names: Texts;
	zone: string;
	projectId: string | null;
	planLine: string | null;
};

const DESK = `id, organisation_id as "organisationId", names, zone, project_id as "projectId", plan_line as "planLine"`;

export const desks = (db: Queryable) => ({
	within: (organisationIds: readonly string[]) =>
		db.query<DeskRow>(`select ${DESK} from desks where organisation_id = any($1) order by id`, [organisationIds]),

	outside: (organisationIds: readonly string[]) =>
		db.query<DeskRow>(`select ${DESK} from desks where organisation_id <> all($1) order by id`, [organisationIds]),

	async byId(id: string): Promise<DeskRow | null> {
		return (await db.query<DeskRow>(`select ${DESK} from desks where id = $1`, [id]))[0] ?? null;
	},

	/** The desk to which the chat of the public site leads; null before one was made. */
	async ofSite(): Promise<DeskRow | null> {
		return (await db.query<DeskRow>(`select ${DESK} from desks where answers_site`))[0] ?? null;
	},

	/** The first desk that is made answers the site. */
	async save(desk: DeskRow): Promise<void> {
		await db.query(
			`insert into desks (id, organisation_id, names, zone, project_id, plan_line, answers_site)
			values ($1, $2, $3, $4, $5, $6, not exists (select 1 from desks where answers_site))
			on conflict (id) do update set project_id = excluded.project_id, plan_line = excluded.plan_line`,
			[desk.id, desk.organisationId, desk.names, desk.zone, desk.projectId, desk.planLine],
		);
	},

	weekly: (id: string) =>
		db.query<WeeklySpell>(
			`select weekday, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
			from desk_hours where desk_id = $1 order by weekday, opens`,
			[id],
		),

	exceptions: (id: string, from: string) =>
		db.query<Exception>(
			`select day, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
			from desk_exceptions where desk_id = $1 and day >= $2 order by day, opens`,
			[id, from],
		),

	async addWeekly(id: string, spell: WeeklySpell): Promise<void> {
		await db.query(
			`insert into desk_hours (desk_id, weekday, opens, closes) values ($1, $2, $3, $4) on conflict do nothing`,
			[id, spell.weekday, spell.opens, spell.closes],
		);
	},

	async removeWeekly(id: string, weekday: number, opens: string): Promise<void> {
		await db.query('delete from desk_hours where desk_id = $1 and weekday = $2 and opens = $3', [id, weekday, opens]);
	},

	async addException(id: string, exception: Exception): Promise<void> {
		await db.query(
			`insert into desk_exceptions (desk_id, day, opens, closes) values ($1, $2, $3, $4)
			on conflict (desk_id, day, opens) do update set closes = excluded.closes`,
			[id, exception.day, exception.opens, exception.closes],
		);
	},

	async clearDay(id: string, day: string): Promise<void> {
		await db.query('delete from desk_exceptions where desk_id = $1 and day = $2', [id, day]);
	},

	async notePresence(id: string, accountId: string, at: Date): Promise<void> {
		await db.query(
			`insert into desk_presences (desk_id, account_id, seen_at) values ($1, $2, $3)
			on conflict (desk_id, account_id) do update set seen_at = excluded.seen_at`,
			[id, accountId, at],
		);
	},

	/** When each of them was last seen, at whichever desk. */
	lastSeen: (accountIds: readonly string[]) =>
		db.query<{ accountId: string; seenAt: Date }>(
			`select account_id as "accountId", max(seen_at) as "seenAt" from desk_presences
			where account_id = any($1) group by account_id`,
			[accountIds],
		),

	async removePresencesBefore(moment: Date): Promise<void> {
		await db.query('delete from desk_presences where seen_at < $1', [moment]);
	},

	async presentSince(id: string, moment: Date): Promise<number> {
		const rows = await db.query<{ present: number }>(
			'select count(*) as present from desk_presences where desk_id = $1 and seen_at > $2',
			[id, moment],
		);
		return rows[0]?.present ?? 0;
	},
});
