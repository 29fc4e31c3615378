import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Referral, ReferralOutcome } from './referral.ts';

type NewReferral = Pick<
	Referral,
	'caseId' | 'organisationId' | 'accountId' | 'topic' | 'serviceId' | 'language' | 'how'
> & { readonly clientId: string };

const REFERRAL = `r.case_id as "caseId", r.organisation_id as "organisationId", r.account_id as "accountId", r.topic,
	r.service_id as "serviceId", r.language, r.how, r.referred_on as "referredOn", r.outcome, r.settled_on as "settledOn",
	c.desk_id as "deskId", c.holder is not null as "isHeld", c.last_number > 1 as "hasMore",
	exists (select 1 from return_codes k where k.case_id = r.case_id and k.handed_out and k.made_at = r.code_made_at)
		as "codeUnused"`;
const FROM = 'from referrals r join cases c on c.id = r.case_id';
const LONGEST_LIST = 200;

export const referrals = (db: Queryable) => ({
	async add(row: NewReferral): Promise<void> {
		await db.query(
			`insert into referrals (case_id, client_id, organisation_id, account_id, topic, service_id, language, how, referred_on)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			[
				...[row.caseId, row.clientId, row.organisationId, row.accountId, row.topic, row.serviceId, row.language],
				...[row.how, today()],
			],
		);
	},

	async ofClient(clientId: string): Promise<Pick<Referral, 'caseId' | 'accountId'> | null> {
		const text = 'select case_id as "caseId", account_id as "accountId" from referrals where client_id = $1';
		return (await db.query<Pick<Referral, 'caseId' | 'accountId'>>(text, [clientId]))[0] ?? null;
	},

	/** Remembers that the code of the case is the one that the office handed over. */
	async noteCode(caseId: string): Promise<void> {
		await db.query(
			`update referrals set code_made_at = (select made_at from return_codes where case_id = $1) where case_id = $1`,
			[caseId],
		);
	},

	async ofCase(caseId: string): Promise<Referral | null> {
		return (await db.query<Referral>(`select ${REFERRAL} ${FROM} where r.case_id = $1`, [caseId]))[0] ?? null;
	},

	/** Null for other offices, and past its last day: out of reach looks like not there. */
	async ofOffice(caseId: string, organisationIds: readonly string[]): Promise<Referral | null> {
		const rows = await db.query<Referral>(
			`select ${REFERRAL} ${FROM} where r.case_id = $1 and r.organisation_id = any($2) and c.expires_on >= $3`,
			[caseId, organisationIds, today()],
		);
		return rows[0] ?? null;
	},

	/** The newest first. */
	sentBy: (organisationIds: readonly string[]) =>
		db.query<Referral>(
			`select ${REFERRAL} ${FROM} where r.organisation_id = any($1) and c.expires_on >= $2
			order by r.referred_on desc, r.case_id desc limit ${LONGEST_LIST}`,
			[organisationIds, today()],
		),

	/** What nothing came of yet first, the oldest of it first. */
	sentTo: (organisationIds: readonly string[]) =>
		db.query<Referral>(
			`select ${REFERRAL} ${FROM} where c.organisation_id = any($1) and c.expires_on >= $2
			order by r.settled_on desc nulls first, r.referred_on, r.case_id limit ${LONGEST_LIST}`,
			[organisationIds, today()],
		),

	async settle(caseId: string, outcome: ReferralOutcome): Promise<void> {
		await db.query('update referrals set outcome = $2, settled_on = $3 where case_id = $1', [caseId, outcome, today()]);
	},
});
