import { instant, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { NewKey, Passkey } from './passkey.ts';

export type Purpose = 'sign-in' | 'add' | 'accept';
export type Asked = { challenge: string; accountId: string | null };
type NewChallenge = { browserHash: Buffer; challenge: string; purpose: Purpose; accountId: string | null; ms: number };

/** A browser has one challenge at a time: asking again puts out the one before. */
export async function putChallenge(db: Queryable, asked: NewChallenge): Promise<void> {
	await db.query('delete from passkey_challenges where expires_at <= $1', [now()]);
	await db.query(
		`insert into passkey_challenges (browser_hash, challenge, purpose, account_id, expires_at)
		values ($1, $2, $3, $4, $5)`,
		[asked.browserHash, asked.challenge, asked.purpose, asked.accountId, new Date(instant() + asked.ms)],
	);
}

/** Gone with the first look, whatever comes of it. */
export async function takeChallenge(db: Queryable, browserHash: Buffer, purpose: Purpose): Promise<Asked | null> {
	const rows = await db.query<Asked & { purpose: Purpose; isLate: boolean }>(
		`delete from passkey_challenges where browser_hash = $1
		returning challenge, purpose, account_id as "accountId", expires_at <= $2 as "isLate"`,
		[browserHash, now()],
	);
	const [found] = rows;
	if (!found || found.isLate || found.purpose !== purpose) return null;
	return { challenge: found.challenge, accountId: found.accountId };
}

export function passkeysOf(db: Queryable, accountId: string): Promise<(Passkey & { credentialId: string })[]> {
	return db.query(
		`select id, device_name as "deviceName", added_on as "addedOn", last_used_on as "lastUsedOn",
			credential_id as "credentialId"
		from passkeys where account_id = $1 order by id`,
		[accountId],
	);
}

/** False when some account has this credential already. */
export async function insertPasskey(
	tx: Queryable,
	row: NewKey & { id: string; accountId: string; deviceName: string },
): Promise<boolean> {
	const rows = await tx.query(
		`insert into passkeys (id, account_id, credential_id, public_key, counter, device_name, added_on)
		values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning id`,
		[row.id, row.accountId, row.credentialId, Buffer.from(row.publicKey), row.counter, row.deviceName, today()],
	);
	return rows.length === 1;
}

export async function deletePasskey(tx: Queryable, accountId: string, id: string): Promise<boolean> {
	const rows = await tx.query('delete from passkeys where account_id = $1 and id = $2 returning id', [accountId, id]);
	return rows.length === 1;
}

export async function deletePasskeysOf(tx: Queryable, accountId: string): Promise<void> {
	await tx.query('delete from passkeys where account_id = $1', [accountId]);
}

export type KnownKey = NewKey & { id: string; accountId: string; shortName: string };

/** Of an open account only; people of the demonstration are nobody in a real installation. */
export async function knownKey(db: Queryable, credentialId: string): Promise<KnownKey | null> {
	const rows = await db.query<Omit<KnownKey, 'publicKey'> & { publicKey: Buffer }>(
		`select p.id, p.account_id as "accountId", p.credential_id as "credentialId", p.public_key as "publicKey",
			p.counter, a.short_name as "shortName"
		from passkeys p join accounts a on a.id = p.account_id and a.closed_at is null
		where p.credential_id = $1
			and not (a.is_demonstration and exists (select 1 from installation where kind = 'real'))`,
		[credentialId],
	);
	return rows[0] ? { ...rows[0], publicKey: Uint8Array.from(rows[0].publicKey) } : null;
}

/** Of two that show the same count at once the second finds it used. */
export async function useKey(tx: Queryable, key: KnownKey, counter: number): Promise<boolean> {
	const rows = await tx.query(
		`update passkeys set counter = $3, last_used_on = $4
		where id = $1 and counter = $2 and exists (select 1 from accounts where id = $5 and closed_at is null)
		returning id`,
		[key.id, key.counter, counter, today(), key.accountId],
	);
	return rows.length === 1;
}

/** Whether she could still sign in without a passkey. */
export async function hasOtherWay(db: Queryable, accountId: string): Promise<boolean> {
	const other = 'select 1 from accounts where id = $1 and (is_demonstration or password_hash is not null)';
	return (await db.query(other, [accountId])).length === 1;
}

export type WayChange = { at: Date; action: 'add-passkey' | 'remove-passkey' };
const CHANGES = `from audit_entries e where e.subject = 'account' and e.subject_id = $1::text
	and e.action in ('add-passkey', 'remove-passkey')`;

export function wayChanges(db: Queryable, accountId: string, since: Date): Promise<WayChange[]> {
	return db.query(`select e.at, e.action ${CHANGES} and e.at > $2 order by e.id desc limit 10`, [accountId, since]);
}

/** Whether there is a change from before she signed in of which she has not said that it was hers. */
export async function hasUnknownChange(db: Queryable, accountId: string, signedInAt: Date): Promise<boolean> {
	const rows = await db.query(
		`select 1 ${CHANGES} and e.at < $2 and e.at > coalesce(
			(select passkey_changes_known_until from accounts where id = $1::uuid), '-infinity') limit 1`,
		[accountId, signedInAt],
	);
	return rows.length === 1;
}

export async function setChangesKnown(tx: Queryable, accountId: string, until: Date): Promise<void> {
	await tx.query('update accounts set passkey_changes_known_until = $2 where id = $1', [accountId, until]);
}
