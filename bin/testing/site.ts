import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Trouble } from '../trouble.ts';
import { ROOT } from './tool.ts';

const LONGEST_START_MS = 180_000;
const LONGEST_STOP_MS = 20_000;

/** For Playwright: the site of the errands, as `npm start` makes it, with a data folder of its own for this run. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
	// Whoever works on one errand may point at a site that runs already.
	if (process.env.SILTA_SITE) return undefined;
	const data = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-e2e-'));
	fs.chmodSync(data, 0o755);
	const log = path.join(data, 'site.log');
	const site = startSite(data, log);
	try {
		await becomesReady(site, log);
	} catch (error) {
		await stopSite(site, data);
		throw error;
	}
	return () => stopSite(site, data);
}

function startSite(data: string, log: string): ChildProcess {
	const out = fs.openSync(log, 'a');
	const settings = { PORT: process.env.SILTA_SITE_PORT ?? '', HOST: '127.0.0.1', SILTA_DATA: path.join(data, 'data') };
	const inherited = Object.entries(process.env).filter(([name]) => !/^(DATABASE_|SILTA_)/.test(name));
	const child = spawn(process.execPath, [path.join(ROOT, 'bin/silta.mjs'), 'start'], {
		cwd: ROOT,
		stdio: ['ignore', out, out],
		env: { ...Object.fromEntries(inherited), ...settings },
	});
	fs.closeSync(out);
	return child;
}

async function becomesReady(site: ChildProcess, log: string): Promise<void> {
	for (let waited = 0; waited < LONGEST_START_MS; waited += 200) {
		if (fs.readFileSync(log, 'utf8').includes('Silta is ready')) return;
		if (site.exitCode !== null || site.signalCode !== null) break;
		await pause(200);
	}
	throw new Trouble(`the site of the errands did not start:\n${fs.readFileSync(log, 'utf8').slice(-2_000)}`);
}

async function stopSite(site: ChildProcess, data: string): Promise<void> {
	const isOver = (): boolean => site.exitCode !== null || site.signalCode !== null;
	if (!isOver()) site.kill('SIGTERM');
	for (let waited = 0; waited < LONGEST_STOP_MS && !isOver(); waited += 100) await pause(100);
	if (!isOver()) site.kill('SIGKILL');
	fs.rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
