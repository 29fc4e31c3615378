import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../../../bench/search/documents.ts';
import { keyOf, ours } from '../../../bench/search/engines.ts';
import { ask, type Figures, figuresOf } from '../../../bench/search/evaluate.ts';
import { loadQuestions, mistypedQuestions, type Question } from '../../../bench/search/questions.ts';
import { conceptsOf } from './concepts.ts';
import { situationWords } from './situations.ts';
import { CONCEPT_LISTS } from './vocabulary/concepts.ts';
import { SITUATIONS } from './vocabulary.ts';

const documents = loadDocuments();
const engine = ours(documents);
const figures = async (questions: readonly Question[]): Promise<Figures> => figuresOf(await ask(engine, questions));
const situations = loadQuestions(['situations.json']).filter(({ kind }) => kind === 'situation');

describe('the committed questions, among all documents', () => {
	it('expect only services that exist', () => {
		const ids = new Set(documents.map(keyOf));
		const wanted = loadQuestions().flatMap((question) => question.ids);
		expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
	});

	it.each([
		['named.json', 0.97],
		['asked.json', 0.94],
		['fresh.json', 0.94],
		['held-out.json', 0.92],
		['situations.json', 0.9],
	])('are answered: %s', async (file, least) => {
		expect((await figures(loadQuestions([file]))).mrr).toBeGreaterThan(least);
	});

	it('are answered on the wrong keyboard too', async () => {
		expect((await figures(mistypedQuestions(loadQuestions()))).mrr).toBeGreaterThan(0.93);
	});

	it('find a right answer among the first', async () => {
		const { hit3, hit10 } = await figures(loadQuestions());
		expect(hit3).toBeGreaterThan(0.965);
		expect(hit10).toBeGreaterThan(0.985);
	});

	it('are understood when they name no service', async () => {
		const { mrr, hit3 } = await figures(situations);
		expect(mrr).toBeGreaterThan(0.84);
		expect(hit3).toBeGreaterThan(0.89);
	});

	it.each(['каэла', 'ktkf', 'кела', 'kela', 'rtkf'])('Kela itself is OmaKela: %s', async (query) => {
		expect((await engine.find(query))[0]).toBe('kela-omakela');
	});

	it.each([
		['в Куопио садик', 'kuopio-varhaiskasvatus'],
		['päiväkoti helsingissä', 'helsinki-varhaiskasvatus'],
		['врач куопиосса', 'pshva'],
		['flat in Kuopio', 'niiralan-kulma'],
	])('a town that is named goes first: %s', async (query, id) => {
		expect((await engine.find(query))[0]).toBe(id);
	});
});

describe('the vocabulary', () => {
	it('has everyday words only for services of the starter', () => {
		const used = new Set(documents.flatMap(situationWords));
		expect(SITUATIONS.filter(({ say }) => !used.has(say)).map(({ of }) => of[0])).toEqual([]);
	});

	it('leads from one language to another', () => {
		const shared = (a: string, b: string) => [...conceptsOf(a)].some((concept) => conceptsOf(b).has(concept));
		expect(shared('хозяину', 'vuokranantajalle')).toBe(true);
		expect(shared('холодильник', 'fridge')).toBe(true);
		expect(shared('холодильник', 'passport')).toBe(false);
	});

	it('names every idea, and none twice', () => {
		const lines = CONCEPT_LISTS.flatMap((list) => list.trim().replace(/\n\t/g, ' ').split('\n'));
		const names = lines.map((line) => line.split(':')[0] ?? '');
		expect(names.filter((name) => !/^[a-z-]+$/.test(name))).toEqual([]);
		expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	});
});
