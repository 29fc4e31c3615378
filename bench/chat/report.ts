import pg from 'pg';
import { judge, median, percentile } from '../common/figures.ts';
import { FLOORS } from './floorSide.ts';
import type { Measured } from './load.ts';
import type { Faults } from './tally.ts';

/** One side's turn in one round. */
export type Kept = Measured & { readonly count: number; readonly name: string };
export type Figures = { p50: number; p99: number; perSecond: number; processor: number };

export const HEAD = ['p50 ms', 'p99 ms', 'messages/s', 'processor ms/message'];
export const cellsOf = ({ p50, p99, perSecond, processor }: Figures): number[] => [p50, p99, perSecond, processor];

/** The medians of the rounds. */
export function summaryOf(kept: readonly Kept[], name: string, count: number): Figures {
	return mediansOf(roundsOf(kept, name, count));
}

/** How `one` stands to `other`, round by round, since machines change their speed in between; the medians of that. */
export function ratioOf(kept: readonly Kept[], one: string, other: string, count: number): Figures {
	const others = roundsOf(kept, other, count);
	return mediansOf(
		roundsOf(kept, one, count).map((figures, round) => {
			const beside = others[round];
			if (!beside) throw new Error(`${other} has no round ${round}`);
			return {
				p50: figures.p50 / beside.p50,
				p99: figures.p99 / beside.p99,
				perSecond: figures.perSecond / beside.perSecond,
				processor: figures.processor / beside.processor,
			};
		}),
	);
}

function roundsOf(kept: readonly Kept[], name: string, count: number): Figures[] {
	const those = kept.filter((one) => one.name === name && one.count === count);
	return those.map(({ delays, perSecond, processorPerMessage }) => ({
		p50: median(delays),
		p99: percentile(delays, 0.99),
		perSecond,
		processor: processorPerMessage,
	}));
}

function mediansOf(rounds: readonly Figures[]): Figures {
	const of = (name: keyof Figures): number => median(rounds.map((figures) => figures[name]));
	return { p50: of('p50'), p99: of('p99'), perSecond: of('perSecond'), processor: of('processor') };
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
	// A floor hides nothing.
	if (!FLOORS.some((floor) => floor === name))
		judge(`${name}: every secret hidden`, leaked === 0, `${leaked} came through`);
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
