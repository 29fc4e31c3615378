import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isTwin, type Queryable } from './database.server.ts';

const at = onGround();

beforeAll(() => at.ground.db.query('create table lines (id int primary key, text text not null)'));
beforeEach(() => at.ground.db.query('delete from lines'));

const add = (tx: Queryable, id: number, text: string | null = 'a text') =>
	tx.query('insert into lines (id, text) values ($1, $2)', [id, text]);
const stored = async (): Promise<number[]> =>
	(await at.ground.db.query<{ id: number }>('select id from lines order by id')).map(({ id }) => id);
/** As many at once as there are connections of writers, so that each of them is asked. */
const backends = () => Promise.all([1, 2].map(() => writing(async (tx) => backend(tx))));
const backend = async (tx: Queryable): Promise<unknown> =>
	(await tx.query<{ pid: number }>('select pg_backend_pid() as pid, pg_sleep(0.05)'))[0]?.pid;

function writing<T>(work: (tx: Queryable) => Promise<T>, last: (tx: Queryable) => Promise<unknown>[] = () => []) {
	let inside: Queryable | undefined;
	return at.ground.db.transactionOfWriter({
		work: (tx) => work((inside = tx)),
		last: () => (inside ? last(inside) : []),
	});
}

test('a writer reads what came before, and its last statements are there when it is done', async () => {
	const before = await writing(
		async (tx) => {
			await add(tx, 1);
			return tx.query('select id from lines');
		},
		(tx) => [add(tx, 2), add(tx, 3)],
	);
	expect(before).toEqual([{ id: 1 }]);
	expect(await stored()).toEqual([1, 2, 3]);
});

test('a last statement that fails undoes all that was written with it, also what came behind it', async () => {
	await add(at.ground.db, 2);
	const failed = writing(
		(tx) => add(tx, 1),
		(tx) => [add(tx, 2), add(tx, 3)],
	);
	await expect(failed).rejects.toSatisfy(isTwin);
	expect(await stored()).toEqual([2]);
});

test('a failure leaves the connections as they were, outside of any transaction', async () => {
	const before = await backends();
	const failures = [
		writing(() => Promise.reject(new Error('thought better of it'))),
		writing(async (tx) => {
			await add(tx, 1);
			throw new Error('thought better of it');
		}),
		writing((tx) => add(tx, 1, null)),
		writing(
			(tx) => add(tx, 1),
			(tx) => [add(tx, 2, null)],
		),
		writing(
			(tx) => add(tx, 1),
			() => {
				throw new Error('nothing to send');
			},
		),
	];
	for (const { status } of await Promise.allSettled(failures)) expect(status).toBe('rejected');
	expect(await stored()).toEqual([]);
	expect(new Set(await backends())).toEqual(new Set(before));
	await writing((tx) => add(tx, 4));
	expect(await stored()).toEqual([4]);
});

test('a failure that the work keeps to itself is no commit either', async () => {
	const silent = writing(async (tx) => {
		await add(tx, 1);
		await add(tx, 2, null).catch(() => undefined);
	});
	await expect(silent).rejects.toThrow('rolled back');
	expect(await stored()).toEqual([]);
});

test('nothing is sent behind the commit', async () => {
	let kept: Queryable | undefined;
	await writing(async (tx) => void (kept = tx));
	await expect(kept && add(kept, 1)).rejects.toThrow('after the end');
	expect(await stored()).toEqual([]);
});

test('two writers that wait for each other by the same row keep their order', async () => {
	await add(at.ground.db, 1, '');
	const append = (letter: string) =>
		writing(
			(tx) => tx.query<{ text: string }>('select text from lines where id = 1 for update'),
			(tx) => [tx.query('update lines set text = text || $1 where id = 1', [letter])],
		);
	const seen = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(append));
	const lengths = seen.map((rows) => rows[0]?.text.length).sort();
	expect(lengths).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a connection that the server ends takes its transaction with it, and the next writer gets another', async () => {
	const cut = writing(
		async (tx) => {
			await add(tx, 1);
			const pid = await backend(tx);
			await at.ground.db.query('select pg_terminate_backend($1)', [pid]);
		},
		(tx) => [add(tx, 2)],
	);
	await expect(cut).rejects.toThrow('cannot be reached');
	expect(await stored()).toEqual([]);
	await writing((tx) => add(tx, 3));
	expect(await stored()).toEqual([3]);
});
