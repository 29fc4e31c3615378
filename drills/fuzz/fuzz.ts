import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../../bench/common/figures.ts';
import type { Network, Node } from '../common/network.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { makeWorld, routes, type World } from '../fields/world.ts';
import { heapOf, WATCHED } from './heap.ts';
import { faultOf, inWords } from './judge.ts';
import { type Reply, shoot } from './shoot.ts';
import { type Shot, shotOf } from './shots.ts';

/** P20: whatever is sent to whichever route, by whomever, no answer is a fault of ours, and memory comes back. */
type Fuzzed = {
	readonly sent: number;
	readonly faults: readonly string[];
	readonly p99: number;
	/** Against a plain page in the same run. */
	readonly ratio: number;
	readonly memory: number;
};

const AT_ONCE = 8;
const BUSY_MS = 2_000;
/** So often everybody signs in anew: what is sent may have signed them out. */
const ROUND = 1_000;
const MOST_TOLD = 10;
const MOST_MEMORY = 1.1;
const ROOT = path.join(import.meta.dirname, '../..');

/** The planted fault `careless` is a rule of the database that no form knows of. */
export async function fuzz(network: Network, count: number, fault?: string): Promise<Outcome> {
	const node = await network.another(WATCHED);
	// Every text that is published here is learnt by each node: the others would do it for nobody.
	await Promise.all(network.nodes.map((other) => other.stop()));
	await node.start();
	if (fault === 'careless') await network.sql(PLANT);
	try {
		return outcome(await shootAll(network, node, count));
	} finally {
		if (fault === 'careless') await network.sql('drop trigger planted on sign_in_failures; drop function planted()');
		await node.stop();
		await Promise.all(network.nodes.map((other) => other.start()));
	}
}

const PLANT = `create function planted() returns trigger language plpgsql as $$ begin
	raise exception 'planted'; end $$;
	create trigger planted before insert on sign_in_failures for each row execute function planted()`;

type State = { readonly faults: string[]; readonly times: number[]; readonly plain: number[] };

async function shootAll(network: Network, node: Node, count: number): Promise<Fuzzed> {
	const seed = Math.floor(Math.random() * 1e9);
	const state: State = { faults: [], times: [], plain: [] };
	// What is remembered for good is remembered in the first rounds; the search learns all texts when it is first asked.
	await fetch(`${node.address}/ru/search?q=kela`);
	const warm = await shootRounds(network, node, { state, from: seed, count: Math.min(ROUND, count) });
	const before = await heapOf(node);
	await shootRounds(network, node, { state, from: seed + warm, count: count - warm });
	await pause(1_000);
	const memory = (await heapOf(node)) / before;
	const p99 = percentile(state.times, 0.99);
	return { sent: state.times.length, faults: state.faults, p99, ratio: p99 / percentile(state.plain, 0.5), memory };
}

type Rounds = { readonly state: State; readonly from: number; readonly count: number };

async function shootRounds(network: Network, node: Node, { state, from, count }: Rounds): Promise<number> {
	for (let done = 0; done < count; done += ROUND) {
		const world = await makeWorld(network, node.address);
		const seeds = Array.from({ length: Math.min(ROUND, count - done) }, (_, at) => from + done + at);
		await Promise.all(Array.from({ length: AT_ONCE }, () => shootEach(seeds, world, state)));
		state.plain.push((await shoot(portOf(world), plainPage(world)))?.ms ?? Number.NaN);
	}
	return count;
}

async function shootEach(seeds: number[], world: World, state: State): Promise<void> {
	const all = routes();
	for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
		const shot = shotOf(seed, all, world);
		const reply = await answerTo(shot, portOf(world));
		state.times.push(reply?.ms ?? 0);
		const found = faultOf(reply, shot.isWhole, [ROOT]);
		if (found && state.faults.length < MOST_TOLD) state.faults.push(told(shot, found, seed));
	}
}

/** A machine that has too much to do says that it is busy; whoever asks again then gets an answer. */
async function answerTo({ bytes, isWhole }: Shot, port: number): Promise<Reply | null> {
	let reply = await shoot(port, bytes, isWhole);
	for (let tries = 0; reply?.status === 503 && tries < 3; tries += 1) {
		await pause(BUSY_MS);
		reply = await shoot(port, bytes, isWhole);
	}
	return reply;
}

function told({ route, bytes }: Shot, fault: string, seed: number): string {
	return `${fault}: ${route}, seed ${seed}\n    ${inWords(bytes)}`;
}

const portOf = ({ address }: World): number => Number(new URL(address).port);
const plainPage = (world: World): Buffer =>
	Buffer.from(`GET /ru/services HTTP/1.1\r\nhost: ${new URL(world.address).host}\r\nconnection: close\r\n\r\n`);

/** Times are told, not judged: they are the machine's as much as ours. */
function outcome({ sent, faults, p99, ratio, memory }: Fuzzed): Outcome {
	const times = `p99 ${p99.toFixed(0)} ms, ${ratio.toFixed(1)} times a plain page`;
	const figures = `${sent} requests, ${faults.length} faults, ${times}, memory ${Math.round(memory * 100)} %`;
	const line = `P20 fuzz: ${figures}${listed('fault', faults)}`;
	return { line, isGood: faults.length === 0 && memory < MOST_MEMORY };
}
