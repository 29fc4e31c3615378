// node bench/search/score.ts [--misses] : how well the search answers the committed questions.
import { buildIndex, type SearchIndex } from '../../src/lib/search/index.server.ts';
import { evaluate, type Figures } from './evaluate.ts';
import { loadQuestions, mistypedQuestions } from './questions.ts';
import { loadServices } from './services.ts';

const BASELINE = `For comparison, the first prototype:
  on its own 270 questions   MRR@10 0.821  hit@1 0.760  hit@3 0.870
  by kind: plain 0.73  colloquial 0.65  inflected 0.92  transliterated 0.90  typo 0.94  latin-translit 0.96
  wrong keyboard 0.89; on named.json 0.974, asked.json 0.763, held-out.json 0.745`;

const started = performance.now();
const index = buildIndex(loadServices());
console.log(`built in ${(performance.now() - started).toFixed(0)} ms\n`);
for (const file of ['named.json', 'asked.json', 'fresh.json', 'held-out.json']) printFile(index, file);
printKinds(index);
console.log(`\n${BASELINE}`);

function printFile(searched: SearchIndex, file: string): void {
	const questions = loadQuestions([file]);
	const typed = evaluate(searched, questions);
	const mistyped = evaluate(searched, mistypedQuestions(questions));
	printLine(file, typed.total);
	printLine(`${file}, mistyped`, mistyped.total);
	if (process.argv.includes('--misses')) console.log([...typed.misses, ...mistyped.misses].join('\n'));
}

function printKinds(searched: SearchIndex): void {
	const questions = loadQuestions();
	const { kinds, total, p50, p95 } = evaluate(searched, [...questions, ...mistypedQuestions(questions)]);
	console.log();
	for (const [kind, figures] of kinds) printLine(kind, figures);
	printLine('all', total);
	console.log(`\na query: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
}

function printLine(title: string, { count, mrr, hit1, hit3 }: Figures): void {
	const [reciprocal, first, three] = [mrr, hit1, hit3].map((value) => value.toFixed(3));
	const label = `${title.padEnd(26)} ${String(count).padStart(4)}`;
	console.log(`${label}  MRR@10 ${reciprocal}  hit@1 ${first}  hit@3 ${three}`);
}
