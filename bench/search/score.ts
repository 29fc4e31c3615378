// node bench/search/score.ts [--misses] : how well the search answers the committed questions.
import { buildIndex } from '../../src/lib/search/index.server.ts';
import { type Figures, evaluate } from './evaluate.ts';
import { loadQuestions, mistypedQuestions } from './questions.ts';
import { loadServices } from './services.ts';

const PROTOTYPE = `The first prototype, on its own 270 questions and on the same ones mistyped:
  MRR@10 0.821  hit@1 0.76  hit@3 0.87  (half nobody tuned on: MRR 0.813)
  plain 0.73  colloquial 0.65  inflected 0.92  transliterated 0.90  typo 0.94  latin-translit 0.96  wrong layout 0.89`;

const started = performance.now();
const index = buildIndex(loadServices());
const built = performance.now() - started;
const questions = loadQuestions();
const all = evaluate(index, questions);
const mistyped = evaluate(index, mistypedQuestions(questions));

for (const [kind, figures] of [...all.kinds, ...mistyped.kinds]) printLine(kind, figures);
printLine('ALL', all.total);
printLine('ALL MISTYPED', mistyped.total);
console.log(`built in ${built.toFixed(0)} ms, a query p50 ${all.p50.toFixed(2)} ms, p95 ${all.p95.toFixed(2)} ms`);
console.log(PROTOTYPE);
if (process.argv.includes('--misses')) for (const miss of [...all.misses, ...mistyped.misses]) console.log(miss);

function printLine(kind: string, { count, mrr, hit1, hit3 }: Figures): void {
	const share = (value: number) => value.toFixed(3);
	console.log(`${kind.padEnd(26)} ${String(count).padStart(4)}  MRR ${share(mrr)}  hit@1 ${share(hit1)}  hit@3 ${share(hit3)}`);
}
