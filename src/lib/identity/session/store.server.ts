import { instant, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Membership, pledgeIsCurrent, type StaffActor } from '../account.ts';

const HOUR = 3_600_000;
export const LONGEST_SESSION_MS = 12 * HOUR;
export const LONGEST_IDLE_MS = 2 * HOUR;

const at = (fromNow: number): Date => new Date(instant() + fromNow);

export async function insertSession(tx: Queryable, tokenHash: Buffer, accountId: string): Promise<void> {
	const idleSince = at(-LONGEST_IDLE_MS);
	await tx.query('delete from sign_in_sessions where expires_at <= $1 or seen_at <= $2', [now(), idleSince]);
	await tx.query(
		`insert into sign_in_sessions (token_hash, account_id, began_at, seen_at, expires_at)
		values ($1, $2, $3, $3, $4)`,
		[tokenHash, accountId, now(), at(LONGEST_SESSION_MS)],
	);
}

type Row = Omit<StaffActor, 'kind' | 'pledgeIsCurrent' | 'memberships'> & {
	pledgeAcceptedOn: string | null;
	memberships: Membership[];
};
type Session = { seenAt: Date; beganAt: Date; shortName: string };
export type LiveSession = Session & { actor: StaffActor };

/** Asked on every request of the staff, so one join; whoever was closed, signed out or idle is not found at once. */
export async function liveSession(db: Queryable, tokenHash: Buffer): Promise<LiveSession | null> {
	const rows = await db.query<Row & Session>(
		`select a.id, a.short_name as "shortName", a.chosen_name as "chosenName", a.language, a.is_demonstration as "isDemonstration",
			a.may_help as "mayHelp",
			a.pledge_accepted_on as "pledgeAcceptedOn", s.seen_at as "seenAt",
			s.began_at as "beganAt",
			coalesce(json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role)
				order by m.organisation_id, m.role) filter (where m.role is not null), '[]') as memberships
		from sign_in_sessions s
		join accounts a on a.id = s.account_id and a.closed_at is null
		left join memberships m on m.account_id = a.id
		where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3
		group by a.id, s.seen_at, s.began_at`,
		[tokenHash, now(), at(-LONGEST_IDLE_MS)],
	);
	return rows[0] ? toLiveSession(rows[0]) : null;
}

function toLiveSession({ seenAt, beganAt, shortName, pledgeAcceptedOn, ...person }: Row & Session): LiveSession {
	const isCurrent = pledgeIsCurrent(pledgeAcceptedOn, today());
	return { seenAt, beganAt, shortName, actor: { ...person, kind: 'staff', pledgeIsCurrent: isCurrent } };
}

export async function markSeen(db: Queryable, tokenHash: Buffer): Promise<void> {
	await db.query('update sign_in_sessions set seen_at = $2 where token_hash = $1', [tokenHash, now()]);
}

type Proof = { readonly session: Buffer; readonly proof: Buffer; readonly until: Date };

export async function putProof(db: Queryable, { session, proof, until }: Proof): Promise<void> {
	const text = 'update sign_in_sessions set proof_hash = $2, proven_until = $3 where token_hash = $1';
	await db.query(text, [session, proof, until]);
}

export async function hasProof(db: Queryable, session: Buffer, proof: Buffer): Promise<boolean> {
	const text = 'select 1 from sign_in_sessions where token_hash = $1 and proof_hash = $2 and proven_until > $3';
	return (await db.query(text, [session, proof, now()])).length === 1;
}

export async function takeProof(tx: Queryable, session: Buffer, proof: Buffer): Promise<boolean> {
	const rows = await tx.query(
		`update sign_in_sessions set proof_hash = null, proven_until = null
		where token_hash = $1 and proof_hash = $2 and proven_until > $3 returning 1`,
		[session, proof, now()],
	);
	return rows.length === 1;
}

export async function deleteSession(db: Queryable, tokenHash: Buffer): Promise<string | null> {
	const rows = await db.query<{ id: string }>(
		'delete from sign_in_sessions where token_hash = $1 returning account_id as id',
		[tokenHash],
	);
	return rows[0]?.id ?? null;
}

export async function deleteSessionsOf(db: Queryable, accountId: string): Promise<void> {
	await db.query('delete from sign_in_sessions where account_id = $1', [accountId]);
}

/** Whoever ends sessions together with what they were begun with holds the lock of the account. */
export async function hasSession(tx: Queryable, accountId: string, own: Buffer): Promise<boolean> {
	const text = 'select 1 from sign_in_sessions where account_id = $1 and token_hash = $2';
	return (await tx.query(text, [accountId, own])).length === 1;
}

export async function deleteOtherSessions(tx: Queryable, accountId: string, own: Buffer): Promise<void> {
	await tx.query('delete from sign_in_sessions where account_id = $1 and token_hash <> $2', [accountId, own]);
}

export async function demonstrationAccount(db: Queryable, shortName: string): Promise<string | null> {
	const rows = await db.query<{ id: string }>(
		`select id from accounts where short_name = $1 and is_demonstration and closed_at is null
			and not exists (select 1 from installation where kind = 'real')`,
		[shortName],
	);
	return rows[0]?.id ?? null;
}

const WINDOW_MS = HOUR / 4;

/** Puts the try down first and counts then: of many at once no more than the allowed number can see a free place. */
export async function putDownTry(db: Queryable, id: string, nameHash: Buffer): Promise<number> {
	await db.query('delete from sign_in_failures where failed_at <= $1', [at(-WINDOW_MS)]);
	const put = 'insert into sign_in_failures (id, name_hash, failed_at) values ($1, $2, $3)';
	await db.query(put, [id, nameHash, now()]);
	const rows = await db.query<{ tries: number }>(
		'select count(*) as tries from sign_in_failures where name_hash = $1 and failed_at > $2',
		[nameHash, at(-WINDOW_MS)],
	);
	return rows[0]?.tries ?? 0;
}

export async function takeBackTry(db: Queryable, id: string): Promise<void> {
	await db.query('delete from sign_in_failures where id = $1', [id]);
}

export async function forgetTries(tx: Queryable, nameHash: Buffer): Promise<void> {
	await tx.query('delete from sign_in_failures where name_hash = $1', [nameHash]);
}
