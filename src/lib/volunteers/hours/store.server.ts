import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { HourEntry, HourWork } from './entry.ts';

const ENTRY = `h.id, h.account_id as "accountId", h.organisation_id as "organisationId", h.day, h.work,
	h.assignment_id as "assignmentId", h.quarters, h.state, h.reason, h.proposed_quarters as "proposedQuarters",
	h.project_id as "projectId", h.plan_line as "planLine", h.fact_id as "factId", h.link_made_by as "linkMadeBy"`;

export type NewEntry = Pick<
	HourEntry,
	| ('id' | 'accountId' | 'organisationId' | 'day' | 'work' | 'assignmentId' | 'quarters' | 'projectId' | 'planLine')
	| 'linkMadeBy'
> & { readonly clientId: string };

/** What became of an entry; `by` null: nobody has looked at it yet. */
export type Settled = Pick<HourEntry, 'state' | 'reason' | 'proposedQuarters' | 'projectId' | 'planLine' | 'factId'> & {
	readonly by: string | null;
	readonly on: string | null;
};

/** An entry with the name of whose it is, and of whoever settled it. */
export type NamedEntry = HourEntry & { readonly chosenName: string; readonly settledName: string | null };
export type MonthSum = { readonly month: string; readonly state: 'reported' | 'confirmed'; readonly quarters: number };
/** `isPaid`: as the ledger has it; whoever is paid now may have helped as a volunteer before. */
export type WorkSum = { readonly work: HourWork; readonly isPaid: boolean; readonly quarters: number };
export type Between = { readonly from: string; readonly to: string };

const NAMED = `select ${ENTRY}, a.chosen_name as "chosenName", s.chosen_name as "settledName"
	from hour_entries h join accounts a on a.id = h.account_id left join accounts s on s.id = h.settled_by`;

export const hourEntries = (db: Queryable) => ({
	/** False: an entry with this client id, or of this assignment, is there already. */
	async add(one: NewEntry, at: Date): Promise<boolean> {
		const rows = await db.query(
			`insert into hour_entries (id, client_id, account_id, organisation_id, day, work, assignment_id, quarters, state,
				project_id, plan_line, link_made_by, made_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, 'reported', $9, $10, $11, $12) on conflict do nothing returning id`,
			[
				...[one.id, one.clientId, one.accountId, one.organisationId, one.day, one.work, one.assignmentId],
				...[one.quarters, one.projectId, one.planLine, one.linkMadeBy, at],
			],
		);
		return rows.length > 0;
	},

	async ofClient(clientId: string): Promise<HourEntry | null> {
		const rows = await db.query<HourEntry>(`select ${ENTRY} from hour_entries h where h.client_id = $1`, [clientId]);
		return rows[0] ?? null;
	},

	async ofAssignment(id: string): Promise<HourEntry | null> {
		const rows = await db.query<HourEntry>(`select ${ENTRY} from hour_entries h where h.assignment_id = $1`, [id]);
		return rows[0] ?? null;
	},

	/** In order of id, so that two who settle the same wait for each other and not in a circle. */
	locked: (ids: readonly string[]) =>
		db.query<HourEntry>(`select ${ENTRY} from hour_entries h where h.id = any($1::uuid[]) order by h.id for update`, [
			ids,
		]),

	async settle(id: string, one: Settled): Promise<void> {
		await db.query(
			`update hour_entries set state = $2, reason = $3, proposed_quarters = $4, project_id = $5, plan_line = $6,
				fact_id = $7, settled_by = $8, settled_on = $9 where id = $1`,
			[
				...[id, one.state, one.reason, one.proposedQuarters, one.projectId, one.planLine],
				...[one.factId, one.by, one.on],
			],
		);
	},

	/** All of hers between two days, the latest first. */
	hers: (accountId: string, { from, to }: Between) =>
		db.query<NamedEntry>(
			`${NAMED} where h.account_id = $1 and h.day between $2 and $3 and h.state <> 'withdrawn'
			order by h.day desc, h.made_at desc`,
			[accountId, from, to],
		),

	async quartersOn(accountId: string, day: string, states: readonly HourEntry['state'][]): Promise<number> {
		const [row] = await db.query<{ sum: number }>(
			`select coalesce(sum(quarters), 0) as sum from hour_entries
			where account_id = $1 and day = $2 and state = any($3)`,
			[accountId, day, states],
		);
		return row?.sum ?? 0;
	},

	/** Of an organisation by their state, those that wait longest first. */
	within: (organisationIds: readonly string[]) =>
		db.query<NamedEntry>(
			`${NAMED} where h.organisation_id = any($1) and h.state = 'reported' order by a.chosen_name, a.id, h.day, h.made_at`,
			[organisationIds],
		),

	async named(id: string): Promise<NamedEntry | null> {
		return (await db.query<NamedEntry>(`${NAMED} where h.id = $1`, [id]))[0] ?? null;
	},

	/** What somebody else settled since a day, the latest first. */
	settledSince: (organisationIds: readonly string[], since: string, limit: number) =>
		db.query<NamedEntry>(
			`${NAMED} where h.organisation_id = any($1) and h.settled_by is not null and h.settled_on >= $2
			order by h.settled_on desc, h.day desc, h.id limit $3`,
			[organisationIds, since, limit],
		),

	sumsByMonth: (accountId: string, { from, to }: Between) =>
		db.query<MonthSum>(
			`select to_char(day, 'YYYY-MM') as month, state, sum(quarters) as quarters from hour_entries
			where account_id = $1 and day between $2 and $3 and state in ('reported', 'confirmed') group by 1, 2 order by 1, 2`,
			[accountId, from, to],
		),

	/** What was confirmed, by form of work, apart what she did as a volunteer and what as a worker. */
	confirmedByWork: (accountId: string, organisationId: string, { from, to }: Between) =>
		db.query<WorkSum>(
			`select h.work, f.helper_role is distinct from 'volunteer' as "isPaid", sum(h.quarters) as quarters
			from hour_entries h join facts f on f.id = h.fact_id
			where h.account_id = $1 and h.organisation_id = $2 and h.day between $3 and $4 and h.state = 'confirmed' group by 1, 2`,
			[accountId, organisationId, from, to],
		),

	/** Organisations in which somebody's hours were confirmed between two days. */
	organisationsOf: (accountId: string, { from, to }: Between) =>
		db.query<{ organisationId: string }>(
			`select distinct organisation_id as "organisationId" from hour_entries
			where account_id = $1 and day between $2 and $3 and state = 'confirmed' order by 1`,
			[accountId, from, to],
		),

	/** As whom she helps there: whoever is paid for it is told apart from a volunteer. */
	async roleOf(accountId: string, organisationId: string): Promise<string> {
		const [row] = await db.query<{ role: string }>(
			`select role from memberships where account_id = $1 and organisation_id = $2 and role in ('adviser', 'coordinator')
			order by role limit 1`,
			[accountId, organisationId],
		);
		return row?.role ?? 'volunteer';
	},

	/** A line of the running plan of this organisation, on which something may be counted. */
	async isLine(organisationId: string, projectId: string, planLine: string): Promise<boolean> {
		const rows = await db.query(
			`select from plan_lines l join projects p on p.id = l.project_id
			where p.organisation_id = $1 and p.kind = 'running' and p.id = $2 and l.id = $3 limit 1`,
			[organisationId, projectId, planLine],
		);
		return rows.length > 0;
	},
});

/** Shifts that are over and taken, and the line on which their desk or their series counts. */
export const shiftsOver = (db: Queryable) => ({
	ids: (before: Date, limit: number) =>
		db.query<{ id: string }>(
			`select distinct s.id from shifts s join assignments a on a.shift_id = s.id and a.state = 'taken'
			where s.ends_at <= $1 and s.state = 'planned' order by s.id limit $2`,
			[before, limit],
		),

	/** Those that were taken and are done with this moment: each is given once. */
	end: (shiftId: string, at: Date) =>
		db.query<{ id: string; accountId: string }>(
			`update assignments set state = 'done', changed_at = $2 where shift_id = $1 and state = 'taken'
			returning id, account_id as "accountId"`,
			[shiftId, at],
		),

	async lineOf(shiftId: string): Promise<Pick<HourEntry, 'projectId' | 'planLine'>> {
		const [row] = await db.query<Pick<HourEntry, 'projectId' | 'planLine'>>(
			`select p.id as "projectId", case when p.id is not null then coalesce(d.plan_line, e.plan_line) end as "planLine"
			from shifts s left join desks d on d.id = s.desk_id
			left join occurrences o on o.id = s.occurrence_id left join series e on e.id = o.series_id
			left join projects p on p.id = coalesce(d.project_id, e.project_id) and p.kind = 'running'
			where s.id = $1`,
			[shiftId],
		);
		return row ?? { projectId: null, planLine: null };
	},

	/** Of her shifts that end in the month, after the moment: how long they are in all, in minutes. */
	async minutesToCome(accountId: string, at: Date, { from, to }: Between): Promise<number> {
		const [row] = await db.query<{ minutes: number }>(
			`select coalesce(sum(extract(epoch from s.ends_at - s.starts_at) / 60), 0)::int as minutes
			from assignments a join shifts s on s.id = a.shift_id
			where a.account_id = $1 and a.state = 'taken' and s.state = 'planned' and s.ends_at > $2
				and s.day between $3 and $4`,
			[accountId, at, from, to],
		);
		return row?.minutes ?? 0;
	},
});
