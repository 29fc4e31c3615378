import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Trouble } from '../trouble.ts';
import { ROOT } from './tool.ts';

const LONGEST_START_MS = 180_000;
const LONGEST_STOP_MS = 20_000;

/**
 * For Playwright: the site of the errands, as `npm start` makes it, with a data folder of its own for this run. The
 * errands find it by SILTA_E2E_URL, its folder by SILTA_E2E_DATA and its process by SILTA_E2E_PID.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
	// Whoever works on one errand may point at a site that runs already.
	if (process.env.SILTA_E2E_URL) return undefined;
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-e2e-'));
	fs.chmodSync(folder, 0o755);
	const data = path.join(folder, 'data');
	fs.mkdirSync(data);
	// What the site says stands among its files, where the errands look for words that may be nowhere.
	const log = path.join(data, 'site.log');
	const site = startSite(data, log);
	try {
		await becomesReady(site, log);
	} catch (error) {
		await stopSite(site, folder);
		throw error;
	}
	process.env.SILTA_E2E_URL = `http://localhost:${process.env.SILTA_E2E_PORT}`;
	process.env.SILTA_E2E_DATA = data;
	process.env.SILTA_E2E_PID = fs.readFileSync(path.join(data, 'silta.pid'), 'utf8');
	return () => stopSite(site, folder);
}

function startSite(data: string, log: string): ChildProcess {
	const out = fs.openSync(log, 'a');
	const place = { PORT: process.env.SILTA_E2E_PORT ?? '', HOST: '127.0.0.1', SILTA_DATA: data };
	// The errands share the demonstration people, and each console holds a stream.
	// What one errand leaves held must not come back into the queue of another.
	const settings = { ...place, SILTA_STREAMS_PER_SESSION: '8', SILTA_HELPER_AWAY_MINUTES: '600' };
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

async function stopSite(site: ChildProcess, folder: string): Promise<void> {
	const isOver = (): boolean => site.exitCode !== null || site.signalCode !== null;
	if (!isOver()) site.kill('SIGTERM');
	for (let waited = 0; waited < LONGEST_STOP_MS && !isOver(); waited += 100) await pause(100);
	if (!isOver()) site.kill('SIGKILL');
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
