import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startCluster } from '../../bin/postgres/cluster.ts';
import { judge, median, percentile, printTable, say, shown } from '../common/figures.ts';
import { machine } from '../common/processor.ts';
import { cleanly, later, scratchFolder } from '../common/scratch.ts';
import { floorSide } from './floorSide.ts';
import { measure, type Measured } from './load.ts';
import type { Side } from './side.ts';
import { siteSide } from './siteSide.ts';
import { type Faults, Tally } from './tally.ts';

/** `node bench/chat/run.ts [--long] [--profile FOLDER] [--sizes 1,50,200] [--rounds 3]` */
const { values } = parseArgs({
	options: {
		long: { type: 'boolean', default: false },
		profile: { type: 'string' },
		sizes: { type: 'string', default: process.platform === 'linux' ? '1,50,200' : '1,50' },
		rounds: { type: 'string' },
	},
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds ?? (values.long ? 7 : 3));
const [pacedMs, floodMs] = values.long ? [12_000, 6_000] : [4_000, 2_500];
const [FLOOR_PORT, SITE_PORT] = [3290, 3291];

type Kept = Measured & { count: number; name: Side['name'] };

await cleanly(async () => {
	say(`Chat: the site beside the floor. ${machine()}; ${rounds} rounds in turn.\n`);
	const folder = scratchFolder('chat');
	const databases = await makeDatabases(folder);
	const floor = await floorSide(FLOOR_PORT, databases.floor);
	const site = await siteSide(SITE_PORT, path.join(folder, 'data'), databases.site, Math.max(...sizes), profiling());
	const tallies = new Map([floor, site].map((side) => [side, new Tally()] as const));
	const kept: Kept[] = [];
	for (const [side, tally] of tallies)
		await measure(side, tally, { count: Math.min(50, ...sizes.slice(-1)), pacedMs: 0, floodMs: 2_000 });
	for (let round = 0; round < rounds; round++) {
		for (const count of sizes) {
			for (const [side, tally] of tallies) {
				kept.push({ name: side.name, count, ...(await measure(side, tally, { count, pacedMs, floodMs })) });
			}
		}
	}
	report(kept);
	for (const [side, { faults, stored }] of tallies) reportFaults(side.name, faults, stored);
	await reportGaps(databases);
});

function profiling(): Record<string, string> {
	return values.profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${path.resolve(values.profile)}` } : {};
}

type Databases = { floor: string; site: string };

/** One PostgreSQL for both, so that both commit to the same disk through the same server. */
async function makeDatabases(folder: string): Promise<Databases> {
	const cluster = await startCluster(folder);
	later(() => cluster.stop());
	const client = new pg.Client({ connectionString: cluster.url });
	await client.connect();
	for (const name of ['floor', 'site']) await client.query(`create database ${name}`);
	await client.end();
	const urlOf = (name: string): string => cluster.url.replace(/postgres$/, name);
	return { floor: urlOf('floor'), site: urlOf('site') };
}

function report(kept: readonly Kept[]): void {
	const head = ['conversations', '', 'p50 ms', 'p99 ms', 'messages/s', 'processor ms/message'];
	const rows: string[][] = [];
	const verdicts: (() => void)[] = [];
	for (const count of sizes) {
		const [floor, site] = [summary(kept, 'floor', count), summary(kept, 'site', count)];
		rows.push([String(count), 'floor', ...floor.map(shown)], ['', 'site', ...site.map(shown)]);
		const ratios = site.map((value, at) => value / (floor[at] ?? Number.NaN));
		rows.push(['', 'ratio', ...ratios.map(shown)]);
		const [delay = Number.NaN, , rate = Number.NaN] = ratios;
		verdicts.push(() => judge(`${count}: delivery p50 at most twice the floor's`, delay <= 2, shown(delay)));
		verdicts.push(() => judge(`${count}: at least half the floor's messages a second`, rate >= 0.5, shown(rate)));
	}
	printTable(head, rows);
	say('\nDelivery from send to the other side, both directions; each figure is the median of the rounds.\n');
	for (const verdict of verdicts) verdict();
}

function summary(kept: readonly Kept[], name: string, count: number): [number, number, number, number] {
	const those = kept.filter((one) => one.name === name && one.count === count);
	return [
		median(those.map(({ delays }) => median(delays))),
		median(those.map(({ delays }) => percentile(delays, 0.99))),
		median(those.map(({ perSecond }) => perSecond)),
		median(those.map(({ processorPerMessage }) => processorPerMessage)),
	];
}

function reportFaults(name: string, faults: Faults, stored: number): void {
	const { leaked, ...delivery } = faults;
	const list = Object.entries(delivery)
		.map(([what, count]) => `${count} ${what}`)
		.join(', ');
	judge(
		`${name}: nothing lost, doubled or out of order`,
		Object.values(delivery).every((count) => count === 0),
		`${stored} stored, ${list}`,
	);
	if (name === 'site') judge('site: every secret hidden', leaked === 0, `${leaked} came through`);
}

/** The numbers in the database itself: each conversation's are 1, 2, 3 … to the last. */
async function reportGaps({ floor, site }: Databases): Promise<void> {
	const gaps = async (url: string, table: string, column: string): Promise<number> => {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		const { rows } = await client.query(`select count(*)::int as broken from
			(select ${column} from ${table} group by ${column} having max(seq) <> count(*) or min(seq) <> 1) as gaps`);
		await client.end();
		return Number(rows[0]?.broken);
	};
	const broken = (await gaps(floor, 'floor', 'conversation')) + (await gaps(site, 'messages', 'conversation_id'));
	judge('numbers in both databases are gapless', broken === 0, `${broken} conversations with gaps`);
}
