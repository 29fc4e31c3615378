import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Channel, Outcome, Referral } from '../codes.ts';

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
		db.query<ContactRow>(`select ${CONTACT} from contacts where case_id = $1 order by happened_on, id`, [caseId]),

	/** The closing was mended: the contact says what the new one says. */
	async setCodes(
		closingId: string,
		right: Pick<ContactRow, 'closingId' | 'minutes' | 'topic' | 'serviceId' | 'outcome' | 'referredTo'>,
	): Promise<void> {
		await db.query(
			`update contacts set closing_id = $2, minutes = $3, topic = $4, service_id = $5, outcome = $6, referred_to = $7
			where closing_id = $1`,
			[closingId, right.closingId, right.minutes, right.topic, right.serviceId, right.outcome, right.referredTo],
		);
	},
});
