import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Registration } from './registration.ts';
import type { SlotRow } from './slots.ts';

export type { SlotRow } from './slots.ts';

export type NewRegistration = Registration & {
	readonly codeHash: Buffer;
	readonly linkHash: Buffer | null;
	readonly knownBy: Buffer | null;
};

/** `knownBy` undefined: as it was. */
/** How many seats are asked for at a date in all, and how many of these wait for one. */
export type Crowd = { readonly people: number; readonly waiting: number };

export type ChangedRegistration = Registration & { readonly knownBy?: Buffer | null };

const REGISTRATION = `r.id, r.client_id as "clientId", r.occurrence_id as "occurrenceId", r.slot_id as "slotId", r.turn, r.ticket, r.seats, r.state,
	r.held_until as "heldUntil", r.is_lengthened as "isLengthened", r.offered_until as "offeredUntil",
	r.short_since as "shortSince", r.language, r.needs, r.booked_by as "bookedBy", r.account_id as "accountId",
	r.reached_by as "reachedBy", r.sealed, r.erase_on as "eraseOn", r.presence, r.made_at as "madeAt",
	r.filled_at as "filledAt"`;

export const registrations = (db: Queryable) => ({
	addAll: (all: readonly NewRegistration[]): Promise<void> => addAll(db, all),

	/** What may change of them: all in one statement. */
	async saveAll(all: readonly ChangedRegistration[], at: Date): Promise<void> {
		const column = <Value>(read: (one: ChangedRegistration) => Value): Value[] => all.map(read);
		await db.query(
			`update registrations r set slot_id = n.slot_id, seats = n.seats, state = n.state, held_until = n.held_until,
				is_lengthened = n.is_lengthened, offered_until = n.offered_until, short_since = n.short_since,
				needs = string_to_array(n.needs, ','), reached_by = n.reached_by, sealed = n.sealed, filled_at = n.filled_at,
				known_by = case when n.keeps_number then r.known_by else n.known_by end, changed_at = $15
			from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::timestamptz[], $6::boolean[], $7::timestamptz[],
				$8::timestamptz[], $9::text[], $10::text[], $11::bytea[], $12::timestamptz[], $13::boolean[], $14::bytea[])
				as n (id, slot_id, seats, state, held_until, is_lengthened, offered_until, short_since, needs, reached_by,
					sealed, filled_at, keeps_number, known_by)
			where r.id = n.id`,
			[
				...[column(({ id }) => id), column(({ slotId }) => slotId), column(({ seats }) => seats)],
				...[column(({ state }) => state), column(({ heldUntil }) => heldUntil)],
				...[column(({ isLengthened }) => isLengthened), column(({ offeredUntil }) => offeredUntil)],
				...[column(({ shortSince }) => shortSince), column(({ needs }) => needs.join(','))],
				...[column(({ reachedBy }) => reachedBy), column(({ sealed }) => sealed), column(({ filledAt }) => filledAt)],
				...[column(({ knownBy }) => knownBy === undefined), column(({ knownBy }) => knownBy ?? null), at],
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

	/** Places up to this one are given. */
	async setLastTurn(occurrenceId: string, turn: number): Promise<void> {
		await db.query('update occurrences set last_turn = greatest(last_turn, $2) where id = $1', [occurrenceId, turn]);
	},

	byId: (id: string) => one(db, `select ${REGISTRATION} from registrations r where r.id = $1`, [id]),

	async byClientIds(clientIds: readonly string[]): Promise<ReadonlyMap<string, Registration>> {
		const text = `select ${REGISTRATION} from registrations r where r.client_id = any($1)`;
		const rows = await db.query<Registration>(text, [clientIds]);
		return new Map(rows.map((row) => [row.clientId, row]));
	},

	byCode: (codeHash: Buffer) =>
		one(db, `select ${REGISTRATION} from registrations r where r.code_hash = $1`, [codeHash]),

	/** By the hashes of their links, in hex. */
	async byLinks(hashes: readonly string[]): Promise<ReadonlyMap<string, Registration>> {
		const rows = await db.query<Registration & { link: string }>(
			`select ${REGISTRATION}, encode(r.link_hash, 'hex') as link from registrations r where r.link_hash = any($1)`,
			[hashes.map((hash) => Buffer.from(hash, 'hex'))],
		);
		return new Map(rows.map(({ link, ...row }) => [link, row]));
	},

	ofOccurrence: (occurrenceId: string) =>
		db.query<Registration>(`select ${REGISTRATION} from registrations r where r.occurrence_id = $1 order by r.turn`, [
			occurrenceId,
		]),

	/** Her words and the day under which they lie; neither changes until the transaction is over. */
	async lockedKept(id: string): Promise<Pick<Registration, 'sealed' | 'eraseOn'> | null> {
		const text = 'select sealed, erase_on as "eraseOn" from registrations where id = $1 for update';
		return (await db.query<Pick<Registration, 'sealed' | 'eraseOn'>>(text, [id]))[0] ?? null;
	},

	/** Her sealed words under another day. */
	async setKept(id: string, { sealed, eraseOn }: Pick<Registration, 'sealed' | 'eraseOn'>): Promise<void> {
		await db.query('update registrations set sealed = $2, erase_on = $3 where id = $1', [id, sealed, eraseOn]);
	},

	async setFull(occurrenceId: string, isFull: boolean): Promise<void> {
		await db.query('update occurrences set is_full = $2 where id = $1 and is_full <> $2', [occurrenceId, isFull]);
	},

	/** Dates at which a hold or an offer has run out, a group has held up others, or a form in the line was never sent. */
	async due(at: Date, { shortBefore, leftBefore }: { shortBefore: Date; leftBefore: Date }): Promise<string[]> {
		const rows = await db.query<{ id: string }>(
			`select occurrence_id as id from registrations
			where coalesce(held_until, offered_until) <= $1 and (held_until is not null or offered_until is not null)
			union
			select r.occurrence_id from registrations r join occurrences o on o.id = r.occurrence_id
			where r.state = 'waiting' and o.state = 'planned' and o.starts_at > $1
				and (r.short_since <= $2 or (r.filled_at is null and r.made_at <= $3))`,
			[at, shortBefore, leftBefore],
		);
		return rows.map(({ id }) => id);
	},

	/** Those whose form nobody sent, not even after its time was over. There is nothing of anybody in them. */
	async removeNeverSent(before: Date, limit: number): Promise<number> {
		const rows = await db.query(
			`delete from registrations where id in (select id from registrations
				where state in ('expired', 'cancelled', 'declined') and filled_at is null and sealed is null and changed_at < $1 limit $2) returning id`,
			[before, limit],
		);
		return rows.length;
	},

	/** Those whose last day is over. */
	async removeBefore(day: string, limit: number): Promise<number> {
		const rows = await db.query(
			`delete from registrations where id in (select id from registrations where erase_on < $1 limit $2) returning id`,
			[day, limit],
		);
		return rows.length;
	},

	/** Of a number, those to come of which it was told by text message, the newest word first. */
	toldBySms: (knownBy: Buffer, at: Date) =>
		db.query<Pick<Registration, 'id' | 'occurrenceId' | 'state'>>(
			`select r.id, r.occurrence_id as "occurrenceId", r.state
			from registrations r join occurrences o on o.id = r.occurrence_id
			join lateral (select max(n.settled_at) as at from event_notices n
				where n.registration_id = r.id and n.kind = 'sms' and n.state = 'sent') told on told.at is not null
			where r.known_by = $1 and r.state in ('confirmed', 'waiting', 'offered') and o.state = 'planned' and o.starts_at > $2
			order by told.at desc, r.made_at desc`,
			[knownBy, at],
		),

	/** Seats of those who come, wait or are offered one, by date: what a change of the date would touch. */
	async peopleOn(occurrenceIds: readonly string[]): Promise<ReadonlyMap<string, Crowd>> {
		const rows = await db.query<{ id: string; people: number; waiting: number }>(
			`select occurrence_id as id, sum(seats)::int as people,
				coalesce(sum(seats) filter (where state = 'waiting'), 0)::int as waiting
			from registrations where occurrence_id = any($1) and state in ('held', 'confirmed', 'waiting', 'offered') group by 1`,
			[occurrenceIds],
		);
		return new Map(rows.map(({ id, ...crowd }) => [id, crowd]));
	},
});

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

	/** One after the other: given in an order in which none meets another on its way. */
	async move(rows: readonly SlotRow[]): Promise<void> {
		const text = 'update slots set starts_at = $2, is_walk_in = $3 where id = $1';
		for (const { id, startsAt, isWalkIn } of rows) await db.query(text, [id, startsAt, isWalkIn]);
	},

	/** Those that nobody ever had. */
	async remove(ids: readonly string[]): Promise<void> {
		await db.query(
			`delete from slots s where id = any($1) and not exists (select 1 from registrations r where r.slot_id = s.id)`,
			[ids],
		);
	},
});

async function addAll(db: Queryable, all: readonly NewRegistration[]): Promise<void> {
	const column = <Value>(read: (one: NewRegistration) => Value): Value[] => all.map(read);
	await db.query(
		`insert into registrations (id, client_id, occurrence_id, slot_id, turn, ticket, seats, state, held_until, language,
			needs, booked_by, account_id, reached_by, known_by, code_hash, link_hash, sealed, erase_on, made_at, changed_at,
			filled_at, offered_until, short_since)
		select id, client_id, occurrence_id, slot_id, turn, ticket, seats, state, held_until, language,
			string_to_array(needs, ','), booked_by, account_id, reached_by, known_by, code_hash, link_hash, sealed, erase_on,
			made_at, made_at, filled_at, offered_until, short_since
		from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $7::int[], $8::text[],
			$9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::uuid[], $14::text[], $15::bytea[], $16::bytea[],
			$17::bytea[], $18::bytea[], $19::date[], $20::timestamptz[], $21::timestamptz[],
			$22::timestamptz[], $23::timestamptz[])
			as n (id, client_id, occurrence_id, slot_id, turn, ticket, seats, state, held_until, language, needs, booked_by,
				account_id, reached_by, known_by, code_hash, link_hash, sealed, erase_on, made_at, filled_at,
				offered_until, short_since)`,
		[
			...[column(({ id }) => id), column(({ clientId }) => clientId), column(({ occurrenceId }) => occurrenceId)],
			...[column(({ slotId }) => slotId), column(({ turn }) => turn), column(({ ticket }) => ticket)],
			...[column(({ seats }) => seats), column(({ state }) => state), column(({ heldUntil }) => heldUntil)],
			...[column(({ language }) => language), column(({ needs }) => needs.join(','))],
			...[column(({ bookedBy }) => bookedBy), column(({ accountId }) => accountId)],
			...[column(({ reachedBy }) => reachedBy), column(({ knownBy }) => knownBy), column(({ codeHash }) => codeHash)],
			...[column(({ linkHash }) => linkHash), column(({ sealed }) => sealed), column(({ eraseOn }) => eraseOn)],
			...[column(({ madeAt }) => madeAt), column(({ filledAt }) => filledAt)],
			...[column(({ offeredUntil }) => offeredUntil), column(({ shortSince }) => shortSince)],
		],
	);
}

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Registration | null> {
	return (await db.query<Registration>(text, values))[0] ?? null;
}
