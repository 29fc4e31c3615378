import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { asTrouble, Trouble } from './trouble.ts';

const INPUTS = [
	'src',
	'vite.config.ts',
	'vite.client.config.ts',
	'vite.tally.config.ts',
	'package-lock.json',
	'static',
];
const VITE = 'vite/bin/vite.js';
const MADE = [
	...['static/client/', 'src/lib/chat/ui/made/', 'static/staff/'],
	...['src/routes/staff/tally/made/', 'src/routes/staff/events/tally/made/'],
];

/** Builds the site if its sources changed since the last build; gives whether it had to. */
export function buildIfNeeded(root: string, say: (sentence: string) => void): boolean {
	const stamp = path.join(root, 'build/.stamp');
	const wanted = fingerprint(root);
	const isBuilt = (): boolean => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
	if (isBuilt()) return false;
	const unlock = waitForTurn(path.join(root, '.build-lock'), say);
	try {
		if (isBuilt()) return false;
		say('building the site (some ten seconds) …');
		build(root);
		fs.writeFileSync(stamp, wanted);
		return true;
	} finally {
		unlock();
	}
}

function build(root: string): void {
	run(root, '@sveltejs/kit/svelte-kit.js', ['sync']);
	// The modules of the chat and of the two tallies first: the pages name them by the hash of their content.
	run(root, VITE, ['build', '--config', 'vite.client.config.ts', '--logLevel', 'error']);
	run(root, VITE, ['build', '--config', 'vite.tally.config.ts', '--logLevel', 'error']);
	run(root, VITE, ['build', '--config', 'vite.tally.config.ts', '--mode', 'heads', '--logLevel', 'error']);
	run(root, VITE, ['build', '--logLevel', 'error']);
}

/** Two starts at once in one checkout build one after the other; a lock left by a dead process does not count. */
function waitForTurn(file: string, say: (sentence: string) => void): () => void {
	for (let tries = 0; ; tries += 1) {
		try {
			fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
			return () => fs.rmSync(file, { force: true });
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
				throw asTrouble(error, 'the site could not be built');
			if (!isRunning(Number(fs.readFileSync(file, 'utf8')))) fs.rmSync(file, { force: true });
			else if (tries === 0) say('another start is building the site; waiting …');
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
		}
	}
}

function isRunning(pid: number): boolean {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch {
		return false;
	}
}

function run(root: string, program: string, args: string[]): void {
	const file = path.join(root, 'node_modules', program);
	const done = spawnSync(process.execPath, [file, ...args], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production' },
	});
	if (done.status === 0) return;
	const lines = `${done.stderr}\n${done.stdout}`.trim();
	if (/ENOSPC/.test(lines)) throw new Trouble('the site could not be built: the disk is full.');
	if (/EACCES|EROFS/.test(lines)) throw new Trouble(`the site could not be built: no permission to write in ${root}.`);
	throw new Trouble(`the site could not be built:\n${lines}`);
}

function fingerprint(root: string): string {
	const hash = createHash('sha256').update(process.version);
	for (const file of INPUTS.flatMap((input) => filesOf(path.join(root, input)))) {
		if (MADE.some((made) => path.relative(root, file).startsWith(made))) continue;
		hash.update(path.relative(root, file)).update(fs.readFileSync(file));
	}
	return hash.digest('hex');
}

function filesOf(place: string): string[] {
	if (!fs.existsSync(place)) return [];
	if (fs.statSync(place).isFile()) return [place];
	return fs
		.readdirSync(place)
		.sort()
		.flatMap((name) => filesOf(path.join(place, name)));
}
