import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ground } from '#lib/platform/ground.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { greedy } from './greedy.ts';
import { costOf, type Rota, type RotaPair } from './problem.ts';
import { pairsNamed, programOf } from './program.ts';
import type { Given, Solved } from './solver.ts';

/** `best`: nothing costs less. `good`: the best in the time there was. `by-list`: as a careful person would by hand. */
export type Suggested = { readonly pairs: readonly RotaPair[]; readonly how: 'best' | 'good' | 'by-list' };

const SECONDS = 2;
/** Until the thread has begun and ended besides. */
const GRACE_MS = 2_000;
const PROGRAM = 'src/lib/volunteers/rota/solver.ts';

/** Whom to ask for what. Offers for people to take or leave, never orders. Ends within some four seconds. */
export async function suggest(rota: Rota): Promise<Suggested> {
	const byList = greedy(rota);
	const solved = rota.pairs.length === 0 ? null : await solve({ program: programOf(rota), seconds: SECONDS });
	const pairs = solved && pairsNamed(rota, solved.ones);
	// What the solver says is believed only after it was counted by our own rule.
	if (!solved || !pairs || costOf(rota, pairs) > costOf(rota, byList)) return { pairs: byList, how: 'by-list' };
	return { pairs, how: solved.isBest ? 'best' : 'good' };
}

function solve(given: Given): Promise<Solved | null> {
	const thread = new Worker(path.join(ground().root, PROGRAM), { workerData: given });
	return new Promise((resolve) => {
		const end = (solved: Solved | null): void => {
			clearTimeout(late);
			void thread.terminate();
			resolve(solved);
		};
		const late = setTimeout(() => end(null), SECONDS * 1_000 + GRACE_MS);
		thread.once('message', end);
		thread.once('error', ({ name }) => {
			logWarning('rota-unsolved', { name });
			end(null);
		});
	});
}
