import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../bench/search/evaluate.ts';
import { loadQuestions, mistypedQuestions } from '../../../bench/search/questions.ts';
import { loadServices } from '../../../bench/search/services.ts';
import { buildIndex } from './index.server.ts';
import { situationWords } from './situations.ts';
import { SITUATIONS } from './vocabulary.ts';

const services = loadServices();
const index = buildIndex(services);
const figures = (questions: ReturnType<typeof loadQuestions>) => evaluate(index, questions).total;

describe('the committed questions', () => {
	it('expect only services that exist', () => {
		const ids = new Set(services.map(({ id }) => id));
		expect(
			loadQuestions()
				.flatMap((question) => question.ids)
				.filter((id) => !ids.has(id)),
		).toEqual([]);
	});

	it.each([
		['named.json', 0.97],
		['asked.json', 0.93],
		['fresh.json', 0.93],
		['held-out.json', 0.91],
	])('are answered: %s', (file, least) => {
		expect(figures(loadQuestions([file])).mrr).toBeGreaterThan(least);
	});

	it('are answered on the wrong keyboard too', () => {
		expect(figures(mistypedQuestions(loadQuestions())).mrr).toBeGreaterThan(0.92);
	});

	it('find a right answer among the first three', () => {
		expect(figures(loadQuestions()).hit3).toBeGreaterThan(0.96);
	});
});

describe('the everyday words', () => {
	it('each belong to a service of the starter', () => {
		const used = new Set(services.flatMap(situationWords));
		expect(SITUATIONS.filter(({ say }) => !used.has(say)).map(({ of }) => of[0])).toEqual([]);
	});
});
