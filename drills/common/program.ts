import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** A program of the command line, to be killed and started again. */
export type Program = {
	start(): Promise<void>;
	/** kill -9. */
	kill(): Promise<void>;
	/** As a service is stopped. */
	stop(): Promise<void>;
	/** The last it has said. */
	said(): string;
	/** The process that runs now, or ran last. */
	pid(): number;
};

const ROOT = path.join(import.meta.dirname, '../..');
const READY_MS = 180_000;

/**
 * Straight to the command line: the drill itself already runs on the pinned Node. All that it says stands in `log`, as in
 * the journal of a service.
 */
export function program(command: string, environment: Record<string, string>, log: string): Program {
	let child: ChildProcess | undefined;
	let said = '';
	const hear = (chunk: Buffer): void => {
		said = (said + chunk.toString()).slice(-20_000);
		fs.appendFileSync(log, chunk);
	};
	return {
		async start() {
			const args = ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'bin/cli.ts'), command];
			const inherited = Object.entries(process.env).filter(([name]) => !/^(DATABASE_|SILTA_|KEYSTORE_)/.test(name));
			const env = { ...Object.fromEntries(inherited), SILTA_ROOT: ROOT, ...environment };
			child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
			child.stdout?.on('data', hear);
			child.stderr?.on('data', hear);
			await ready(child, () => said);
		},
		kill: () => end(child, 'SIGKILL'),
		stop: () => end(child, 'SIGTERM'),
		said: () => said,
		pid: () => child?.pid ?? 0,
	};
}

function ready(child: ChildProcess, said: () => string): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error(`it did not become ready:\n${said()}`)), READY_MS);
		child.stdout?.on('data', (chunk: Buffer) => {
			if (!/\bis ready\b/.test(chunk.toString())) return;
			clearTimeout(timer);
			resolve();
		});
		child.once('exit', (code) => {
			clearTimeout(timer);
			reject(new Error(`it ended with ${code}:\n${said()}`));
		});
	});
}

async function end(child: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
	if (!child || child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill(signal);
	await gone;
}
