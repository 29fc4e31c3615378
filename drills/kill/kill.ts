import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../common/network.ts';
import { startSenders } from '../common/senders.ts';
import { judge, type Verdict } from './judge.ts';

/**
 * P01 and P02, and with them P04 and P05: a node, both, or the database is killed at random moments while people write;
 * whatever was acknowledged must be there once, in its order, and on their screens.
 * A kill tests the death of processes, not the loss of power: what the system holds for the disk survives it.
 */
const SENDERS = 20;
/** Every so often no node is left. */
const BOTH = 5;

export function killNodes(network: Network, kills: number, fault?: string): Promise<Verdict> {
	return whileWriting(network, kills, fault, async (kill) => {
		const [first, second] = network.nodes;
		const doomed = kill % BOTH === 1 ? network.nodes : [kill % 2 === 0 ? first : second];
		await Promise.all(doomed.map((node) => node?.kill()));
		await pause(Math.random() * 200);
		await Promise.all(doomed.map((node) => node?.start()));
	});
}

/** The planted fault `lazy-disk` lets PostgreSQL answer before it has written. */
export async function killDatabase(network: Network, kills: number, fault?: string): Promise<Verdict> {
	await refuseUnsafe(network);
	const lazy = (how: string): Promise<unknown> => network.sql(`alter role current_user ${how}`);
	if (fault === 'lazy-disk') {
		await lazy('set synchronous_commit = off');
		await network.killDatabase();
	}
	try {
		return await whileWriting(network, kills, fault, () => network.killDatabase());
	} finally {
		if (fault === 'lazy-disk') await untilDone(() => lazy('reset synchronous_commit'));
	}
}

/** Without these three the promise would not be PostgreSQL's to keep. */
async function refuseUnsafe(network: Network): Promise<void> {
	const rows = await network.sql<{ name: string }>(
		`select name from pg_settings
		where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'on'`,
	);
	if (rows.length !== 3) throw new Error(`only ${rows.map(({ name }) => name).join(', ') || 'nothing'} is on`);
}

async function whileWriting(
	network: Network,
	kills: number,
	fault: string | undefined,
	strike: (kill: number) => Promise<void>,
): Promise<Verdict> {
	const senders = await untilDone(() => startSenders(network.door, SENDERS, fault));
	try {
		for (let kill = 0; kill < kills; kill += 1) {
			// A blow that falls while nobody gets through shows nothing.
			await senders.goOn(SENDERS);
			await pause(Math.random() * 600);
			await strike(kill);
		}
		await pause(500);
		return judge(await senders.stop(), await senders.found(), await senders.screens());
	} finally {
		senders.close();
	}
}

async function untilDone<T>(work: () => Promise<T>): Promise<T> {
	for (let tries = 0; ; tries += 1) {
		try {
			return await work();
		} catch (error) {
			if (tries >= 40) throw error;
			await pause(250);
		}
	}
}
