import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeDatabases } from '../chat/databases.ts';
import { measure } from '../chat/load.ts';
import { cellsOf, type Figures, HEAD, judgeFaults, judgeGaps, type Kept, ratioOf, summaryOf } from '../chat/report.ts';
import { siteSide } from '../chat/siteSide.ts';
import { Tally } from '../chat/tally.ts';
import { printTable, say, shown } from '../common/figures.ts';
import { machine } from '../common/processor.ts';
import { cleanly, scratchFolder } from '../common/scratch.ts';

/**
 * `node bench/nodes/run.ts [--long] [--sizes 50,200] [--rounds 3]`: one node with its keys in a folder beside two nodes
 * with a keystore of their own. Visitors and helpers are spread, so that half of what is said goes from node to node.
 */
const { values } = parseArgs({
	options: {
		long: { type: 'boolean', default: false },
		sizes: { type: 'string', default: process.platform === 'linux' ? '50,200' : '50' },
		rounds: { type: 'string' },
	},
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds ?? (values.long ? 7 : 3));
const [pacedMs, floodMs] = values.long ? [12_000, 6_000] : [4_000, 2_500];
const PORTS = { one: [3292], two: [3293, 3294] } as const;

await cleanly(async () => {
	say(`Two nodes beside one. ${machine()}; ${rounds} rounds in turn.\n`);
	const folder = scratchFolder('nodes');
	const databases = await makeDatabases(folder, ['one', 'two']);
	const tallies = new Map<Awaited<ReturnType<typeof siteSide>>, Tally>();
	for (const name of ['one', 'two'] as const) {
		const own = path.join(folder, name);
		fs.mkdirSync(own);
		const place = { folder: own, databaseUrl: databases[name] };
		tallies.set(await siteSide({ name, ports: PORTS[name], count: Math.max(...sizes), ...place }), new Tally());
	}
	const kept: Kept[] = [];
	for (let round = -1; round < rounds; round++)
		for (const count of sizes)
			for (const [side, tally] of tallies) {
				const measured = await measure(side, tally, { count, pacedMs, floodMs });
				// The first round only warms up.
				if (round >= 0) kept.push({ name: side.name, count, ...measured });
			}
	report(kept);
	for (const [side, { faults, stored }] of tallies) judgeFaults(side.name, faults, stored);
	await judgeGaps(...Object.values(databases).map((url) => ({ url, table: 'messages', column: 'conversation_id' })));
});

function report(kept: readonly Kept[]): void {
	const rows = sizes.flatMap((count) => {
		const row = (figures: Figures): string[] => cellsOf(figures).map(shown);
		return [
			[String(count), 'one node', ...row(summaryOf(kept, 'one', count))],
			['', 'two nodes', ...row(summaryOf(kept, 'two', count))],
			['', 'ratio', ...row(ratioOf(kept, 'two', 'one', count))],
		];
	});
	printTable(['conversations', '', ...HEAD], rows);
	say('\nEach figure is the median of the rounds; the ratio is two ÷ one, round by round. All share the same cores.\n');
}
