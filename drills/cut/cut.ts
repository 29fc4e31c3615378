import { setTimeout as pause } from 'node:timers/promises';
import { CUTS } from '../common/door.ts';
import type { Network } from '../common/network.ts';
import { startSenders } from '../common/senders.ts';
import { judge, type Verdict } from '../kill/judge.ts';

/**
 * P03, and with it P04 and P05: lines are cut before the request, in its body, after the commit but before the answer,
 * and in the middle of a stream, while people write and read over two nodes.
 */
const SENDERS = 12;

export async function cutLines(network: Network, cuts: number, fault?: string): Promise<Verdict & { cuts: number }> {
	const senders = await startSenders(network.door, SENDERS, fault);
	try {
		let done = 0;
		for (let cut = 0; cut < cuts; cut += 1) {
			const where = CUTS[cut % CUTS.length] ?? CUTS[0];
			done += Number(await network.door.cut(where));
			await pause(20 + Math.random() * 60);
		}
		return { ...judge(await senders.stop(), await senders.found(), await senders.screens()), cuts: done };
	} finally {
		senders.close();
	}
}
