// node bench/search/score.ts [--only-ours] [--judge] [--misses] : how well the search answers, beside two others.
import { printTable, say } from '../common/figures.ts';
import { cleanly } from '../common/scratch.ts';
import { loadDocuments } from './documents.ts';
import { miniSearch, ours } from './engines.ts';
import { ask, byKind, describe, type Engine, type Figures, figuresOf, type Outcome, remembering } from './evaluate.ts';
import { loadJudge, loadQuestions, mistypedQuestions, type Question } from './questions.ts';
import { trigram } from './trigram.ts';

const FILES = ['named.json', 'asked.json', 'fresh.json', 'held-out.json', 'situations.json'];
const has = (option: string): boolean => process.argv.includes(option);

await cleanly(async () => {
	const documents = loadDocuments();
	const engines = [ours(documents)];
	if (!has('--only-ours')) engines.push(remembering(await trigram(documents)), miniSearch(documents));
	say(`${documents.length} documents, ${engines.map(({ name }) => name).join(', ')}: MRR@10, first 1, 3, 10\n`);
	if (has('--judge')) return printKinds(engines, loadJudge());
	await printFiles(engines);
	await printKinds(engines, everyQuestion());
});

function everyQuestion(): Question[] {
	const typed = loadQuestions(FILES);
	return [...typed, ...mistypedQuestions(typed)];
}

async function printFiles(engines: readonly Engine[]): Promise<void> {
	const rows: string[][] = [];
	for (const file of FILES) {
		const typed = loadQuestions([file]);
		rows.push(await row(file, typed, engines));
		rows.push(await row(`${file}, mistyped`, mistypedQuestions(typed), engines));
	}
	printTable(headOf(engines), rows);
	say();
}

async function row(title: string, questions: readonly Question[], engines: readonly Engine[]): Promise<string[]> {
	const cells: string[] = [];
	for (const [at, engine] of engines.entries()) {
		const outcomes = await ask(engine, questions);
		cells.push(...cellsOf(figuresOf(outcomes)));
		if (at === 0 && has('--misses')) printMisses(outcomes);
	}
	return [title, String(questions.length), ...cells];
}

/** Nothing of a single question: the judge's must stay unseen. */
async function printKinds(engines: readonly Engine[], questions: readonly Question[]): Promise<void> {
	const asked = await Promise.all(engines.map((engine) => ask(engine, questions)));
	const figures = asked.map((outcomes) => new Map([...byKind(outcomes), ['all', figuresOf(outcomes)]]));
	const rows = [...(figures[0] ?? [])].map(([kind, { count }]) => [
		...[kind, String(count)],
		...figures.flatMap((kinds) => cellsOf(kinds.get(kind))),
	]);
	printTable(headOf(engines), rows);
}

function printMisses(outcomes: readonly Outcome[]): void {
	for (const outcome of outcomes) if (outcome.rank !== 1) say(describe(outcome));
}

function headOf(engines: readonly Engine[]): string[] {
	return ['', 'questions', ...engines.flatMap(({ name }) => [name, '1', '3', '10'])];
}

function cellsOf(figures: Figures | undefined): string[] {
	const { mrr, hit1, hit3, hit10 } = figures ?? { mrr: 0, hit1: 0, hit3: 0, hit10: 0 };
	return [mrr.toFixed(3), ...[hit1, hit3, hit10].map((share) => share.toFixed(2))];
}
