import { parentPort, workerData } from 'node:worker_threads';
import solverOf from 'highs';

/** A thread of its own: the solver computes without a pause, and the site has others to answer meanwhile. */
export type Given = { readonly program: string; readonly seconds: number };
/** The names of the variables that are one. */
export type Solved = { readonly isBest: boolean; readonly ones: readonly string[] };

const { program, seconds } = workerData as Given;
const solver = await solverOf();
// Without the second option the best is one that another may beat by a hundredth of a per cent.
const { Status, Columns } = solver.solve(program, { time_limit: seconds, mip_rel_gap: 0, output_flag: false });
const ones = Object.entries(Columns).flatMap(([name, column]) =>
	name.startsWith('x') && 'Primal' in column && column.Primal > 0.5 ? [name] : [],
);
parentPort?.postMessage({ isBest: Status === 'Optimal', ones } satisfies Solved);
