import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';

export type InstallationKind = 'demonstration' | 'real';

export async function installationRow(db: Queryable): Promise<InstallationKind | null> {
	const rows = await db.query<{ kind: InstallationKind }>('select kind from installation');
	return rows[0]?.kind ?? null;
}

export async function keystoreMarkRow(db: Queryable): Promise<Buffer | null> {
	const rows = await db.query<{ mark: Buffer | null }>('select keystore_mark as mark from installation');
	return rows[0]?.mark ?? null;
}

/** Where there is no mark yet; of two at once the second changes nothing. */
export async function insertKeystoreMark(db: Queryable, mark: Buffer): Promise<void> {
	await db.query('update installation set keystore_mark = $1 where keystore_mark is null', [mark]);
}

export async function replaceKeystoreMark(tx: Queryable, mark: Buffer): Promise<void> {
	await tx.query('update installation set keystore_mark = $1', [mark]);
}

/** How many open accounts have a second factor, which only the keystore it was sealed with can open. */
export async function lostWithKeystore(db: Queryable): Promise<number> {
	const sealed = 'select count(*) as people from accounts where second_factor is not null and closed_at is null';
	return (await db.query<{ people: number }>(sealed))[0]?.people ?? 0;
}

export async function insertInstallation(tx: Queryable, kind: InstallationKind): Promise<void> {
	await tx.query('insert into installation (kind, made_at) values ($1, $2) on conflict do nothing', [kind, now()]);
}

/** How many accounts there are of each sort, closed ones too; asked once, by the command that sets up. */
export async function accountSorts(db: Queryable): Promise<{ demonstration: boolean; real: boolean }> {
	const rows = await db.query<{ demonstration: boolean; real: boolean }>(
		`select exists (select 1 from accounts where is_demonstration) as demonstration,
			exists (select 1 from accounts where not is_demonstration) as real`,
	);
	return rows[0] ?? { demonstration: false, real: false };
}
