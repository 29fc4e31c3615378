import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Held } from '#lib/platform/outbox/outbox.server.ts';
import type { About, Notice, NoticeEnd, NoticeKind, NoticeState, Told } from './notice.ts';

export type NewNotice = Omit<Notice, 'tries'> & { readonly dueAt: Date };

/** Somebody who comes and was not yet told when she will be reminded. */
export type Unreminded = {
	readonly id: string;
	readonly reachedBy: 'sms' | 'email' | 'phone';
	readonly startsAt: Date;
	readonly zone: string;
};

export type NoticeCount = {
	readonly kind: NoticeKind;
	readonly state: NoticeState;
	readonly reason: string | null;
	readonly count: number;
};

const NOTICE = `n.id, n.registration_id as "registrationId", n.kind, n.about, n.key, n.was, n.tries, n.made_at as "madeAt"`;
const NONE_IN_HAND = `not exists (select from event_notices h where h.registration_id = n.registration_id
	and h.id <> n.id and h.state = 'waiting' and h.held_until > $at)`;
const WAY = `case r.reached_by when 'phone' then 'call' else r.reached_by end`;

export const eventNotices = (db: Queryable) => ({
	async add(row: NewNotice): Promise<void> {
		await db.query(
			`insert into event_notices (id, registration_id, kind, about, key, was, state, due_at, made_at)
			values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8) on conflict (registration_id, key) do nothing`,
			[row.id, row.registrationId, row.kind, row.about, row.key, row.was, row.dueAt, row.madeAt],
		);
	},

	/**
	 * The next one that is due, kept from all other nodes until then, in a transaction. Of one registration one is in hand at
	 * a time: the next must see what she was told by it. The lock on the registration makes the second look the last word.
	 */
	async take(kinds: readonly NoticeKind[], { now, until }: Held): Promise<Notice | null> {
		const found = await db.query<{ id: string }>(
			`select n.id from event_notices n join registrations r on r.id = n.registration_id
			where n.state = 'waiting' and n.due_at <= $1 and n.kind = any($2) and ${NONE_IN_HAND.replace('$at', '$1')}
			order by n.due_at, n.made_at limit 1 for update skip locked`,
			[now, kinds],
		);
		const rows = await db.query<Notice>(
			`update event_notices n set due_at = $3, held_until = $3, tries = tries + 1
			where n.id = $1 and ${NONE_IN_HAND.replace('$at', '$2')} returning ${NOTICE}`,
			[found[0]?.id ?? null, now, until],
		);
		return rows[0] ?? null;
	},

	/** Those of these kinds that are due. */
	due: (kinds: readonly NoticeKind[], at: Date) =>
		db.query<Notice>(
			`select ${NOTICE} from event_notices n where n.state = 'waiting' and n.due_at <= $1 and n.kind = any($2)
			order by n.due_at, n.made_at`,
			[at, kinds],
		),

	async settle(id: string, end: NoticeEnd, at: Date): Promise<void> {
		const [reason, told] = [end.state === 'sent' ? null : end.reason, end.state === 'sent' ? end.told : null];
		await db.query(
			`update event_notices set state = $2, settled_at = $3, reason = $4, told = $5
			where id = $1 and state = 'waiting'`,
			[id, end.state, at, reason, told],
		);
	},

	async delay(id: string, until: Date): Promise<void> {
		await db.query('update event_notices set due_at = $2, held_until = null where id = $1', [id, until]);
	},

	/** What she was told, oldest first. */
	toldTo: (registrationId: string) =>
		db.query<{ about: About; told: Told }>(
			`select about, told from event_notices where registration_id = $1 and told is not null order by settled_at, id`,
			[registrationId],
		),

	/** So much went to her since then by this way, of all her registrations together. */
	async sentSince(registrationId: string, kind: NoticeKind, since: Date): Promise<number> {
		const rows = await db.query<{ count: number }>(
			`select count(*) as count from event_notices n join registrations r on r.id = n.registration_id
			join registrations hers on hers.id = $1 and (r.id = hers.id or r.known_by = hers.known_by)
			where n.kind = $2 and n.state = 'sent' and n.settled_at > $3`,
			[registrationId, kind, since],
		);
		return Number(rows[0]?.count ?? 0);
	},

	/** Those with a seat at a date that begins between these moments for whom no reminder of that moment is there. */
	unreminded: (from: Date, to: Date) =>
		db.query<Unreminded>(
			`select r.id, r.reached_by as "reachedBy", coalesce(p.starts_at, o.starts_at) as "startsAt", s.zone
			from registrations r join occurrences o on o.id = r.occurrence_id join series s on s.id = o.series_id
			left join slots p on p.id = r.slot_id
			where r.state = 'confirmed' and r.reached_by <> 'none' and o.state = 'planned' and o.starts_at < $2
				and coalesce(p.starts_at, o.starts_at) > $1 and not exists (
					select from event_notices n where n.registration_id = r.id and n.key = 'reminder/' ||
						(extract(epoch from coalesce(p.starts_at, o.starts_at)) * 1000)::bigint)`,
			[from, to],
		),

	/** What waits goes by the way by which she is reached now. */
	async followContact(registrationId: string): Promise<void> {
		await db.query(
			`update event_notices n set kind = ${WAY} from registrations r
			where r.id = n.registration_id and r.id = $1 and n.state = 'waiting' and r.reached_by <> 'none'`,
			[registrationId],
		);
	},

	/** A number to which nothing can be sent can be called. */
	async callInstead(): Promise<void> {
		await db.query(`update event_notices set kind = 'call' where kind = 'sms' and state = 'waiting'`);
	},

	countsOf: (occurrenceId: string) =>
		db.query<NoticeCount>(
			`select n.kind, n.state, n.reason, count(*)::int as count from event_notices n
			join registrations r on r.id = n.registration_id
			where r.occurrence_id = $1 and (n.state <> 'waiting' or n.about <> 'reminder')
			group by 1, 2, 3 order by 1, 2, 3`,
			[occurrenceId],
		),

	/** How many that should have gone wait and failed of a kind, and since when the oldest of those waits. */
	async standing(kind: NoticeKind, at: Date): Promise<{ waiting: number; failed: number; oldest: Date | null }> {
		const rows = await db.query<{ waiting: number; failed: number; oldest: Date | null }>(
			`select count(*) filter (where state = 'waiting' and (due_at <= $2 or tries > 0))::int as waiting,
				count(*) filter (where state = 'failed')::int as failed,
				min(made_at) filter (where state = 'waiting' and (due_at <= $2 or tries > 0)) as oldest
			from event_notices where kind = $1`,
			[kind, at],
		);
		return rows[0] ?? { waiting: 0, failed: 0, oldest: null };
	},
});
