import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { processorMs } from '../common/processor.ts';
import { request } from '../common/request.ts';
import { ROOT, type Server, startServer } from '../common/server.ts';

export type Rate = { perSecond: number; processorMs: number };
export type Rates = { site: Rate[]; bare: Rate[]; bytes: number; isPinned: boolean };
export type Run = { rounds: number; ms: number };

const SERVER_CORE = '0';
const LOAD_CORE = '1';
const CONNECTIONS = 16;
const BARE_PORT = 3281;

/** Requests a second of one page, the site and a bare server of the same bytes in turn, each alone on one core. */
export async function rates(site: Server, page: string, folder: string, { rounds, ms }: Run): Promise<Rates> {
	const file = path.join(folder, 'page.br');
	const { body, headers } = await request('GET', site.url + page, { headers: { 'accept-encoding': 'br' } });
	if (headers['content-encoding'] !== 'br') throw new Error(`${page} is not in the cache, compressed`);
	fs.writeFileSync(file, body);
	const bare = await startServer({
		args: ['bench/pages/bare.ts', file],
		port: BARE_PORT,
		ready: 'the bare server is ready',
	});
	const isPinned = [site, bare].every(pin);
	const measured: Rates = { site: [], bare: [], bytes: body.length, isPinned };
	for (const server of [site, bare]) await load(server, page, 1_000, isPinned);
	for (let round = 0; round < rounds; round++) {
		measured.bare.push(await load(bare, page, ms, isPinned));
		measured.site.push(await load(site, page, ms, isPinned));
	}
	await bare.stop();
	return measured;
}

/** Puts all threads of the server on one core; false where that cannot be done. */
function pin({ pid }: Server): boolean {
	if (os.cpus().length < 2) return false;
	return spawnSync('taskset', ['-acp', SERVER_CORE, String(pid)]).status === 0;
}

async function load(server: Server, page: string, ms: number, isPinned: boolean): Promise<Rate> {
	const used = processorMs(server.pid);
	const answers = await answersOf(server, page, ms, isPinned);
	return { perSecond: (answers / ms) * 1_000, processorMs: (processorMs(server.pid) - used) / answers };
}

function answersOf({ url }: Server, page: string, ms: number, isPinned: boolean): Promise<number> {
	const args = ['bench/pages/load.ts', new URL(url).port, page, String(ms), String(CONNECTIONS)];
	const [program, all] = isPinned
		? ['taskset', ['-c', LOAD_CORE, process.execPath, ...args]]
		: [process.execPath, args];
	const child = spawn(program, all, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
		child.once('error', reject);
		child.once('exit', (code) => (code === 0 ? resolve(Number(said)) : reject(new Error('the load ended'))));
	});
}
