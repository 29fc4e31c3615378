import type { Queryable } from '#lib/platform/db/database.server.ts';

export const claims = (db: Queryable) => ({
	/** False when somebody else was first. */
	async record(claim: { id: string; conversationId: string; accountId: string; waitingSince: Date; at: Date }) {
		const rows = await db.query(
			`insert into claims (id, conversation_id, account_id, waiting_since, claimed_at) values ($1, $2, $3, $4, $5)
			on conflict (conversation_id) where released_at is null do nothing returning id`,
			[claim.id, claim.conversationId, claim.accountId, claim.waitingSince, claim.at],
		);
		return rows.length > 0;
	},

	/** Ends the claim that holds; gives since when she had waited before it. */
	async release(conversationId: string, at: Date): Promise<{ waitingSince: Date; claimedAt: Date } | null> {
		const rows = await db.query<{ waitingSince: Date; claimedAt: Date }>(
			`update claims set released_at = $2 where conversation_id = $1 and released_at is null
			returning waiting_since as "waitingSince", claimed_at as "claimedAt"`,
			[conversationId, at],
		);
		return rows[0] ?? null;
	},

	async current(conversationId: string): Promise<{ accountId: string; claimedAt: Date } | null> {
		const rows = await db.query<{ accountId: string; claimedAt: Date }>(
			`select account_id as "accountId", claimed_at as "claimedAt" from claims
			where conversation_id = $1 and released_at is null`,
			[conversationId],
		);
		return rows[0] ?? null;
	},
});

export type HeldClaim = { conversationId: string; accountId: string };

/** Claims whose holders may have vanished, and the rounds that look for them. */
export const holdings = (db: Queryable) => ({
	/** Claims made before the moment, of conversations that go on: what the visitor ended is closed by its holder. */
	claimedBefore: (moment: Date) =>
		db.query<HeldClaim>(
			`select k.conversation_id as "conversationId", k.account_id as "accountId"
			from claims k join conversations c on c.id = k.conversation_id
			where k.released_at is null and c.ended_at is null and k.claimed_at < $1`,
			[moment],
		),

	/** Notes a round; gives since when there was no pause between rounds longer than `pauseMs`. */
	async noteRound(at: Date, pauseMs: number): Promise<Date> {
		const rows = await db.query<{ beganAt: Date }>(
			`insert into desk_watches (began_at, last_at) values ($1, $1)
			on conflict (only_one) do update set last_at = greatest(desk_watches.last_at, excluded.last_at),
				began_at = case when desk_watches.last_at < $2 then excluded.began_at else desk_watches.began_at end
			returning began_at as "beganAt"`,
			[at, new Date(at.getTime() - pauseMs)],
		);
		return rows[0]?.beganAt ?? at;
	},
});

export type HandoverRow = {
	id: string;
	conversationId: string;
	offeredBy: string;
	toAccount: string | null;
	toDesk: string | null;
	noteNumber: number;
	offeredAt: Date;
	/** Of another organisation; null within one's own. */
	toOrganisation: string | null;
	topic: string | null;
	/** What the visitor says to being handed to another organisation; null where she is not asked. */
	consent: 'asked' | 'given' | 'refused' | null;
	settledBy: string | null;
	outcome: 'accepted' | 'declined' | 'withdrawn' | null;
};
const HANDOVER = `h.id, h.conversation_id as "conversationId", h.offered_by as "offeredBy", h.to_account as "toAccount",
	h.to_desk as "toDesk", h.note_number as "noteNumber", h.offered_at as "offeredAt", h.settled_by as "settledBy",
	h.outcome, h.to_organisation as "toOrganisation", h.topic, h.consent`;

type NewHandover = Omit<HandoverRow, 'offeredAt' | 'settledBy' | 'outcome'>;

/** Whoever changes one holds the lock of its conversation. */
export const handovers = (db: Queryable) => ({
	async add(row: NewHandover, at: Date): Promise<void> {
		await db.query(
			`insert into handovers (id, conversation_id, offered_by, to_account, to_desk, note_number, offered_at,
				to_organisation, topic, consent)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			[
				...[row.id, row.conversationId, row.offeredBy, row.toAccount, row.toDesk, row.noteNumber, at],
				...[row.toOrganisation, row.topic, row.consent],
			],
		);
	},

	async open(conversationId: string): Promise<HandoverRow | null> {
		const text = `select ${HANDOVER} from handovers h where h.conversation_id = $1 and h.settled_at is null`;
		return (await db.query<HandoverRow>(text, [conversationId]))[0] ?? null;
	},

	/** Gives whether there was an open one. */
	async settle(conversationId: string, outcome: string, by: string | null, at: Date): Promise<boolean> {
		const rows = await db.query(
			`update handovers set outcome = $2, settled_by = $3, settled_at = $4
			where conversation_id = $1 and settled_at is null returning id`,
			[conversationId, outcome, by, at],
		);
		return rows.length > 0;
	},

	answerFor: (id: string, consent: 'given' | 'refused') =>
		db.query('update handovers set consent = $2 where id = $1', [id, consent]),

	/** What other organisations offer to these desks, once the visitor has agreed; the oldest first. */
	offeredFromOutside: (deskIds: readonly string[]) =>
		db.query<HandoverRow>(
			`select ${HANDOVER} from handovers h
			where h.settled_at is null and h.consent = 'given' and h.to_desk = any($1) order by h.offered_at limit 50`,
			[deskIds],
		),

	/** What is offered to somebody, or to one of her desks, the oldest first. */
	offeredTo: (accountId: string, deskIds: readonly string[]) =>
		db.query<HandoverRow>(
			`select ${HANDOVER} from handovers h
			where h.settled_at is null and h.to_organisation is null and h.offered_by <> $1 and (h.to_account = $1 or h.to_desk = any($2))
			order by h.offered_at limit 50`,
			[accountId, deskIds],
		),

	/** The newest offer of each conversation that she holds and has offered. */
	newestOf: (accountId: string) =>
		db.query<HandoverRow>(
			`select distinct on (h.conversation_id) ${HANDOVER} from handovers h
			join claims k on k.conversation_id = h.conversation_id and k.released_at is null
			where h.offered_by = $1 and k.account_id = $1 and h.offered_at >= k.claimed_at
			order by h.conversation_id, h.offered_at desc`,
			[accountId],
		),
});
