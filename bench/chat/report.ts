import pg from 'pg';
import { judge, median, percentile } from '../common/figures.ts';
import type { Measured } from './load.ts';
import type { Faults } from './tally.ts';

/** One side's turn in one round. */
export type Kept = Measured & { readonly count: number; readonly name: string };
export type Summary = { p50: number; p99: number; perSecond: number; processor: number };

export const HEAD = ['p50 ms', 'p99 ms', 'messages/s', 'processor ms/message'];
export const cellsOf = ({ p50, p99, perSecond, processor }: Summary): number[] => [p50, p99, perSecond, processor];

/** The medians of the rounds. */
export function summaryOf(kept: readonly Kept[], name: string, count: number): Summary {
	const those = kept.filter((one) => one.name === name && one.count === count);
	return {
		p50: median(those.map(({ delays }) => median(delays))),
		p99: median(those.map(({ delays }) => percentile(delays, 0.99))),
		perSecond: median(those.map(({ perSecond }) => perSecond)),
		processor: median(those.map(({ processorPerMessage }) => processorPerMessage)),
	};
}

export function ratioOf(one: Summary, other: Summary): Summary {
	return {
		p50: one.p50 / other.p50,
		p99: one.p99 / other.p99,
		perSecond: one.perSecond / other.perSecond,
		processor: one.processor / other.processor,
	};
}

export function judgeFaults(name: string, { leaked, ...delivery }: Faults, stored: number): void {
	const list = Object.entries(delivery)
		.map(([what, count]) => `${count} ${what}`)
		.join(', ');
	judge(
		`${name}: nothing lost, doubled or out of order`,
		Object.values(delivery).every((count) => count === 0),
		`${stored} stored, ${list}`,
	);
	if (name !== 'floor') judge(`${name}: every secret hidden`, leaked === 0, `${leaked} came through`);
}

type Numbered = { url: string; table: string; column: string };

/** The numbers in the databases themselves: each conversation's are 1, 2, 3 … to the last. */
export async function judgeGaps(...tables: readonly Numbered[]): Promise<void> {
	let broken = 0;
	for (const { url, table, column } of tables) {
		const client = new pg.Client({ connectionString: url });
		await client.connect();
		const { rows } = await client.query(`select count(*)::int as broken from
			(select ${column} from ${table} group by ${column} having max(seq) <> count(*) or min(seq) <> 1) as gaps`);
		await client.end();
		broken += Number(rows[0]?.broken);
	}
	judge('numbers in the databases are gapless', broken === 0, `${broken} conversations with gaps`);
}
