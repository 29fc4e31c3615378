import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A site of one's own, as `npm start` makes it, in a temporary folder, to be killed and started again. */
export type Site = {
	readonly address: string;
	readonly data: string;
	start(): Promise<void>;
	/** kill -9: the process that serves, and the one that started it. */
	kill(): Promise<void>;
	/** kill -9 of the database server, once it is up. */
	killDatabase(): Promise<void>;
	end(): Promise<void>;
};

const ROOT = path.join(import.meta.dirname, '../..');
const READY_MS = 180_000;

export async function makeSite(): Promise<Site> {
	const data = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-drill-'));
	const port = await freePort();
	let child: ChildProcess | undefined;
	const start = async (): Promise<void> => {
		// Straight to the command line: the drill itself already runs on the pinned Node.
		child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'bin/cli.ts'), 'start'], {
			cwd: ROOT,
			env: {
				...process.env,
				PORT: String(port),
				HOST: '127.0.0.1',
				SILTA_DATA: data,
				SILTA_ROOT: ROOT,
				DATABASE_URL: undefined,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		await ready(child);
	};
	return {
		address: `http://localhost:${port}`,
		data,
		start,
		kill: () => killed(child),
		killDatabase: () => killServer(path.join(data, 'postgres/postmaster.pid')),
		async end() {
			child?.kill('SIGTERM');
			await gone(child);
			fs.rmSync(data, { recursive: true, force: true });
		},
	};
}

function ready(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		const timer = setTimeout(() => reject(new Error(`the site did not become ready:\n${said}`)), READY_MS);
		const hear = (chunk: Buffer): void => {
			said = (said + chunk.toString()).slice(-4_000);
			if (!said.includes('Silta is ready')) return;
			clearTimeout(timer);
			resolve();
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('exit', (code) => {
			clearTimeout(timer);
			reject(new Error(`the site ended with ${code}:\n${said}`));
		});
	});
}

async function killServer(file: string): Promise<void> {
	for (let tries = 0; tries < 100; tries += 1) {
		const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
		if (lines[7]?.trim() === 'ready' && strike(Number(lines[0]))) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('the database did not come back to be killed again');
}

function strike(pid: number): boolean {
	try {
		return process.kill(pid, 'SIGKILL');
	} catch {
		return false;
	}
}

async function killed(child: ChildProcess | undefined): Promise<void> {
	child?.kill('SIGKILL');
	await gone(child);
}

async function gone(child: ChildProcess | undefined): Promise<void> {
	if (!child || child.exitCode !== null || child.signalCode !== null) return;
	await new Promise((resolve) => child.once('exit', resolve));
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = net.createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
