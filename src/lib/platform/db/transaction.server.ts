import { createHash } from 'node:crypto';
import type pg from 'pg';

export interface Queryable {
	/** Runs one statement, prepared under a name of its own; gives the rows. */
	query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A transaction whose last statements go out with its commit; `last` sends them all before it returns. */
export type Writing<T> = {
	work(tx: Queryable): Promise<T>;
	last(result: T): readonly Promise<unknown>[];
};

type Runner = Pick<pg.PoolClient, 'query'> | pg.Pool;

export async function run<Row>(on: Runner, text: string, values: readonly unknown[] = []): Promise<Row[]> {
	const result = await on.query({ name: nameOf(text), text, values: [...values] });
	// The row type is the statement's own promise; the store tests hold it to that on a real database.
	return result.rows as Row[];
}

export function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
	return onOne(pool, async (client) => {
		await client.query('begin');
		const result = await work({ query: (text, values) => run(client, text, values) });
		await client.query('commit');
		return result;
	});
}

/**
 * The same on connections that send before they have heard: begin goes out with the first statement and commit with the
 * last ones, so that a message costs two journeys to the database instead of four. Answers come in turn; a commit behind
 * a statement that failed is answered as the rollback it is.
 */
export function inPipeline<T>(pool: pg.Pool, { work, last }: Writing<T>): Promise<T> {
	return onOne(pool, async (client) => {
		const course = { isOver: false };
		try {
			const [working, begun] = inOneWrite(client, () => {
				const begun = client.query('begin');
				return [work(behind(begun, client, course)), begun];
			});
			const [result] = await Promise.all([working, begun]);
			const [committed] = await inOneWrite(client, () => {
				const sent = Promise.all(last(result));
				course.isOver = true;
				return Promise.all([client.query('commit'), sent]);
			});
			if (committed.command !== 'COMMIT') throw new Error('a statement failed unheard, and all was rolled back');
			return result;
		} finally {
			course.isOver = true;
		}
	});
}

type Course = { isOver: boolean };

function behind(begun: Promise<unknown>, client: pg.PoolClient, course: Course): Queryable {
	return {
		async query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
			if (course.isOver) throw new Error('a statement came after the end of its transaction');
			// No answer is believed before it is known that the transaction has begun.
			return (await Promise.all([run<Row>(client, text, values), begun]))[0];
		},
	};
}

/** What is sent here leaves in one piece: each piece wakes the other side. */
function inOneWrite<T>({ connection }: pg.PoolClient, sending: () => T): T {
	connection.stream.cork();
	try {
		return sending();
	} finally {
		connection.stream.uncork();
	}
}

/** A rollback is answered after all that was sent before it, so the connection is given back clean. */
async function onOne<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	let broken: Error | undefined;
	try {
		return await work(client);
	} catch (error) {
		await client.query('rollback').catch((failure: Error) => (broken = failure));
		throw error;
	} finally {
		client.release(broken);
	}
}

const names = new Map<string, string>();

function nameOf(text: string): string {
	let name = names.get(text);
	if (!name) names.set(text, (name = createHash('sha256').update(text).digest('base64url').slice(0, 24)));
	return name;
}
