import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Became, WaitChannel, WaitCount } from './wait.ts';

export type WaitRow = {
	subjectId: string;
	beganAt: Date;
	caseId: string;
	deskId: string;
	channel: WaitChannel;
	became: Became;
};
export type Slot = Omit<WaitCount, 'times'>;

const WAIT = `subject_id as "subjectId", began_at as "beganAt", case_id as "caseId", desk_id as "deskId", channel, became`;

export const waits = (db: Queryable) => ({
	/** False when this wait was counted before: the primary key decides. */
	async mark(row: WaitRow): Promise<boolean> {
		const rows = await db.query(
			`insert into waits (subject_id, began_at, case_id, desk_id, channel, became) values ($1, $2, $3, $4, $5, $6)
			on conflict (subject_id, began_at) do nothing returning became`,
			[row.subjectId, row.beganAt, row.caseId, row.deskId, row.channel, row.became],
		);
		return rows.length > 0;
	},

	async newestOf(subjectId: string): Promise<WaitRow | null> {
		const rows = await db.query<WaitRow>(
			`select ${WAIT} from waits where subject_id = $1 order by began_at desc limit 1 for update`,
			[subjectId],
		);
		return rows[0] ?? null;
	},

	async setBecame({ subjectId, beganAt }: WaitRow, became: Became): Promise<void> {
		await db.query('update waits set became = $3 where subject_id = $1 and began_at = $2', [
			subjectId,
			beganAt,
			became,
		]);
	},

	async add(slot: Slot): Promise<void> {
		await db.query(
			`insert into wait_counts as c (desk_id, month, weekday, hour, channel, became, times)
			values ($1, $2, $3, $4, $5, $6, 1)
			on conflict (desk_id, month, weekday, hour, channel, became) do update set times = c.times + 1`,
			[slot.deskId, slot.month, slot.weekday, slot.hour, slot.channel, slot.became],
		);
	},

	async take(slot: Slot): Promise<void> {
		await db.query(
			`update wait_counts set times = times - 1
			where (desk_id, month, weekday, hour, channel, became) = ($1, $2::date, $3, $4, $5, $6)`,
			[slot.deskId, slot.month, slot.weekday, slot.hour, slot.channel, slot.became],
		);
	},

	/** Those of the cases in which somebody who wrote waits for an answer; locked. */
	ofCases: (caseIds: readonly string[]) =>
		db.query<{ caseId: string; deskId: string; began: Date; channel: WaitChannel | 'site' | null }>(
			`select c.id as "caseId", c.desk_id as "deskId", c.waiting_since as began, (select e.channel from entries e
				where e.case_id = c.id and e.kind in ('question', 'referral') order by e.number desc limit 1) as channel
			from cases c where c.id = any($1) and c.waiting_since is not null order by c.id for update of c`,
			[caseIds],
		),

	/** How many wait for an answer in cases of an organisation, and since when the first of them. */
	async standing(organisationId: string): Promise<{ waiting: number; since: Date | null }> {
		const [row] = await db.query<{ waiting: number; since: Date | null }>(
			`select count(*)::int as waiting, min(waiting_since) as since from cases
			where organisation_id = $1 and waiting_since is not null`,
			[organisationId],
		);
		return row ?? { waiting: 0, since: null };
	},

	/** Of the desks of an organisation, from the month of one day to that of another. */
	counts: (organisationId: string, from: string, to: string) =>
		db.query<WaitCount>(
			`select c.desk_id as "deskId", c.month, c.weekday, c.hour, c.channel, c.became, c.times
			from wait_counts c join desks d on d.id = c.desk_id
			where d.organisation_id = $1 and c.times > 0
				and c.month between date_trunc('month', $2::date) and $3::date
			order by c.desk_id, c.month, c.weekday, c.hour, c.channel, c.became`,
			[organisationId, from, to],
		),
});
