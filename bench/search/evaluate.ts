import type { SearchIndex } from '../../src/lib/search/index.server.ts';
import type { Question } from './questions.ts';

export type Figures = { count: number; mrr: number; hit1: number; hit3: number };
export type Evaluation = {
	total: Figures;
	kinds: Map<string, Figures>;
	misses: string[];
	p50: number;
	p95: number;
};

type Outcome = { question: Question; rank: number; milliseconds: number; first: string[] };

export function evaluate(index: SearchIndex, questions: readonly Question[]): Evaluation {
	const outcomes = questions.map((question) => ask(index, question));
	const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
	const kinds = Map.groupBy(outcomes, ({ question }) => question.kind);
	return {
		total: figuresOf(outcomes),
		kinds: new Map([...kinds].map(([kind, some]) => [kind, figuresOf(some)])),
		misses: outcomes.filter(({ rank }) => rank !== 1).map(describe),
		p50: times[Math.floor(times.length * 0.5)] ?? 0,
		p95: times[Math.floor(times.length * 0.95)] ?? 0,
	};
}

function ask(index: SearchIndex, question: Question): Outcome {
	const started = performance.now();
	const { results } = index.find(question.q, { limit: 10 });
	const milliseconds = performance.now() - started;
	const found = results.map(({ document }) => document.id);
	const rank = found.findIndex((id) => question.ids.includes(id)) + 1;
	return { question, rank, milliseconds, first: found.slice(0, 4) };
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
	const share = (value: (rank: number) => number) =>
		outcomes.reduce((sum, { rank }) => sum + value(rank), 0) / outcomes.length;
	return {
		count: outcomes.length,
		mrr: share((rank) => (rank ? 1 / rank : 0)),
		hit1: share((rank) => (rank === 1 ? 1 : 0)),
		hit3: share((rank) => (rank >= 1 && rank <= 3 ? 1 : 0)),
	};
}

function describe({ question, rank, first }: Outcome): string {
	return `${rank || '-'}\t${question.kind}\t${question.q}\t→ ${question.ids.join(',')}\tgot ${first.join(',')}`;
}
