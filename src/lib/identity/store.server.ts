import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Account, Membership } from './account.ts';

export type Credentials = { id: string; passwordHash: string | null; secondFactor: Buffer | null };
export type NewPerson = { id: string; shortName: string; chosenName: string; language: string };

/** A closed account is there for nobody: its short name stays taken, nothing else of it is reachable. */
const ACCOUNT = `select a.id, a.short_name as "shortName", a.chosen_name as "chosenName", a.language,
		a.is_demonstration as "isDemonstration", a.may_help as "mayHelp", (a.is_demonstration or a.password_hash is not null
			or exists (select 1 from passkeys p where p.account_id = a.id)) as "canSignIn",
		coalesce((select json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role)
			order by m.organisation_id, m.role) from memberships m where m.account_id = a.id), '[]') as memberships
	from accounts a where a.closed_at is null`;

export async function insertAccount(tx: Queryable, person: NewPerson): Promise<boolean> {
	const rows = await tx.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, $3, $4, $5)
		on conflict (short_name) do nothing returning id`,
		[person.id, person.shortName, person.chosenName, person.language, now()],
	);
	return rows.length === 1;
}

/** A demonstration person never takes over an account of somebody real. */
export async function upsertDemonstration(tx: Queryable, person: NewPerson, pledgedOn: string): Promise<string | null> {
	const rows = await tx.query<{ id: string }>(
		`insert into accounts (id, short_name, chosen_name, language, made_at, is_demonstration, pledge_accepted_on)
		values ($1, $2, $3, $4, $5, true, $6)
		on conflict (short_name) do update set chosen_name = excluded.chosen_name, language = excluded.language,
			pledge_accepted_on = excluded.pledge_accepted_on, closed_at = null
		where accounts.is_demonstration returning id`,
		[person.id, person.shortName, person.chosenName, person.language, now(), pledgedOn],
	);
	return rows[0]?.id ?? null;
}

export async function insertMembership(tx: Queryable, accountId: string, one: Membership): Promise<void> {
	await tx.query(
		'insert into memberships (account_id, organisation_id, role) values ($1, $2, $3) on conflict do nothing',
		[accountId, one.organisationId, one.role],
	);
}

export async function setPledge(tx: Queryable, accountId: string, day: string): Promise<boolean> {
	const rows = await tx.query(
		'update accounts set pledge_accepted_on = $2 where id = $1 and closed_at is null returning id',
		[accountId, day],
	);
	return rows.length === 1;
}

/** The day from which each one's last pledge runs; nobody is here who never gave one. */
export async function pledgeDays(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await db.query<{ id: string; day: string }>(
		'select id, pledge_accepted_on as day from accounts where id = any($1) and pledge_accepted_on is not null',
		[ids],
	);
	return new Map(rows.map(({ id, day }) => [id, day]));
}

export function accountsWithin(db: Queryable, organisationIds: readonly string[]): Promise<Account[]> {
	return db.query<Account>(
		`${ACCOUNT} and exists (select 1 from memberships m where m.account_id = a.id and m.organisation_id = any($1))
		order by a.chosen_name, a.short_name`,
		[organisationIds],
	);
}

export async function organisationsOfRoles(db: Queryable, roles: readonly string[]): Promise<string[]> {
	const rows = await db.query<{ id: string }>(
		`select distinct m.organisation_id as id from memberships m
		join accounts a on a.id = m.account_id and a.closed_at is null where m.role = any($1) order by id`,
		[roles],
	);
	return rows.map(({ id }) => id);
}

export async function setChosenName(tx: Queryable, id: string, chosenName: string): Promise<boolean> {
	const change = 'update accounts set chosen_name = $2 where id = $1 and closed_at is null returning id';
	return (await tx.query(change, [id, chosenName])).length === 1;
}

export async function setMayHelp(tx: Queryable, id: string, mayHelp: boolean): Promise<boolean> {
	const change = 'update accounts set may_help = $2 where id = $1 and may_help <> $2 returning id';
	return (await tx.query(change, [id, mayHelp])).length === 1;
}

export async function accountById(db: Queryable, id: string): Promise<Account | null> {
	return (await db.query<Account>(`${ACCOUNT} and a.id = $1`, [id]))[0] ?? null;
}

export async function lockAccount(tx: Queryable, id: string): Promise<Account | null> {
	const rows = await tx.query<Account>(`${ACCOUNT} and a.id = $1 for update of a`, [id]);
	return rows[0] ?? null;
}

export async function accountIdOf(db: Queryable, shortName: string): Promise<string | null> {
	const rows = await db.query<{ id: string }>('select id from accounts where short_name = $1 and closed_at is null', [
		shortName,
	]);
	return rows[0]?.id ?? null;
}

export async function closeAccountRow(tx: Queryable, id: string): Promise<void> {
	await tx.query('update accounts set closed_at = $2, password_hash = null, second_factor = null where id = $1', [
		id,
		now(),
	]);
	await dropInvitations(tx, id);
}

type Named = { id: string; chosenName: string };

export function chosenNames(db: Queryable, ids: readonly string[]): Promise<Named[]> {
	return db.query('select id, chosen_name as "chosenName" from accounts where id = any($1)', [ids]);
}

/** As whom somebody signs, also after the account was closed. */
export type Signer = { id: string; chosenName: string; memberships: Membership[] };

export function signers(db: Queryable, ids: readonly string[]): Promise<Signer[]> {
	return db.query<Signer>(
		`select a.id, a.chosen_name as "chosenName",
			coalesce((select json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role)
				order by m.organisation_id, m.role) from memberships m where m.account_id = a.id), '[]') as memberships
		from accounts a where a.id = any($1)`,
		[ids],
	);
}

export async function credentialsOf(db: Queryable, shortName: string): Promise<Credentials | null> {
	const rows = await db.query<Credentials>(
		`select id, password_hash as "passwordHash", second_factor as "secondFactor" from accounts
		where short_name = $1 and closed_at is null and not is_demonstration`,
		[shortName],
	);
	return rows[0] ?? null;
}

/** P16: a code works once; of two requests with one code the second updates nothing. */
export async function useStep(tx: Queryable, credentials: Credentials, step: number): Promise<boolean> {
	const rows = await tx.query(
		`update accounts set second_factor_step = $2
		where id = $1 and second_factor_step < $2 and closed_at is null and password_hash = $3 returning id`,
		[credentials.id, step, credentials.passwordHash],
	);
	return rows.length === 1;
}

export async function replaceCredentials(
	tx: Queryable,
	next: { id: string; passwordHash: string | null; secondFactor: Buffer | null; step: number },
): Promise<void> {
	await tx.query('update accounts set password_hash = $2, second_factor = $3, second_factor_step = $4 where id = $1', [
		next.id,
		next.passwordHash,
		next.secondFactor,
		next.step,
	]);
}

export type Invitation = Credentials & { shortName: string; chosenName: string };

export async function insertInvitation(
	tx: Queryable,
	tokenHash: Buffer,
	accountId: string,
	until: Date,
): Promise<void> {
	await dropInvitations(tx, accountId);
	await tx.query('insert into invitations (token_hash, account_id, expires_at) values ($1, $2, $3)', [
		...[tokenHash, accountId, until],
	]);
}

/** Links that can no longer be used, with whatever was chosen through them. */
export async function deleteOldInvitations(db: Queryable): Promise<number> {
	const old = 'delete from invitations where expires_at < $1 or used_at is not null returning account_id';
	return (await db.query(old, [now()])).length;
}

async function dropInvitations(tx: Queryable, accountId: string): Promise<void> {
	await tx.query('delete from invitations where account_id = $1', [accountId]);
}

/** The password hash and the second factor are those chosen with this invitation, not yet those of the account. */
const INVITATION = `select a.id, i.password_hash as "passwordHash", i.second_factor as "secondFactor",
		a.short_name as "shortName", a.chosen_name as "chosenName"
	from invitations i join accounts a on a.id = i.account_id and a.closed_at is null
	where i.token_hash = $1 and i.used_at is null and i.expires_at > $2`;

export async function openInvitation(db: Queryable, tokenHash: Buffer): Promise<Invitation | null> {
	const rows = await db.query<Invitation>(INVITATION, [tokenHash, now()]);
	return rows[0] ?? null;
}

export async function lockInvitation(tx: Queryable, tokenHash: Buffer): Promise<Invitation | null> {
	const rows = await tx.query<Invitation>(`${INVITATION} for update of i`, [tokenHash, now()]);
	return rows[0] ?? null;
}

export async function chooseWithInvitation(
	tx: Queryable,
	tokenHash: Buffer,
	chosen: { passwordHash: string | null; secondFactor: Buffer | null },
): Promise<void> {
	await tx.query('update invitations set password_hash = $2, second_factor = $3 where token_hash = $1', [
		tokenHash,
		chosen.passwordHash,
		chosen.secondFactor,
	]);
}

export async function useInvitation(tx: Queryable, tokenHash: Buffer): Promise<void> {
	await tx.query(
		'update invitations set used_at = $2, password_hash = null, second_factor = null where token_hash = $1',
		[tokenHash, now()],
	);
}
