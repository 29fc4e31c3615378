import { randomBytes } from 'node:crypto';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { asTrouble, Trouble } from '../trouble.ts';
import { binaries, type Runner, runner } from './binaries.ts';

/** A PostgreSQL of our own in `folder` (`folder/postgres`, `postgres.log`, `postgres.password`). */
export type Cluster = {
	url: string;
	/** Process id of the server, for drills. */
	pid(): number;
	/** Starts it again whenever it dies, until `stop`. */
	keepAlive(onRestart: (sentence: string) => void): void;
	stop(): Promise<void>;
};

type Place = { folder: string; data: string; log: string; password: string };

const VERSION = '18';
/** What people wrote never reaches the server's log: no statements, no values, no details of rows (P31). */
const OPTIONS = [
	...['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'],
	...['log_statement=none', 'log_min_error_statement=panic', 'log_parameter_max_length_on_error=0'],
	...['log_error_verbosity=terse', 'log_min_duration_statement=-1', 'log_connections=off'],
	...['max_connections=60', 'shared_buffers=64MB', 'unix_socket_directories='],
];

export async function startCluster(
	folder: string,
	say: (sentence: string) => void = () => undefined,
): Promise<Cluster> {
	const place: Place = {
		folder,
		data: path.join(folder, 'postgres'),
		log: path.join(folder, 'postgres.log'),
		password: path.join(folder, 'postgres.password'),
	};
	const as = runner();
	if (!fs.existsSync(place.data)) {
		say('making the database, once …');
		makeCluster(place, as);
	}
	refuseStrange(place);
	const running = await runningServer(place);
	if (running) say('the database of an earlier run is still there; going on with it');
	let server = running ?? (await launch(place, as));
	let stopping = false;
	return {
		url: urlOf(place, server.port),
		pid: () => server.pid,
		keepAlive(onRestart) {
			const port = server.port;
			const watch = async (): Promise<void> => {
				if (stopping || isAlive(server.pid)) return;
				onRestart('the database stopped; starting it again');
				server = await launch(place, as, port).catch(() => server);
			};
			let turn = Promise.resolve();
			setInterval(() => (turn = turn.then(watch)), 500).unref();
		},
		async stop() {
			stopping = true;
			await stopServer(server.pid);
		},
	};
}

function makeCluster(place: Place, as: Runner): void {
	const fresh = `${place.data}.new`;
	try {
		fs.rmSync(fresh, { recursive: true, force: true });
		fs.mkdirSync(fresh, { recursive: true, mode: 0o700 });
		if (as.uid !== undefined && as.gid !== undefined) fs.chownSync(fresh, as.uid, as.gid);
		const password = randomBytes(24).toString('base64url');
		fs.writeFileSync(place.password, password, { mode: 0o600 });
		initdb(fresh, password, as);
		fs.renameSync(fresh, place.data);
	} catch (error) {
		fs.rmSync(fresh, { recursive: true, force: true });
		fs.rmSync(place.password, { force: true });
		throw asTrouble(error, `the database could not be made in ${place.folder}`);
	}
}

function initdb(folder: string, password: string, as: Runner): void {
	const pwfile = path.join(folder, '..', `.pw-${process.pid}`);
	fs.writeFileSync(pwfile, password, { mode: 0o644 });
	try {
		const [program, args] = as.command(path.join(binaries(), 'initdb'), [
			...['-D', folder, '-U', 'silta', '-A', 'scram-sha-256', '--pwfile', pwfile, '-E', 'UTF8'],
			...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
		]);
		const done = spawnSync(program, args, { cwd: '/', encoding: 'utf8', uid: as.uid, gid: as.gid });
		if (done.status === 0) return;
		const said = `${done.stdout}\n${done.stderr}`;
		if (/No space left|Disk quota|wrote only \d+ of/i.test(said)) throw new Trouble('the disk is full.');
		if (/Permission denied/i.test(said)) throw new Trouble('no permission.');
		throw new Trouble(said.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? 'initdb failed.');
	} finally {
		fs.rmSync(pwfile, { force: true });
	}
}

function refuseStrange(place: Place): void {
	const file = path.join(place.data, 'PG_VERSION');
	const damaged = `the data folder ${place.folder} is damaged or was not made by Silta`;
	if (!fs.existsSync(file) || !fs.existsSync(place.password)) {
		throw new Trouble(`${damaged}; move it away, restore a backup, or set SILTA_DATA to another folder.`);
	}
	const version = fs.readFileSync(file, 'utf8').trim();
	if (version !== VERSION) {
		throw new Trouble(`the data folder ${place.folder} belongs to PostgreSQL ${version}; this Silta has ${VERSION}.`);
	}
}

/** An orphan of a killed run, or a server that is just starting: lines 1, 4 and 8 of postmaster.pid. */
async function runningServer(place: Place): Promise<{ pid: number; port: number } | null> {
	for (let tries = 0; tries < 100; tries += 1) {
		const file = path.join(place.data, 'postmaster.pid');
		const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
		const pid = Number(lines[0]);
		if (!pid || !isPostgres(pid, place.data)) return null;
		if (lines[7]?.trim() === 'ready') return { pid, port: Number(lines[3]) };
		await pause(100);
	}
	throw new Trouble('the database of an earlier run is there but does not become ready; see postgres.log.');
}

async function launch(place: Place, as: Runner, wantedPort?: number): Promise<{ pid: number; port: number }> {
	// After a kill -9 old children may hold the shared memory for a moment: try again.
	for (let tries = 0; ; tries += 1) {
		const port = wantedPort ?? (await freePort());
		const before = fs.existsSync(place.log) ? fs.statSync(place.log).size : 0;
		const child = spawnServer(place, as, port);
		const ready = await becomesReady(child, place);
		if (ready && child.pid) return { pid: child.pid, port };
		if (tries >= 8)
			throw new Trouble(`the database does not start: ${complaint(place.log, before)} (see ${place.log})`);
		await pause(250 * (tries + 1));
	}
}

function spawnServer(place: Place, as: Runner, port: number): ChildProcess {
	const log = fs.openSync(place.log, 'a', 0o600);
	const options = OPTIONS.flatMap((option) => ['-c', option]);
	const listen = ['-D', place.data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'];
	const [program, args] = as.command(path.join(binaries(), 'postgres'), [...listen, ...options]);
	// Detached: a Ctrl-C in the terminal reaches us, and we stop the database in our own order.
	const child = spawn(program, args, {
		...{ cwd: '/', detached: true, stdio: ['ignore', log, log], uid: as.uid, gid: as.gid },
		env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
	});
	child.unref();
	fs.closeSync(log);
	return child;
}

async function becomesReady(child: ChildProcess, place: Place): Promise<boolean> {
	const file = path.join(place.data, 'postmaster.pid');
	for (let tries = 0; tries < 600 && child.exitCode === null && child.signalCode === null; tries += 1) {
		const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
		if (lines[7]?.trim() === 'ready' && Number(lines[0]) === child.pid) return true;
		await pause(50);
	}
	return false;
}

function urlOf(place: Place, port: number): string {
	return `postgres://silta:${fs.readFileSync(place.password, 'utf8').trim()}@127.0.0.1:${port}/postgres`;
}

async function stopServer(pid: number): Promise<void> {
	if (!isAlive(pid)) return;
	process.kill(pid, 'SIGINT');
	for (let tries = 0; tries < 200 && isAlive(pid); tries += 1) await pause(50);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return !isZombie(pid);
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

function isZombie(pid: number): boolean {
	const file = `/proc/${pid}/stat`;
	return fs.existsSync(file) && /\) Z /.test(fs.readFileSync(file, 'utf8'));
}

function isPostgres(pid: number, data: string): boolean {
	if (!isAlive(pid)) return false;
	const file = `/proc/${pid}/cmdline`;
	return !fs.existsSync('/proc/self') || (fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes(data));
}

export async function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = net.createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

/** What the server said was wrong in its last try. */
function complaint(file: string, from: number): string {
	const said = fs.readFileSync(file, 'utf8').slice(from);
	if (/No space left|Disk quota/i.test(said)) return 'the disk is full';
	const lines = said.split('\n').filter((line) => /FATAL|PANIC|could not/.test(line) && !/postmaster exit/.test(line));
	return lines[0]?.replace(/^.*?(FATAL|PANIC|ERROR|postgres):\s*/, '') ?? 'it gave no reason';
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
