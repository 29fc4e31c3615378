import fs from 'node:fs';
import { request } from '../../bench/common/request.ts';

/** What taking files apart costs: the programs that do it, and everybody else on the site meanwhile. */
export type Costs = {
	/** Of the dearest program. */
	readonly seconds: number;
	readonly megabytes: number;
	/** How long the site let others wait, at the longest. */
	readonly longestMs: number;
	readonly asked: number;
};

const LOOK_MS = 15;
const ASK_MS = 40;
const TICKS_A_SECOND = 100;

/** Looks until the returned function is called. Only Linux tells; elsewhere the work is reported as nothing. */
export function watchCosts(pids: () => readonly number[], address: string): () => Costs {
	const found = { seconds: 0, megabytes: 0, longestMs: 0, asked: 0 };
	const look = setInterval(() => {
		for (const pid of pids().flatMap(childrenOf)) note(found, pid);
	}, LOOK_MS);
	const ask = setInterval(() => void wait(address, found), ASK_MS);
	return () => {
		clearInterval(look);
		clearInterval(ask);
		return found;
	};
}

type Found = { -readonly [Name in keyof Costs]: Costs[Name] };

function note(found: Found, pid: number): void {
	const status = read(`/proc/${pid}/status`);
	const fields = read(`/proc/${pid}/stat`)
		.replace(/^.*\) /, '')
		.split(' ');
	const seconds = (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND;
	found.seconds = Math.max(found.seconds, seconds);
	found.megabytes = Math.max(found.megabytes, Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_000);
}

function childrenOf(pid: number): number[] {
	return read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

function read(file: string): string {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

async function wait(address: string, found: Found): Promise<void> {
	const begun = performance.now();
	const answer = await request('GET', `${address}/api/search?q=kela&lang=fi`).catch(() => null);
	if (!answer) return;
	found.asked += 1;
	found.longestMs = Math.max(found.longestMs, performance.now() - begun);
}
