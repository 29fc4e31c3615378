import type { Question } from './questions.ts';

/** Anything that answers a query with ids, best first. */
export type Engine = { name: string; find(query: string): Promise<string[]> | string[] };
export type Figures = { count: number; mrr: number; hit1: number; hit3: number; hit10: number };
export type Outcome = { question: Question; rank: number; first: string[] };

const CONSIDERED = 10;

/** Asks nothing twice: some engines need a while for each. */
export function remembering({ name, find }: Engine): Engine {
	const answers = new Map<string, string[]>();
	return {
		name,
		find: async (query) => {
			const answer = answers.get(query) ?? (await find(query));
			answers.set(query, answer);
			return answer;
		},
	};
}

/** One after the other, as readers come. */
export async function ask(engine: Engine, questions: readonly Question[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const question of questions) {
		const found = (await engine.find(question.q)).slice(0, CONSIDERED);
		const rank = found.findIndex((id) => question.ids.includes(id)) + 1;
		outcomes.push({ question, rank, first: found.slice(0, 4) });
	}
	return outcomes;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
	const share = (value: (rank: number) => number) =>
		outcomes.reduce((sum, { rank }) => sum + value(rank), 0) / outcomes.length;
	const within = (most: number) => share((rank) => (rank >= 1 && rank <= most ? 1 : 0));
	return {
		count: outcomes.length,
		mrr: share((rank) => (rank ? 1 / rank : 0)),
		...{ hit1: within(1), hit3: within(3), hit10: within(CONSIDERED) },
	};
}

export function byKind(outcomes: readonly Outcome[]): Map<string, Figures> {
	const kinds = Map.groupBy(outcomes, ({ question }) => question.kind);
	return new Map([...kinds].map(([kind, some]) => [kind, figuresOf(some)]));
}

export function describe({ question, rank, first }: Outcome): string {
	return `${rank || '-'}\t${question.kind}\t${question.q}\t→ ${question.ids.join(',')}\tgot ${first.join(',')}`;
}
