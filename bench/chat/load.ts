import { randomUUID } from 'node:crypto';
import { processorMs } from '../common/processor.ts';
import type { Author, Side } from './side.ts';
import type { Tally } from './tally.ts';
import { saying } from './texts.ts';

export type Load = { count: number; pacedMs: number; floodMs: number };
export type Measured = { delays: number[]; perSecond: number; processorPerMessage: number };

/** Each conversation sends about so often when paced, both sides in turn. */
const PERIODS_MS: Readonly<Record<number, number>> = { 1: 100, 50: 1_000 };
const PERIOD_MS = 2_000;
const SETTLE_MS = 5_000;

/** One side's turn: paced for the delays, then as fast as acknowledgements come for the rate. */
export async function measure(side: Side, tally: Tally, { count, pacedMs, floodMs }: Load): Promise<Measured> {
	const close = await side.listen(count, tally);
	await pause(300);
	tally.delays = [];
	await everywhere(count, (place) => paced(side, tally, place, pacedMs, PERIODS_MS[count] ?? PERIOD_MS));
	await tally.settle(SETTLE_MS);
	const { delays, stored } = tally;
	// What waits in the crowd that comes now is no delay of a conversation.
	tally.delays = [];
	const [began, used] = [performance.now(), processorOf(side)];
	await everywhere(count, (place) => flood(side, tally, place, floodMs));
	const messages = tally.stored - stored;
	const perSecond = (messages / (performance.now() - began)) * 1_000;
	const processorPerMessage = (processorOf(side) - used) / messages;
	tally.delays = [];
	await tally.settle(SETTLE_MS);
	close();
	await pause(100);
	return { delays, perSecond, processorPerMessage };
}

const processorOf = ({ pids }: Side): number => pids.reduce((sum, pid) => sum + processorMs(pid), 0);

async function paced(side: Side, tally: Tally, place: number, ms: number, period: number): Promise<void> {
	const end = performance.now() + ms;
	let next = performance.now() + Math.random() * period;
	for (let turn = 0; next < end; turn++) {
		await pause(next - performance.now());
		await say(side, tally, place, turn);
		next = Math.max(performance.now(), next + period * (0.5 + Math.random()));
	}
}

async function flood(side: Side, tally: Tally, place: number, ms: number): Promise<void> {
	const end = performance.now() + ms;
	for (let turn = 0; performance.now() < end; turn++) await say(side, tally, place, turn);
}

async function say(side: Side, tally: Tally, place: number, turn: number): Promise<void> {
	const author: Author = turn % 2 === 0 ? 'visitor' : 'helper';
	const said = saying(place, turn);
	const clientId = randomUUID();
	tally.begin(clientId, place, author, said);
	try {
		tally.acknowledged(clientId, await side.send(place, author, clientId, said.text));
	} catch (error) {
		if (tally.faults.refused === 0) process.stderr.write(`${side.name}: ${String(error)}\n`);
		tally.refused(clientId);
	}
}

async function everywhere(count: number, work: (place: number) => Promise<void>): Promise<void> {
	await Promise.all(Array.from({ length: count }, (_, place) => work(place)));
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
