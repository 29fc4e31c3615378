import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import type { Role, StaffActor } from '#lib/identity/index.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { texts } from '../editing/store.server.ts';
import { answerBoard, askBoard } from './ask.server.ts';
import { guideFromAnswer } from './guide.server.ts';
import type { ShownAs } from './post.ts';
import { boardQuestion, boardQuestions, deleteOldQuestions } from './read.server.ts';
import { chooseAnswer, hidePost, markUseful, takeBackPost } from './tend.server.ts';

const at = onGround();
const people = new Map<string, StaffActor>();
let id = '';

beforeAll(async () => {
	const everybody: [string, Role][] = [
		...(['volunteer', 'adviser', 'coordinator', 'editor', 'regional', 'clerk', 'funder', 'admin'] as const).map(
			(role): [string, Role] => [role, role],
		),
		['other', 'volunteer'],
	];
	for (const [name, role] of everybody) people.set(name, await person(role, name));
});
beforeEach(async () => {
	id = await asked(newId());
});

function who(name: string): StaffActor {
	const actor = people.get(name);
	if (!actor) throw new Error(`nobody is called ${name}`);
	return actor;
}

const question = (text: string) => ({ clientId: newId(), topic: 'work', language: 'ru', text });

async function asked(text: string, by = 'volunteer'): Promise<string> {
	const made = await askBoard(question(text), who(by));
	if (!('id' in made)) throw new Error(JSON.stringify(made));
	return made.id;
}

async function answered(text = 'Откройте OmaKela.', by = 'adviser'): Promise<{ id: string; number: string }> {
	const made = await answerBoard({ id, clientId: newId(), language: 'ru', text }, who(by));
	if (!('number' in made)) throw new Error(JSON.stringify(made));
	return { id, number: String(made.number) };
}

const read = async (by = 'volunteer') => {
	const found = await boardQuestion(id, who(by));
	if (!found) throw new Error('no such question');
	return found;
};
const listed = async (words: string, as: ShownAs = 'all', by = 'volunteer') =>
	(await boardQuestions({ as, topic: '', words, page: 1 }, who(by))).questions.map((one) => one.id);

test('a question gets its answer, and whoever asked says which it is', async () => {
	const { number } = await answered();
	expect(await chooseAnswer({ id, number }, who('volunteer'))).toEqual({ id, number: 2 });
	const { question, posts } = await read();
	expect(question.answerNumber).toBe(2);
	expect(posts.map(({ signed }) => signed)).toEqual(['volunteer', 'adviser']);
	await chooseAnswer({ id, number }, who('volunteer'));
	expect((await read()).question.answerNumber).toBeNull();
});

test('a coordinator may say it, too; another helper may not, and the question is not its own answer', async () => {
	const { number } = await answered();
	expect(await chooseAnswer({ id, number }, who('other'))).toMatchObject({ refused: 'forbidden' });
	expect(await chooseAnswer({ id, number }, who('coordinator'))).toMatchObject({ number: 2 });
	expect(await chooseAnswer({ id, number: '1' }, who('volunteer'))).toMatchObject({ refused: 'missing' });
});

test('a form that is sent twice is one question and one answer; nobody gets another’s by its client id', async () => {
	const once = question('Как войти?');
	const first = await askBoard(once, who('volunteer'));
	expect(await askBoard(once, who('volunteer'))).toEqual(first);
	expect(await askBoard(once, who('other'))).toMatchObject({ refused: 'other-question' });
	const answer = { id, clientId: newId(), language: 'ru', text: 'Так.' };
	expect(await answerBoard(answer, who('adviser'))).toEqual(await answerBoard(answer, who('adviser')));
	expect((await read()).posts).toHaveLength(2);
});

test('a number that must not be stored is refused until the page between has hidden it', async () => {
	const text = 'Клиент 131052-952K не может войти';
	expect(await askBoard(question(text), who('volunteer'))).toMatchObject({ refused: 'secrets' });
	expect(await answerBoard({ ...question(text), id }, who('adviser'))).toMatchObject({ refused: 'secrets' });
	id = await asked('Клиент •••••• не может войти');
	expect((await read()).posts[0]?.text).toContain('••••••');
	const dump = await at.ground.db.query('select text from board_posts where strpos(text, $1) > 0', ['131052']);
	expect(dump).toEqual([]);
});

test('useful: one press for each person, pressed again it is off, nobody praises herself', async () => {
	const one = await answered();
	await markUseful(one, who('volunteer'));
	await markUseful(one, who('other'));
	expect((await read('other')).posts[1]).toMatchObject({ useful: 2, mine: true });
	await markUseful(one, who('other'));
	expect((await read('other')).posts[1]).toMatchObject({ useful: 1, mine: false });
	expect(await markUseful(one, who('adviser'))).toMatchObject({ refused: 'own' });
});

test('what is taken back loses its words at once, and is the answer no more', async () => {
	const one = await answered();
	await chooseAnswer(one, who('volunteer'));
	expect(await takeBackPost(one, who('volunteer'))).toMatchObject({ refused: 'forbidden' });
	await takeBackPost(one, who('adviser'));
	const { question, posts } = await read();
	expect(posts[1]).toMatchObject({ text: '', removed: 'taken-back', removedWhy: null });
	expect(question.answerNumber).toBeNull();
	expect(await markUseful(one, who('other'))).toMatchObject({ refused: 'missing' });
});

test('a coordinator hides a post with a reason that stands in the audit; nobody else may', async () => {
	const one = await answered();
	expect(await hidePost({ ...one, why: 'person' }, who('adviser'))).toMatchObject({ refused: 'forbidden' });
	expect(await hidePost(one, who('coordinator'))).toMatchObject({ refused: 'malformed' });
	await hidePost({ ...one, why: 'person' }, who('coordinator'));
	expect((await read()).posts[1]).toMatchObject({ text: '', removed: 'hidden', removedWhy: 'person' });
	const audit = await at.ground.db.query('select action, reason from audit_entries where subject_id = $1', [`${id}/2`]);
	expect(audit).toEqual([{ action: 'hide', reason: 'person' }]);
	await hidePost({ id, number: '1', why: 'person' }, who('coordinator'));
	expect(await listed('')).not.toContain(id);
});

test('the board is for those who help or write: nobody else asks, answers or marks', async () => {
	const one = await answered();
	for (const name of ['regional', 'clerk', 'funder', 'admin']) {
		const results = [
			await askBoard(question('x'), who(name)),
			await answerBoard({ ...question('x'), id }, who(name)),
			await markUseful(one, who(name)),
			await chooseAnswer(one, who(name)),
		];
		expect(results).toEqual(results.map(() => ({ refused: 'forbidden', fields: {} })));
	}
});

test('it is found by any words of it, whatever their endings, and by where it stands', async () => {
	const word = newId().replaceAll('-', '');
	id = await asked(`Вопрос про квартиру ${word}`);
	expect(await listed(`квартиры ${word}`)).toEqual([id]);
	expect(await listed(`ВОПРОС ${word}`)).toEqual([id]);
	expect(await listed(`машина ${word}`)).toEqual([]);
	expect(await listed(word, 'open')).toEqual([id]);
	expect(await listed(word, 'mine', 'other')).toEqual([]);
	const one = await answered(`Ответ про заявление ${word}`);
	expect(await listed(`заявления ${word}`)).toEqual([id]);
	await chooseAnswer(one, who('volunteer'));
	expect(await listed(word, 'open')).toEqual([]);
	expect(await listed(word, 'answered')).toEqual([id]);
});

test('a question goes a year after the last word in it, with everything below it', async () => {
	const one = await answered();
	await markUseful(one, who('other'));
	const age = (days: number) =>
		at.ground.db.query('update board_questions set last_word_on = current_date - $2::int where id = $1', [id, days]);
	await age(364);
	await deleteOldQuestions(at.ground.db);
	expect(await boardQuestion(id, who('other'))).not.toBeNull();
	await age(367);
	await deleteOldQuestions(at.ground.db);
	expect(await boardQuestion(id, who('other'))).toBeNull();
	expect(await at.ground.db.query('select 1 from board_posts where question_id = $1', [id])).toEqual([]);
});

test('an answer becomes a draft of a guide, one step for each line, that nobody has reviewed', async () => {
	const long = 'слово '.repeat(400);
	const one = await answered(`Откройте OmaKela.\n\nНажмите [[Lähetä]].\n${long}`);
	const wish = { ...one, source: 'ru', guide: `g-${newId()}`, title: 'Как отправить' };
	expect(await guideFromAnswer(wish, who('volunteer'))).toMatchObject({ refused: 'forbidden' });
	const made = await guideFromAnswer(wish, who('editor'));
	expect(made).toEqual({ item: `guide/${wish.guide}`, lang: 'ru' });
	const draft = await texts(at.ground.db).head(`guide/${wish.guide}`, 'ru');
	const steps = draft && 'about' in draft.content ? draft.content.blocks.map(({ words }) => words.text) : [];
	expect(steps.slice(0, 3)).toEqual(['Как отправить', 'Откройте OmaKela.', 'Нажмите [Lähetä].']);
	expect(steps.slice(3).join(' ')).toBe(long.trim());
	expect(draft).toMatchObject({ origin: 'editor', verdict: null });
	expect((await read()).question.guide).toBe(`guide/${wish.guide}`);
	expect(await guideFromAnswer(wish, who('editor'))).toMatchObject({ fields: { guide: 'there-already' } });
	expect(await guideFromAnswer({ ...wish, number: '1' }, who('editor'))).toMatchObject({ refused: 'missing' });
});
