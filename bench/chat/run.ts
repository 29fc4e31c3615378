import path from 'node:path';
import { parseArgs } from 'node:util';
import { judge, printTable, say, shown } from '../common/figures.ts';
import { machine } from '../common/processor.ts';
import { cleanly, scratchFolder } from '../common/scratch.ts';
import { makeDatabases } from './databases.ts';
import { FLOORS, floorSide } from './floorSide.ts';
import { measure } from './load.ts';
import { cellsOf, type Figures, HEAD, judgeFaults, judgeGaps, type Kept, ratioOf, summaryOf } from './report.ts';
import type { Side } from './side.ts';
import { siteSide } from './siteSide.ts';
import { isState, prepareTables, type State } from './tables.ts';
import { Tally } from './tally.ts';

/** `node bench/chat/run.ts [--long] [--profile FOLDER] [--sizes 1,50,200] [--rounds 7] [--tables empty,filled,purged]` */
const { values } = parseArgs({
	options: {
		long: { type: 'boolean', default: false },
		profile: { type: 'string' },
		sizes: { type: 'string', default: process.platform === 'linux' ? '1,50,200' : '1,50' },
		rounds: { type: 'string' },
		tables: { type: 'string' },
	},
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds ?? 7);
const states = (values.tables ?? (values.long ? 'empty,filled,purged' : 'empty')).split(',').filter(isState);
const [pacedMs, floodMs] = values.long ? [12_000, 6_000] : [4_000, 2_500];
const PORTS = { sharp: 3289, floor: 3290, site: 3291 };

type Sides = ReadonlyMap<Side, Tally>;

await cleanly(async () => {
	say(`Chat: the site beside the floor. ${machine()}; ${rounds} rounds in turn.\n`);
	const folder = scratchFolder('chat');
	const databases = await makeDatabases(folder, ['floor', 'sharp', 'site']);
	const floor = await floorSide('floor', PORTS.floor, databases.floor);
	const sharp = await floorSide('sharp', PORTS.sharp, databases.sharp);
	const site = await siteSide({
		...{ name: 'site', ports: [PORTS.site], folder, databaseUrl: databases.site },
		...{ count: Math.max(...sizes), environment: profiling() },
	});
	const sides = new Map([floor, site, sharp].map((side) => [side, new Tally()] as const));
	for (const [side, tally] of sides)
		await measure(side, tally, { count: Math.min(50, ...sizes.slice(-1)), pacedMs: 0, floodMs: 2_000 });
	for (const state of states) {
		await prepareTables(databases, state);
		report(state, await allRounds(sides));
	}
	for (const [side, { faults, stored }] of sides) judgeFaults(side.name, faults, stored);
	await judgeGaps(...FLOORS.map((name) => ({ url: databases[name], table: 'floor', column: 'conversation' })), {
		url: databases.site,
		table: 'messages',
		column: 'conversation_id',
	});
});

function profiling(): Record<string, string> {
	return values.profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${path.resolve(values.profile)}` } : {};
}

async function allRounds(sides: Sides): Promise<Kept[]> {
	const kept: Kept[] = [];
	for (let round = 0; round < rounds; round++)
		for (const count of sizes)
			for (const [side, tally] of sides)
				kept.push({ name: side.name, count, ...(await measure(side, tally, { count, pacedMs, floodMs })) });
	return kept;
}

function report(state: State, kept: readonly Kept[]): void {
	const row = (figures: Figures): string[] => cellsOf(figures).map(shown);
	const rows: string[][] = [];
	const verdicts: (() => void)[] = [];
	for (const count of sizes) {
		const ratio = ratioOf(kept, 'site', 'floor', count);
		rows.push([String(count), 'floor', ...row(summaryOf(kept, 'floor', count))]);
		rows.push(['', 'site', ...row(summaryOf(kept, 'site', count))]);
		rows.push(['', 'sharp floor', ...row(summaryOf(kept, 'sharp', count))]);
		rows.push(['', 'site ÷ floor', ...row(ratio)]);
		rows.push(['', 'site ÷ sharp floor', ...row(ratioOf(kept, 'site', 'sharp', count))]);
		verdicts.push(() => judge(`${count}: delivery p50 at most twice the floor's`, ratio.p50 <= 2, shown(ratio.p50)));
		verdicts.push(() =>
			judge(`${count}: at least half the floor's messages a second`, ratio.perSecond >= 0.5, shown(ratio.perSecond)),
		);
	}
	say(`\nTables: ${state}\n`);
	printTable(['conversations', '', ...HEAD], rows);
	say('\nDelivery from send to the other side, both directions; medians of the rounds, ratios round by round.\n');
	for (const verdict of verdicts) verdict();
}
