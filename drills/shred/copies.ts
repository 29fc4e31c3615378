import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type Cluster, startCluster } from '../../bin/postgres/cluster.ts';
import type { Network } from '../common/network.ts';
import { filesIn } from './traces.ts';

/** What a careless operator, or a thief, has from one day: a base backup with its WAL, the nodes' folders, all logs. */
export type Copy = {
	readonly folder: string;
	/** Of the keys as they were. A copy that must not exist: only the control opens it. */
	readonly keys: string;
};

/** Files of the running server that a base backup leaves out. */
const LEFT_OUT = /(^|\/)(pg_wal\/.*|postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*)$/;

export async function takeCopy(network: Network, to: string): Promise<Copy> {
	const keys = path.join(to, 'keys-then');
	await baseBackup(network, path.join(to, 'postgres'));
	for (const name of fs.readdirSync(network.folder))
		if (!/^(postgres|keys|keystore\.sock)$/.test(name)) copyInto(path.join(network.folder, name), path.join(to, name));
	copyInto(path.join(network.folder, 'keys'), keys);
	return { folder: to, keys };
}

/** PostgreSQL's own way: files are copied while it writes, and its WAL of that time makes them whole. */
async function baseBackup({ databaseUrl, folder }: Network, to: string): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		const from = path.join(folder, 'postgres');
		await client.query(`select pg_backup_start('drill', true)`);
		copyInto(from, to, (file) => !LEFT_OUT.test(file));
		const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
		copyInto(path.join(from, 'pg_wal'), path.join(to, 'pg_wal'));
		fs.writeFileSync(path.join(to, 'backup_label'), rows[0]?.labelfile ?? '');
	} finally {
		await client.end();
	}
}

/** A file that goes while it is looked at was not needed. */
function copyInto(from: string, to: string, isWanted: (file: string) => boolean = () => true): void {
	if (fs.statSync(from).isFile()) return fs.cpSync(from, to);
	fs.mkdirSync(to, { recursive: true, mode: 0o700 });
	for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true })) {
		const name = path.relative(from, path.join(entry.parentPath, entry.name));
		if (entry.isDirectory()) fs.mkdirSync(path.join(to, name), { recursive: true, mode: 0o700 });
		else if (entry.isFile() && isWanted(name)) copyFile(path.join(from, name), path.join(to, name));
	}
}

function copyFile(from: string, to: string): void {
	try {
		fs.copyFileSync(from, to);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	}
}

/** Starts a server on a second copy of the backup, as whoever restores it would; the copy itself stays as it is. */
export async function restore({ folder }: Copy, to: string): Promise<Cluster> {
	copyInto(path.join(folder, 'postgres'), path.join(to, 'postgres'));
	fs.copyFileSync(path.join(folder, 'postgres.password'), path.join(to, 'postgres.password'));
	return startCluster(to);
}

/** All bytes of a copy but the keys. */
export const sizeOf = (folder: string): number =>
	filesIn(folder).reduce((sum, file) => sum + fs.statSync(file).size, 0);
