import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Channel, FollowUp, Outcome, Referral } from '../codes.ts';

/** One time somebody was helped within a case. */
export type ContactRow = {
	id: string;
	caseId: string;
	closingId: string;
	deskId: string;
	organisationId: string;
	accountId: string;
	helperRole: string;
	signed: string;
	channel: Channel;
	placeId: string | null;
	language: string;
	happenedOn: string;
	minutes: number;
	topic: string;
	serviceId: string | null;
	outcome: Outcome;
	referredTo: Referral | null;
};

/** A contact as it is read: with what is known of what became of her. */
export type ContactRead = ContactRow & { followedUp: FollowUp | null };
export type FollowUpRow = { code: FollowUp; accountId: string; signed: string; notedOn: string };

const CONTACT = `id, case_id as "caseId", closing_id as "closingId", desk_id as "deskId",
	organisation_id as "organisationId", account_id as "accountId", helper_role as "helperRole", signed, channel,
	place_id as "placeId", language, happened_on as "happenedOn", minutes, topic, service_id as "serviceId", outcome,
	referred_to as "referredTo"`;

export const contacts = (db: Queryable) => ({
	async add(row: ContactRow): Promise<void> {
		await db.query(
			`insert into contacts (id, case_id, closing_id, desk_id, organisation_id, account_id, helper_role, signed, channel,
				place_id, language, happened_on, minutes, topic, service_id, outcome, referred_to)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
			[
				...[row.id, row.caseId, row.closingId, row.deskId, row.organisationId, row.accountId, row.helperRole],
				...[row.signed, row.channel, row.placeId, row.language, row.happenedOn, row.minutes, row.topic],
				...[row.serviceId, row.outcome, row.referredTo],
			],
		);
	},

	ofCase: (caseId: string) =>
		db.query<ContactRead>(
			`select ${CONTACT}, (select f.code from follow_ups f where f.contact_id = contacts.id) as "followedUp"
			from contacts where case_id = $1 order by happened_on, id`,
			[caseId],
		),

	/** What is known last holds. */
	async followUp(contactId: string, row: FollowUpRow): Promise<void> {
		await db.query(
			`insert into follow_ups (contact_id, code, account_id, signed, noted_on) values ($1, $2, $3, $4, $5)
			on conflict (contact_id) do update set code = excluded.code, account_id = excluded.account_id,
				signed = excluded.signed, noted_on = excluded.noted_on`,
			[contactId, row.code, row.accountId, row.signed, row.notedOn],
		);
	},

	/** The closing was mended: the contact says what the new one says; where she was sent stays unless that is told. */
	async setCodes(
		closingId: string,
		right: Pick<ContactRow, 'closingId' | 'minutes' | 'topic' | 'serviceId' | 'outcome'> &
			Partial<Pick<ContactRow, 'referredTo'>>,
	): Promise<void> {
		await db.query(
			`update contacts set closing_id = $2, minutes = $3, topic = $4, service_id = $5, outcome = $6,
				referred_to = case when $7 then $8 else referred_to end
			where closing_id = $1`,
			[
				...[closingId, right.closingId, right.minutes, right.topic, right.serviceId, right.outcome],
				...[right.referredTo !== undefined, right.referredTo ?? null],
			],
		);
	},

	/** The fact that stands for the closing of a contact in the figures. */
	async factOf(closingId: string): Promise<string | null> {
		const text = 'select fact_id as "factId" from closings where id = $1';
		return (await db.query<{ factId: string | null }>(text, [closingId]))[0]?.factId ?? null;
	},

	async setFact(closingId: string, factId: string): Promise<void> {
		await db.query('update closings set fact_id = $2 where id = $1', [closingId, factId]);
	},

	/** The newest of hers that was no talk in the chat. */
	async lastRecordedBy(accountId: string) {
		const rows = await db.query<Pick<ContactRow, 'deskId' | 'channel' | 'placeId'>>(
			`select desk_id as "deskId", channel, place_id as "placeId" from closings
			where closed_by = $1 and channel <> 'chat' order by id desc limit 1`,
			[accountId],
		);
		return rows[0] ?? null;
	},

	/** Null for a contact in no case. */
	async caseOfClosing(closingId: string): Promise<string | null> {
		const text = 'select case_id as "caseId" from contacts where closing_id = $1';
		return (await db.query<{ caseId: string }>(text, [closingId]))[0]?.caseId ?? null;
	},
});
