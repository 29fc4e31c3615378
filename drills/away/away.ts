import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from '../../bench/common/request.ts';
import { type Checks, makeChecks } from '../common/checks.ts';
import type { Network, Node } from '../common/network.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { patiently } from '../common/patiently.ts';
import { openVisitor, type Visitor } from '../common/visitor.ts';
import { type Line, openLine, type Way, WAYS } from './line.ts';
import { goOnInVain, type Phones, phonesOn, readEverything, writeInVain } from './pages.ts';

/**
 * P42: the database of a node goes away, again and again, and comes back. Whatever needs no database goes on, the chat
 * explains itself, and the node recovers without being started again. Once it is started while the database is away.
 */
/** Ten seconds are promised; a machine that has much else to do gets more, and the line says how long it was. */
const LONGEST_BACK_MS = 30_000;

/** `never-back` leaves the line cut; `node-dies` ends the node with its database. */
export async function databaseAway(network: Network, times: number, fault?: string): Promise<Outcome> {
	const line = await openLine(network.databaseUrl);
	const node = await network.another({ DATABASE_URL: line.url });
	const checks = makeChecks();
	try {
		await node.start();
		const scene = { node, line, checks, fault, phones: await phonesOn(node.address), late: 0, backMs: 0 };
		for (let time = 0; time < times; time += 1) await goAway(scene, WAYS[time % WAYS.length] ?? 'refused');
		await startWithout(scene);
		return outcome(scene, times);
	} finally {
		await node.stop();
		await line.close();
	}
}

type Scene = {
	readonly node: Node;
	readonly line: Line;
	readonly checks: Checks;
	readonly fault: string | undefined;
	readonly phones: Phones;
	/** Pages that took more than three seconds. */
	late: number;
	/** The longest until words were stored again. */
	backMs: number;
};

async function goAway(scene: Scene, way: Way): Promise<void> {
	const { node, line, checks, fault, phones } = scene;
	const visitor = await patiently(() => openVisitor(node.address, 'patient'));
	const pid = node.pid();
	const waiting = { clientId: randomUUID(), text: 'waits for the database' };
	await line.away(way);
	if (fault === 'node-dies') await node.kill();
	await untilKnown(node, checks);
	scene.late += await readEverything(node.address, phones, checks);
	await writeInVain(node.address, checks).catch((error: Error) => checks.holds(error.message, false));
	await goOnInVain(visitor, waiting, checks).catch((error: Error) => checks.holds(error.message, false));
	if (fault !== 'never-back') await line.back();
	await recover(scene, visitor, waiting);
	checks.holds('the node was never started again', node.pid() === pid && isAlive(pid));
	await line.back();
}

/** It finds out by itself; until then a request may wait. */
async function untilKnown({ address }: Node, checks: Checks): Promise<void> {
	await checks.comes('the node says that it is away', async () => (await degreeOf(address)) === 3, LONGEST_BACK_MS);
}

async function recover(scene: Scene, { visit }: Visitor, waiting: object): Promise<void> {
	const begun = performance.now();
	const isSent = async (): Promise<boolean> => (await visit.postJson('/api/chat/messages', waiting)).status === 201;
	await scene.checks.comes('the same message is stored when it is back', isSent, LONGEST_BACK_MS);
	scene.backMs = Math.max(scene.backMs, performance.now() - begun);
	const saved = (await visit.get('/en/chat/save').catch(() => null))?.body.toString() ?? '';
	scene.checks.holds('once', saved.split('waits for the database').length === 2);
	const isWell = async (): Promise<boolean> => (await degreeOf(scene.node.address)) === 0;
	await scene.checks.comes('and all is well', isWell, LONGEST_BACK_MS);
}

/** As after a loss of power, when the node is up before its database. */
async function startWithout(scene: Scene): Promise<void> {
	const { node, line, checks, phones } = scene;
	await node.stop();
	await line.away('refused');
	await node.start();
	scene.late += await readEverything(node.address, phones, checks);
	await writeInVain(node.address, checks);
	await pause(1_000);
	await line.back();
	const isWell = async (): Promise<boolean> => (await degreeOf(node.address)) === 0;
	await checks.comes('a node that was started without a database finds it', isWell, LONGEST_BACK_MS);
	await checks.comes('and lets her begin', () => openVisitor(node.address, 'early').then(() => true), LONGEST_BACK_MS);
}

async function degreeOf(address: string): Promise<number> {
	const { body } = await request('GET', `${address}/status`);
	return JSON.parse(body.toString()).degree;
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

function outcome({ checks: { count, missed }, late, backMs }: Scene, times: number): Outcome {
	const figures = `${count} checks, ${missed.length} missed, ${late} pages late, back within ${backMs.toFixed(0)} ms`;
	const line = `P42 database-away: ${times} times, ${figures}${listed('missed', missed)}`;
	return { line, isGood: missed.length === 0 };
}
