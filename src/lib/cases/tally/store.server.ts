import type { Queryable } from '#lib/platform/db/database.server.ts';
import { isId } from '#lib/platform/id.ts';
import type { Hand, Tally, TapCodes } from './tally.ts';

const TALLY = `t.id, t.desk_id as "deskId", t.organisation_id as "organisationId", t.place_id as "placeId", t.event,
	t.day, t.opened_by as "openedBy", t.closed_on as "closedOn"`;
const HAND = `id, tally_id as "tallyId", account_id as "accountId", helper_role as "helperRole"`;
const TAP = `client_id as "clientId", tally_id as "tallyId", hand_id as "handId", closing_id as "closingId", topic, outcome,
	minutes, language, age_band as "ageBand", is_undone as "isUndone", came_late as "cameLate"`;

/** A tap as it is kept beside its closing, to be known again and undone. */
export type TapRow = TapCodes & {
	clientId: string;
	tallyId: string;
	handId: string;
	/** Null: it was undone before it came. */
	closingId: string | null;
	isUndone: boolean;
	cameLate: boolean;
};

/** How many people, without those undone. */
export type TallyCount = { topic: string; people: number; late: number };

export const tallies = (db: Queryable) => ({
	/** True when it was added; false when one with this id is there. */
	async add(row: Tally): Promise<boolean> {
		const rows = await db.query(
			`insert into tallies (id, desk_id, organisation_id, place_id, event, day, opened_by)
			values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
			[row.id, row.deskId, row.organisationId, row.placeId, row.event, row.day, row.openedBy],
		);
		return rows.length > 0;
	},

	async within(id: string, organisationIds: readonly string[]): Promise<Tally | null> {
		return one(
			db,
			`select ${TALLY} from tallies t where t.id = $1 and t.organisation_id = any($2)`,
			id,
			organisationIds,
		);
	},

	/** Locked: what comes at the same moment waits, so that nothing is counted twice. */
	async locked(id: string, organisationIds: readonly string[]): Promise<Tally | null> {
		const text = `select ${TALLY} from tallies t where t.id = $1 and t.organisation_id = any($2) for update`;
		return one(db, text, id, organisationIds);
	},

	/** The newest days first. */
	newest: (organisationIds: readonly string[], limit: number) =>
		db.query<Tally & { people: number }>(
			`select ${TALLY}, (select count(*) from taps where tally_id = t.id and not is_undone)::integer as people
			from tallies t where t.organisation_id = any($1) order by t.day desc, t.id desc limit $2`,
			[organisationIds, limit],
		),

	async setClosed(id: string, day: string | null): Promise<void> {
		await db.query('update tallies set closed_on = $2 where id = $1', [id, day]);
	},

	removeBefore: (day: string) => db.query('delete from tallies where day < $1 returning id', [day]),
});

export const hands = (db: Queryable) => ({
	/** The one that was there, or the new one. */
	async keep({ id, tallyId, accountId, helperRole }: Hand): Promise<void> {
		await db.query(
			`insert into tally_hands (id, tally_id, account_id, helper_role) values ($1, $2, $3, $4)
			on conflict (tally_id, account_id) do nothing`,
			[id, tallyId, accountId, helperRole],
		);
	},

	async of(tallyId: string, accountId: string): Promise<Hand | null> {
		const text = `select ${HAND} from tally_hands where tally_id = $1 and account_id = $2`;
		return (await db.query<Hand>(text, [tallyId, accountId]))[0] ?? null;
	},

	onTally: (tallyId: string) => db.query<Hand>(`select ${HAND} from tally_hands where tally_id = $1`, [tallyId]),
});

export const taps = (db: Queryable) => ({
	async add(row: TapRow): Promise<void> {
		await db.query(
			`insert into taps (client_id, tally_id, hand_id, closing_id, topic, outcome, minutes, language, age_band,
				is_undone, came_late)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
			[
				...[row.clientId, row.tallyId, row.handId, row.closingId, row.topic, row.outcome],
				...[row.minutes, row.language, row.ageBand, row.isUndone, row.cameLate],
			],
		);
	},

	known: (clientIds: readonly string[]) =>
		db.query<TapRow>(`select ${TAP} from taps where client_id = any($1)`, [clientIds]),

	async setUndone(clientId: string): Promise<void> {
		await db.query('update taps set is_undone = true where client_id = $1', [clientId]);
	},

	/** Her last ones that hold, newest first. */
	lastOf: (handId: string, limit: number) =>
		db.query<TapRow>(`select ${TAP} from taps where hand_id = $1 and not is_undone order by number desc limit $2`, [
			handId,
			limit,
		]),

	counts: (tallyId: string) =>
		db.query<TallyCount>(
			`select topic, count(*)::integer as people, count(*) filter (where came_late)::integer as late
			from taps where tally_id = $1 and not is_undone group by topic order by topic`,
			[tallyId],
		),
});

async function one(db: Queryable, text: string, id: string, organisationIds: readonly string[]): Promise<Tally | null> {
	return isId(id) ? ((await db.query<Tally>(text, [id, organisationIds]))[0] ?? null) : null;
}
