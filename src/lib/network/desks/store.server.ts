import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Exception, WeeklySpell } from './hours.ts';
import type { Span } from './spans.ts';

export type DeskRow = {
	id: string;
	organisationId: string;
	names: Texts;
	zone: string;
	projectId: string | null;
	planLine: string | null;
};

const DESK = `id, organisation_id as "organisationId", names, zone, project_id as "projectId", plan_line as "planLine"`;

/** `hours`: its weekly hours; `shifts`: whenever somebody holds a shift at it. */
export type DeskWays = { readonly opensBy: 'hours' | 'shifts'; readonly talksEach: number };

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

	/** How it opens, and how many talks one helper can lead at once. */
	async ways(id: string): Promise<DeskWays> {
		const text = 'select opens_by as "opensBy", talks_each as "talksEach" from desks where id = $1';
		return (await db.query<DeskWays>(text, [id]))[0] ?? { opensBy: 'hours', talksEach: 1 };
	},

	async setWays(id: string, { opensBy, talksEach }: DeskWays): Promise<void> {
		await db.query('update desks set opens_by = $2, talks_each = $3 where id = $1', [id, opensBy, talksEach]);
	},

	/** Whoever writes its spells stands in this line; who only refers to the desk does not wait. */
	async lock(id: string): Promise<void> {
		await db.query('select 1 from desks where id = $1 for no key update', [id]);
	},

	spells: (id: string, from: Date) =>
		db.query<Span>(
			`select starts_at as "from", ends_at as "to" from desk_spells
			where desk_id = $1 and ends_at > $2 order by starts_at`,
			[id, from],
		),

	async replaceSpells(id: string, spans: readonly Span[]): Promise<void> {
		await db.query('delete from desk_spells where desk_id = $1', [id]);
		await db.query(
			`insert into desk_spells (desk_id, starts_at, ends_at)
			select $1, starts, ends from unnest($2::timestamptz[], $3::timestamptz[]) as given (starts, ends)`,
			[id, spans.map(({ from }) => from), spans.map(({ to }) => to)],
		);
	},

	async addWeekly(id: string, spell: WeeklySpell): Promise<void> {
		await db.query(
			`insert into desk_hours (desk_id, weekday, opens, closes) values ($1, $2, $3, $4) on conflict do nothing`,
			[id, spell.weekday, spell.opens, spell.closes],
		);
	},

	async removeWeekly(id: string, weekday: number, opens: string): Promise<void> {
		await db.query('delete from desk_hours where desk_id = $1 and weekday = $2 and opens = $3', [id, weekday, opens]);
	},

	async addException(id: string, exception: Exception, openedBy: string | null = null): Promise<void> {
		await db.query(
			`insert into desk_exceptions (desk_id, day, opens, closes, opened_by) values ($1, $2, $3, $4, $5)
			on conflict (desk_id, day, opens) do update set closes = excluded.closes, opened_by = excluded.opened_by`,
			[id, exception.day, exception.opens, exception.closes, openedBy],
		);
	},

	/** Until when somebody has opened the desk who does not sit there by a shift; null: she has not. */
	async openedBy(id: string, accountId: string, { day, time }: { day: string; time: string }): Promise<string | null> {
		const rows = await db.query<{ closes: string }>(
			`select to_char(max(closes), 'HH24:MI') as closes from desk_exceptions
			where desk_id = $1 and opened_by = $2 and day = $3 and opens <= $4 and closes > $4 having count(*) > 0`,
			[id, accountId, day, time],
		);
		return rows[0]?.closes ?? null;
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

	async presentSince(id: string, moment: Date): Promise<string[]> {
		const text = 'select account_id as "accountId" from desk_presences where desk_id = $1 and seen_at > $2';
		return (await db.query<{ accountId: string }>(text, [id, moment])).map(({ accountId }) => accountId);
	},
});
