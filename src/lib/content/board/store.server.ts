import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { DAYS_BOARD_KEPT } from '#lib/privacy/index.ts';
import { type Asked, type HideReason, type Post, type Question, stemsOf } from './post.ts';

const QUESTION = `q.id, q.account_id as "accountId", q.topic, q.service_id as "serviceId", q.language,
	q.answer_number as "answerNumber", q.guide, q.last_number as "lastNumber", q.last_word_on as "lastWordOn"`;
const POST = `p.question_id as "questionId", p.number, p.account_id as "accountId", p.signed, p.language, p.text, p.hidden,
	p.written_at as "writtenAt", p.removed, p.removed_why as "removedWhy"`;

/** A question as it stands in the list: with its own words, and how many answers stand. */
export type Listed = Question & { readonly text: string; readonly signed: string; readonly answers: number };
export type Counted = Post & { readonly useful: number; readonly mine: boolean };
export type NewQuestion = Pick<Question, 'id' | 'accountId' | 'topic' | 'serviceId' | 'language'> & {
	readonly clientId: string;
};
export type NewPost = Pick<Post, 'questionId' | 'number' | 'accountId' | 'signed' | 'language' | 'text' | 'hidden'> & {
	readonly clientId: string;
};

export const board = (db: Queryable) => ({
	async byId(id: string): Promise<Question | null> {
		return (await db.query<Question>(`select ${QUESTION} from board_questions q where q.id = $1`, [id]))[0] ?? null;
	},

	/** Locked first and read afterwards: answers get their numbers one after the other. */
	async locked(id: string): Promise<Question | null> {
		await db.query('select 1 from board_questions where id = $1 for update', [id]);
		return this.byId(id);
	},

	async ofClient(clientId: string): Promise<Pick<Question, 'id' | 'accountId'> | null> {
		const text = 'select id, account_id as "accountId" from board_questions where client_id = $1';
		return (await db.query<Pick<Question, 'id' | 'accountId'>>(text, [clientId]))[0] ?? null;
	},

	/** Gives false when the form was sent before. */
	async add(row: NewQuestion): Promise<boolean> {
		const added = await db.query(
			`insert into board_questions (id, client_id, account_id, topic, service_id, language, last_number, last_word_on)
			values ($1, $2, $3, $4, $5, $6, 0, $7) on conflict (client_id) do nothing returning id`,
			[row.id, row.clientId, row.accountId, row.topic, row.serviceId, row.language, today()],
		);
		return added.length > 0;
	},

	async addPost(post: NewPost): Promise<void> {
		await db.query(
			`insert into board_posts (question_id, number, client_id, account_id, signed, language, text, hidden, written_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			[
				...[post.questionId, post.number, post.clientId, post.accountId, post.signed, post.language],
				...[post.text, post.hidden, now()],
			],
		);
		await db.query('update board_questions set last_number = $2, last_word_on = $3 where id = $1', [
			...[post.questionId, post.number, today()],
		]);
	},

	async numberOf(questionId: string, clientId: string): Promise<number | null> {
		const text = 'select number from board_posts where question_id = $1 and client_id = $2';
		return (await db.query<{ number: number }>(text, [questionId, clientId]))[0]?.number ?? null;
	},

	async post(questionId: string, number: number): Promise<Post | null> {
		const text = `select ${POST} from board_posts p where p.question_id = $1 and p.number = $2`;
		return (await db.query<Post>(text, [questionId, number]))[0] ?? null;
	},

	posts: (questionId: string, readerId: string) =>
		db.query<Counted>(
			`select ${POST}, count(m.account_id)::int as useful, coalesce(bool_or(m.account_id = $2), false) as mine
			from board_posts p left join board_marks m on (m.question_id, m.number) = (p.question_id, p.number)
			where p.question_id = $1 group by p.question_id, p.number order by p.number`,
			[questionId, readerId],
		),

	async setAnswer(questionId: string, number: number | null): Promise<void> {
		await db.query('update board_questions set answer_number = $2 where id = $1', [questionId, number]);
	},

	async setGuide(questionId: string, guide: string): Promise<void> {
		await db.query('update board_questions set guide = $2 where id = $1', [questionId, guide]);
	},

	/** Its words are gone at once; that it was there stays to be seen. */
	async remove(post: Post, how: { removed: NonNullable<Post['removed']>; why: HideReason | null }): Promise<void> {
		await db.query(
			`update board_posts set text = '', hidden = '{}', removed = $3, removed_why = $4
			where question_id = $1 and number = $2`,
			[post.questionId, post.number, how.removed, how.why],
		);
		await db.query('delete from board_marks where question_id = $1 and number = $2', [post.questionId, post.number]);
	},

	/** Pressed again it is taken off. */
	async turnMark(questionId: string, number: number, accountId: string): Promise<void> {
		const mark = [questionId, number, accountId];
		const taken = await db.query(
			'delete from board_marks where question_id = $1 and number = $2 and account_id = $3 returning 1',
			mark,
		);
		if (taken.length > 0) return;
		await db.query(
			'insert into board_marks (question_id, number, account_id) values ($1, $2, $3) on conflict do nothing',
			mark,
		);
	},

	/** The last word first; one more than `limit` when there are more. A question that was taken away leaves the list. */
	list: ({ as, topic, words, page }: Asked, readerId: string, limit: number) =>
		db.query<Listed>(
			`select ${QUESTION}, f.text, f.signed, (select count(*)::int from board_posts a
				where a.question_id = q.id and a.number > 1 and a.removed is null) as answers
			from board_questions q join board_posts f on f.question_id = q.id and f.number = 1
			where f.removed is null
				and ($1 <> 'open' or q.answer_number is null) and ($1 <> 'answered' or q.answer_number is not null)
				and ($1 <> 'mine' or q.account_id = $2) and ($3 = '' or q.topic = $3)
				and not exists (select 1 from unnest($4::text[]) as stem where not exists
					(select 1 from board_posts w where w.question_id = q.id and strpos(lower(w.text), stem) > 0))
			order by q.last_word_on desc, q.id desc limit $5 offset $6`,
			[as, readerId, topic, stemsOf(words), limit + 1, (page - 1) * limit],
		),

	async removeOld(): Promise<number> {
		const rows = await db.query('delete from board_questions where last_word_on < $1 returning 1', [
			today(-DAYS_BOARD_KEPT),
		]);
		return rows.length;
	},
});
