import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { EntryChannel } from '../entries/entry.ts';

/** What a list shows of a case: never a word of it. */
export type ListedRow = {
	id: string;
	deskId: string;
	language: string;
	waitingSince: Date | null;
	holder: string | null;
	heldSince: Date | null;
	expiresOn: string;
	/** By which way she wrote last. */
	channel: EntryChannel | null;
};

const CHANNEL = `(select e.channel from entries e where e.case_id = c.id and e.kind in ('question', 'referral')
	order by e.number desc limit 1)`;
const LISTED = `c.id, c.desk_id as "deskId", c.language, c.waiting_since as "waitingSince", c.holder,
	c.held_since as "heldSince", c.expires_on as "expiresOn", ${CHANNEL} as channel`;
const LONGEST_LIST = 200;

/** Who waits, and who has what in hand. */
export const hands = (db: Queryable) => ({
	/** Of those that nobody has in hand, whoever wrote first comes first. */
	waiting: (organisationIds: readonly string[], day: string) =>
		db.query<ListedRow>(
			`select ${LISTED} from cases c
			where c.organisation_id = any($1) and c.waiting_since is not null and c.holder is null and c.expires_on >= $2
			order by c.waiting_since limit ${LONGEST_LIST}`,
			[organisationIds, day],
		),

	heldBy: (accountId: string, organisationIds: readonly string[], day: string) =>
		db.query<ListedRow>(
			`select ${LISTED} from cases c
			where c.holder = $1 and c.organisation_id = any($2) and c.expires_on >= $3
			order by c.waiting_since nulls last, c.held_since limit ${LONGEST_LIST}`,
			[accountId, organisationIds, day],
		),

	heldByOthers: (accountId: string, organisationIds: readonly string[], day: string) =>
		db.query<ListedRow>(
			`select ${LISTED} from cases c
			where c.holder <> $1 and c.organisation_id = any($2) and c.expires_on >= $3
			order by c.waiting_since nulls last, c.held_since limit ${LONGEST_LIST}`,
			[accountId, organisationIds, day],
		),

	/** With nobody, the moment is forgotten too. */
	async put(caseId: string, holder: string | null, at: Date): Promise<void> {
		await db.query(
			`update cases set holder = $2, held_since = case when $2::uuid is null then null else $3::timestamptz end
			where id = $1`,
			[caseId, holder, at],
		);
	},

	/** By which way she wrote last. */
	async channelOf(caseId: string): Promise<EntryChannel | null> {
		const text = `select ${CHANNEL} as channel from cases c where c.id = $1`;
		return (await db.query<{ channel: EntryChannel | null }>(text, [caseId]))[0]?.channel ?? null;
	},

	async answered(caseId: string): Promise<void> {
		await db.query('update cases set waiting_since = null where id = $1', [caseId]);
	},

	/** A helper has seen the code: its next use by the person herself makes another. */
	async noteCodeSeen(caseId: string): Promise<void> {
		await db.query('update return_codes set handed_out = true where case_id = $1', [caseId]);
	},
});
