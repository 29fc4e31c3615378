import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ground } from '#lib/platform/ground.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { costOf } from './cost.ts';
import { greedy } from './greedy.ts';
import type { Rota, RotaPair } from './problem.ts';
import { pairsNamed, programOf } from './program.ts';
import type { Given, Solved } from './solver.ts';

/** `best`: nothing costs less. `good`: the best in the time there was. `by-list`: as a careful person would by hand. */
export type Suggested = { readonly pairs: readonly RotaPair[]; readonly how: 'best' | 'good' | 'by-list' };

/** `graceMs`: until the thread has begun and ended besides. */
export type Solver = { readonly file: string; readonly seconds: number; readonly graceMs: number };
/** With the thread's beginning two seconds in all. */
export const SECONDS = 1.6;
const SOLVER: Solver = { file: 'src/lib/volunteers/rota/solver.ts', seconds: SECONDS, graceMs: 2_000 };
/** Two sums of the same costs in another order. */
const TINY = 1e-6;

/** Whom to ask for what. Offers for people to take or leave, never orders. Ends within some four seconds. */
export async function suggest(rota: Rota, solver = SOLVER): Promise<Suggested> {
	const byList = greedy(rota);
	const solved = rota.pairs.length === 0 ? null : await solve(rota, solver);
	const pairs = solved && pairsNamed(rota, solved.ones);
	// What the solver says is believed only after it was counted by our own rule.
	if (!solved || !pairs || costOf(rota, pairs) > costOf(rota, byList) + TINY) return { pairs: byList, how: 'by-list' };
	return { pairs, how: solved.isBest ? 'best' : 'good' };
}

function solve(rota: Rota, { file, seconds, graceMs }: Solver): Promise<Solved | null> {
	const workerData: Given = { program: programOf(rota), seconds };
	const thread = new Worker(path.join(ground().root, file), { workerData });
	return new Promise((resolve) => {
		const end = (solved: Solved | null): void => {
			clearTimeout(late);
			void thread.terminate();
			resolve(solved);
		};
		const late = setTimeout(() => end(null), seconds * 1_000 + graceMs);
		thread.once('message', end);
		thread.once('error', ({ name }) => {
			logWarning('rota-unsolved', { name });
			end(null);
		});
	});
}
