import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Agreement, AgreementStep } from './agreement.ts';

type NewStep = Omit<AgreementStep, 'number'> & { readonly notedAt: Date };
export type NewAgreement = Omit<Agreement, 'steps'> & { readonly clientId: string };

const AGREEMENT = `a.id, a.organisation_id as "organisationId", a.partner_id as "partnerId", a.place_id as "placeId",
	a.kind, a.from_day as "from", a.to_day as "to",
	(select jsonb_agg(jsonb_build_object('number', s.number, 'state', s.state, 'on', s.on_day, 'cause', s.cause,
		'reason', s.reason, 'instead', s.instead, 'accountId', s.account_id) order by s.number)
	from agreement_steps s where s.agreement_id = a.id) as steps`;

export const agreements = (db: Queryable) => ({
	/** False when this form was sent before. */
	async add(one: NewAgreement): Promise<boolean> {
		const rows = await db.query(
			`insert into agreements (id, client_id, organisation_id, partner_id, place_id, kind, from_day, to_day)
			values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (client_id) do nothing returning id`,
			[one.id, one.clientId, one.organisationId, one.partnerId, one.placeId, one.kind, one.from, one.to],
		);
		return rows.length > 0;
	},

	async addStep(agreementId: string, step: NewStep): Promise<void> {
		await db.query(
			`insert into agreement_steps (agreement_id, number, state, on_day, cause, reason, instead, account_id, noted_at)
			values ($1, (select count(*) + 1 from agreement_steps where agreement_id = $1), $2, $3, $4, $5, $6, $7, $8)`,
			[agreementId, step.state, step.on, step.cause, step.reason, step.instead, step.accountId, step.notedAt],
		);
	},

	async setDays(id: string, from: string | null, to: string | null): Promise<void> {
		await db.query('update agreements set from_day = $2, to_day = $3 where id = $1', [id, from, to]);
	},

	byId: (id: string) => one(db, `select ${AGREEMENT} from agreements a where a.id = $1`, [id]),

	/** Its steps are read once the line is ours: another's step is then among them. */
	async locked(id: string): Promise<Agreement | null> {
		const rows = await db.query('select 1 from agreements where id = $1 for update', [id]);
		return rows.length > 0 ? agreements(db).byId(id) : null;
	},

	ofClient: (clientId: string) => one(db, `select ${AGREEMENT} from agreements a where a.client_id = $1`, [clientId]),

	within: (organisationIds: readonly string[]) =>
		db.query<Agreement>(
			`select ${AGREEMENT} from agreements a where a.organisation_id = any($1)
			order by (select max(s.on_day) from agreement_steps s where s.agreement_id = a.id) desc, a.id`,
			[organisationIds],
		),
});

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Agreement | null> {
	return (await db.query<Agreement>(text, values))[0] ?? null;
}
