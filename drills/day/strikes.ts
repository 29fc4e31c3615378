import { setTimeout as pause } from 'node:timers/promises';
import { CUTS } from '../common/door.ts';
import type { Network } from '../common/network.ts';

/** What befalls the site on a busy day, one after the other, for as long as it goes on. */
export type Struck = { nodes: number; database: number; keystore: number; cuts: number };

const CUTS_BETWEEN = 2;

export const noneStruck = (): Struck => ({ nodes: 0, database: 0, keystore: 0, cuts: 0 });

/** One of each at least. */
export const isWorstOver = ({ nodes, keystore, database }: Struck): boolean => nodes * keystore * database > 0;

export async function strikeOn(network: Network, struck: Struck, isOver: () => boolean): Promise<void> {
	for (let turn = 0; !isOver(); turn += 1) {
		await cutSome(network, struck);
		await pause(Math.random() * 1_000);
		if (turn % 3 === 0) await strikeNode(network, struck);
		else if (turn % 3 === 1) await strikeKeystore(network, struck);
		else await strikeDatabase(network, struck);
	}
}

async function strikeNode({ nodes }: Network, struck: Struck): Promise<void> {
	const node = nodes[struck.nodes % nodes.length];
	await node?.kill();
	await pause(Math.random() * 300);
	await node?.start();
	struck.nodes += 1;
}

async function strikeKeystore({ keystore }: Network, struck: Struck): Promise<void> {
	await keystore.kill();
	await pause(Math.random() * 800);
	await keystore.start();
	struck.keystore += 1;
}

async function strikeDatabase(network: Network, struck: Struck): Promise<void> {
	await network.killDatabase();
	struck.database += 1;
}

async function cutSome({ door }: Network, struck: Struck): Promise<void> {
	for (let cut = 0; cut < CUTS_BETWEEN; cut += 1)
		struck.cuts += Number(await door.cut(CUTS[struck.cuts % CUTS.length] ?? CUTS[0]));
}
