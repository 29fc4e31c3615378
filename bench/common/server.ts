import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { later } from './scratch.ts';

export const ROOT = path.join(import.meta.dirname, '../..');

/** A server in a process of its own, which ends with the run. */
export type Server = { readonly url: string; readonly pid: number; stop(): Promise<void> };

type Start = { args: string[]; port?: number; ready: string; environment?: Record<string, string>; seconds?: number };

export async function startServer({ args, port, ready, environment = {}, seconds = 120 }: Start): Promise<Server> {
	const env = { ...process.env, ...(port === undefined ? {} : { PORT: String(port) }), ...environment };
	const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
	const stop = (): Promise<void> => stopProcess(child);
	later(stop);
	await heard(child, ready, seconds * 1000);
	return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop };
}

/** The real site, as `npm start` starts it; `pid` is the process that answers. */
export async function startSite(port: number, data: string, environment: Record<string, string> = {}): Promise<Server> {
	const server = await startServer({
		...{ args: ['bin/silta.mjs', 'start'], port, ready: 'Silta is ready' },
		environment: { SILTA_DATA: data, ...environment },
	});
	return { ...server, pid: Number(fs.readFileSync(path.join(data, 'silta.pid'), 'utf8')) };
}

function heard(child: ChildProcess, ready: string, ms: number): Promise<void> {
	let said = '';
	return new Promise((resolve, reject) => {
		const fail = (why: string): void => reject(new Error(`the server ${why}:\n${said.slice(-2000)}`));
		const timer = setTimeout(() => fail('was not ready in time'), ms);
		const hear = (chunk: Buffer): void => {
			said = (said + chunk.toString()).slice(-20_000);
			if (said.includes(ready)) resolve();
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('exit', () => fail('ended'));
		void timer.unref();
	});
}

function stopProcess(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		const force = setTimeout(() => child.kill('SIGKILL'), 20_000);
		child.once('exit', () => {
			clearTimeout(force);
			resolve();
		});
		child.kill('SIGTERM');
	});
}
