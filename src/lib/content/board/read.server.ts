import type { StaffActor } from '#lib/identity/index.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { isId } from '#lib/platform/id.ts';
import type { Asked, Question } from './post.ts';
import { board, type Counted, type Listed } from './store.server.ts';

export const QUESTIONS_A_PAGE = 30;

/** Questions of the whole network, the last word first; `hasMore`: there is a page after this. */
export async function boardQuestions(
	asked: Asked,
	reader: StaffActor,
): Promise<{ questions: Listed[]; hasMore: boolean }> {
	const found = await board(ground().db).list(asked, reader.id, QUESTIONS_A_PAGE);
	return { questions: found.slice(0, QUESTIONS_A_PAGE), hasMore: found.length > QUESTIONS_A_PAGE };
}

/** A question with its posts, the first of which are its own words. */
export async function boardQuestion(
	id: string,
	reader: StaffActor,
): Promise<{ question: Question; posts: Counted[] } | null> {
	const { db } = ground();
	const question = isId(id) ? await board(db).byId(id) : null;
	return question && { question, posts: await board(db).posts(id, reader.id) };
}

/** A year after the last word; for the hourly round. Gives how many went. */
export const deleteOldQuestions = (db: Parameters<typeof board>[0]): Promise<number> => board(db).removeOld();
