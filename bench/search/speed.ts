// node --expose-gc bench/search/speed.ts : how long a query takes and what the index weighs, beside MiniSearch.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { judge, percentile, printTable, say, shown } from '../common/figures.ts';
import { loadDocuments } from './documents.ts';
import { miniSearch, ours } from './engines.ts';
import type { Engine } from './evaluate.ts';
import { loadQuestions, mistypedQuestions } from './questions.ts';
import { manyDocuments } from './synthetic.ts';

type Measured = { name: string; entries: number; built: number; p50: number; p99: number; megabytes: number };

const ENGINES = { ours, miniSearch };
const MANY = 5_000;
const ROUNDS = 2;

/** Each in a process of its own, so that memory is its own. */
if (process.argv[2] === 'one')
	await measureOne(process.argv[3] === 'ours' ? 'ours' : 'miniSearch', Number(process.argv[4]));
else
	report([0, MANY].flatMap((entries) => (['ours', 'miniSearch'] as const).map((engine) => inProcess(engine, entries))));

function inProcess(engine: keyof typeof ENGINES, entries: number): Measured {
	const args = ['--expose-gc', import.meta.filename, 'one', engine, String(entries)];
	const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
	if (!stdout) throw new Error(stderr);
	return JSON.parse(stdout);
}

async function measureOne(engine: keyof typeof ENGINES, entries: number): Promise<void> {
	const starter = loadDocuments();
	const documents = entries ? manyDocuments(starter, entries) : starter;
	const questions = loadQuestions();
	const queries = [...questions, ...mistypedQuestions(questions)].map(({ q }) => q);
	const before = memory();
	const started = performance.now();
	const built = ENGINES[engine](documents);
	const time = performance.now() - started;
	const megabytes = memory() - before;
	const times = await timesOf(built, queries);
	const figures = { p50: percentile(times, 0.5), p99: percentile(times, 0.99), megabytes, built: time };
	process.stdout.write(JSON.stringify({ name: built.name, entries: documents.length, ...figures }));
}

/** The first round only warms up. */
async function timesOf(engine: Engine, queries: readonly string[]): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round <= ROUNDS; round++) {
		for (const query of queries) {
			const started = performance.now();
			await engine.find(query);
			if (round > 0) times.push(performance.now() - started);
		}
	}
	return times;
}

function memory(): number {
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
}

function report(measured: readonly Measured[]): void {
	const rows = measured.map(({ name, entries, built, p50, p99, megabytes }) => [
		...[name, String(entries), shown(p50), shown(p99), shown(built), shown(megabytes)],
	]);
	printTable(['', 'entries', 'p50 ms', 'p99 ms', 'built ms', 'MB'], rows);
	const [now, , many] = measured;
	if (!now || !many) return;
	say();
	judge('p99 at the catalogue’s size at most 10 ms', now.p99 <= 10, shown(now.p99));
	judge('p99 at 5,000 entries at most 30 ms', many.p99 <= 30, shown(many.p99));
	judge('memory at 5,000 entries at most 300 MB', many.megabytes <= 300, shown(many.megabytes));
}
