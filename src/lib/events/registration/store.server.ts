import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Registration } from './registration.ts';
import type { Seated } from './seats.ts';

export type NewRegistration = Registration & {
	readonly clientId: string;
	readonly codeHash: Buffer;
	readonly linkHash: Buffer | null;
	readonly knownBy: Buffer | null;
};

const REGISTRATION = `r.id, r.occurrence_id as "occurrenceId", r.slot_id as "slotId", r.turn, r.ticket, r.seats, r.state,
	r.held_until as "heldUntil", r.is_lengthened as "isLengthened", r.offered_until as "offeredUntil",
	r.short_since as "shortSince", r.language, r.needs, r.booked_by as "bookedBy", r.account_id as "accountId",
	r.reached_by as "reachedBy", r.sealed, r.erase_on as "eraseOn", r.presence, r.made_at as "madeAt"`;

export const registrations = (db: Queryable) => ({
	async add(one: NewRegistration): Promise<void> {
		await db.query(
			`insert into registrations (id, client_id, occurrence_id, slot_id, turn, ticket, seats, state, held_until, language,
				needs, booked_by, account_id, reached_by, known_by, code_hash, link_hash, sealed, erase_on, made_at, changed_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)`,
			[
				...[one.id, one.clientId, one.occurrenceId, one.slotId, one.turn, one.ticket, one.seats, one.state],
				...[one.heldUntil, one.language, one.needs, one.bookedBy, one.accountId, one.reachedBy, one.knownBy],
				...[one.codeHash, one.linkHash, one.sealed, one.eraseOn, one.madeAt],
			],
		);
	},

	/** The next place in the line; the occurrence is locked. */
	async nextTurn(occurrenceId: string): Promise<number> {
		const text = 'update occurrences set last_turn = last_turn + 1 where id = $1 returning last_turn as turn';
		const [row] = await db.query<{ turn: number }>(text, [occurrenceId]);
		if (!row) throw new Error('a turn is given at an occurrence that was read before');
		return row.turn;
	},

	byId: (id: string) => one(db, `select ${REGISTRATION} from registrations r where r.id = $1`, [id]),

	byClientId: (clientId: string) =>
		one(db, `select ${REGISTRATION} from registrations r where r.client_id = $1`, [clientId]),

	byCode: (codeHash: Buffer) =>
		one(db, `select ${REGISTRATION} from registrations r where r.code_hash = $1`, [codeHash]),

	byLink: (linkHash: Buffer) =>
		one(db, `select ${REGISTRATION} from registrations r where r.link_hash = $1`, [linkHash]),

	ofOccurrence: (occurrenceId: string) =>
		db.query<Registration>(`select ${REGISTRATION} from registrations r where r.occurrence_id = $1 order by r.turn`, [
			occurrenceId,
		]),

	/** What the line decided. The conditions of the table keep moments and states together. */
	async setSeat(one: Seated, at: Date): Promise<void> {
		await db.query(
			`update registrations set state = $2, held_until = $3, offered_until = $4, short_since = $5, changed_at = $6
			where id = $1`,
			[one.id, one.state, momentOf(one.heldUntil), momentOf(one.offeredUntil), momentOf(one.shortSince), at],
		);
	},

	async setSlot(id: string, slotId: string | null): Promise<void> {
		await db.query('update registrations set slot_id = $2 where id = $1', [id, slotId]);
	},

	async setFull(occurrenceId: string, isFull: boolean): Promise<void> {
		await db.query('update occurrences set is_full = $2 where id = $1 and is_full <> $2', [occurrenceId, isFull]);
	},

	/** Dates at which somebody's hold or offer has run out, or somebody waits who might be offered a seat. */
	async due(at: Date, limit: number): Promise<string[]> {
		const rows = await db.query<{ id: string }>(
			`select distinct occurrence_id as id from registrations
			where coalesce(held_until, offered_until) <= $1 and (held_until is not null or offered_until is not null)
			limit $2`,
			[at, limit],
		);
		return rows.map(({ id }) => id);
	},

	/** Seats of those who come, wait or are offered one, by date: what a change of the date would touch. */
	async peopleOn(occurrenceIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
		const rows = await db.query<{ id: string; people: number }>(
			`select occurrence_id as id, sum(seats) as people from registrations
			where occurrence_id = any($1) and state in ('held', 'confirmed', 'waiting', 'offered') group by 1`,
			[occurrenceIds],
		);
		return new Map(rows.map(({ id, people }) => [id, Number(people)]));
	},
});

export type SlotRow = {
	readonly id: string;
	readonly startsAt: Date;
	readonly minutes: number;
	readonly isWalkIn: boolean;
};

export const slots = (db: Queryable) => ({
	of: (occurrenceId: string) =>
		db.query<SlotRow>(
			`select id, starts_at as "startsAt", minutes, is_walk_in as "isWalkIn" from slots
			where occurrence_id = $1 order by starts_at`,
			[occurrenceId],
		),

	async add(occurrenceId: string, rows: readonly SlotRow[]): Promise<void> {
		for (const row of rows) {
			await db.query(
				`insert into slots (id, occurrence_id, starts_at, minutes, is_walk_in) values ($1, $2, $3, $4, $5)
				on conflict (occurrence_id, starts_at) do nothing`,
				[row.id, occurrenceId, row.startsAt, row.minutes, row.isWalkIn],
			);
		}
	},
});

const momentOf = (milliseconds: number | null): Date | null => (milliseconds === null ? null : new Date(milliseconds));

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Registration | null> {
	return (await db.query<Registration>(text, values))[0] ?? null;
}
