import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../bin/postgres/cluster.ts';

/** A site of an errand's own, in a temporary folder. */
export type OwnSite = { readonly address: string; end(): Promise<void> };

const ROOT = path.join(import.meta.dirname, '../..');
const LONGEST_START_MS = 120_000;
const LONGEST_STOP_MS = 15_000;

export function temporaryFolder(): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-e2e-own-'));
	fs.chmodSync(folder, 0o755);
	return folder;
}

/** Runs one command of the command line to its end; gives what it printed. */
export function silta(data: string, ...args: string[]): string {
	const done = spawnSync(process.execPath, [path.join(ROOT, 'bin/silta.mjs'), ...args], {
		cwd: ROOT,
		env: settingsFor(data),
		encoding: 'utf8',
	});
	if (done.status !== 0)
		throw new Error(`silta ${args.join(' ')} ended with ${done.status}:\n${done.stdout}${done.stderr}`);
	return done.stdout;
}

export async function startOwnSite(data: string, settings: Record<string, string> = {}): Promise<OwnSite> {
	const port = await freePort();
	const child = spawn(process.execPath, [path.join(ROOT, 'bin/silta.mjs'), 'start'], {
		cwd: ROOT,
		env: { ...settingsFor(data), PORT: String(port), ...settings },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	await becomesReady(child);
	return { address: `http://localhost:${port}`, end: () => ended(child) };
}

function settingsFor(data: string): Record<string, string | undefined> {
	const inherited = Object.entries(process.env).filter(([name]) => !/^(DATABASE_|SILTA_)/.test(name));
	return { ...Object.fromEntries(inherited), HOST: '127.0.0.1', SILTA_DATA: data };
}

function becomesReady(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let heard = '';
		const fail = (): void => reject(new Error(`a site of its own did not start:\n${heard}`));
		const timer = setTimeout(fail, LONGEST_START_MS);
		const hear = (chunk: Buffer): void => {
			heard = (heard + chunk.toString()).slice(-4_000);
			if (!heard.includes('Silta is ready')) return;
			clearTimeout(timer);
			resolve();
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('exit', fail);
	});
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
	await gone;
	clearTimeout(timer);
}
