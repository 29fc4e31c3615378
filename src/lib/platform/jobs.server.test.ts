import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { turnClock } from './clock.ts';
import { enqueue, workThrough } from './jobs.server.ts';

const at = onGround();

test('a job is done once, and the same job may be asked for again afterwards', async () => {
	const done: string[] = [];
	const handlers = { tell: async ({ to }: Record<string, string | number>) => void done.push(String(to)) };
	await enqueue(at.ground.db, { kind: 'tell', key: 'a', payload: { to: 'a' } });
	await enqueue(at.ground.db, { kind: 'tell', key: 'a', payload: { to: 'a' } });
	await workThrough(handlers);
	await workThrough(handlers);
	expect(done).toEqual(['a']);
	await enqueue(at.ground.db, { kind: 'tell', key: 'a', payload: { to: 'again' } });
	await workThrough(handlers);
	expect(done).toEqual(['a', 'again']);
});

test('a job that failed is tried again later, not at once, and is not lost', async () => {
	let tries = 0;
	const handlers = {
		fragile: async () => {
			tries += 1;
			if (tries === 1) throw new Error('not yet');
		},
	};
	await enqueue(at.ground.db, { kind: 'fragile', key: 'b' });
	await workThrough(handlers);
	await workThrough(handlers);
	expect(tries).toBe(1);
	const back = turnClock(() => Date.now() + 10_000);
	await workThrough(handlers);
	back();
	expect(tries).toBe(2);
});

test('a job whose worker died is taken up by another after its lock has run out', async () => {
	await enqueue(at.ground.db, { kind: 'orphan', key: 'c' });
	await at.ground.db.query(`update jobs set locked_until = now() + interval '1 minute' where kind = 'orphan'`);
	let done = 0;
	const handlers = { orphan: async () => void (done += 1) };
	await workThrough(handlers);
	expect(done).toBe(0);
	const back = turnClock(() => Date.now() + 61_000);
	await workThrough(handlers);
	back();
	expect(done).toBe(1);
});

test('two workers at once do not do the same job twice', async () => {
	let done = 0;
	const handlers = { race: async () => void (done += 1) };
	for (let i = 0; i < 20; i += 1) await enqueue(at.ground.db, { kind: 'race', key: String(i) });
	await Promise.all([workThrough(handlers), workThrough(handlers), workThrough(handlers)]);
	expect(done).toBe(20);
});

test('what is asked for while the same is being done is done once more, when it is due', async () => {
	const { db } = at.ground;
	let done = 0;
	const look = async () => {
		done += 1;
		if (done === 1) for (let turn = 0; turn < 3; turn += 1) await enqueue(db, { kind: 'look', key: 'round' });
		if (done === 2) await enqueue(db, { kind: 'look', key: 'round', runAt: new Date(Date.now() + 60_000) });
	};
	await enqueue(db, { kind: 'look', key: 'round' });
	await workThrough({ look });
	expect(done).toBe(2);
	const back = turnClock(() => Date.now() + 61_000);
	await workThrough({ look });
	await workThrough({ look });
	back();
	expect(done).toBe(3);
});

test('a job that waits is not taken before a change that asked for it is there', async () => {
	const { db } = at.ground;
	const seen: number[] = [];
	const count = async () => {
		seen.push((await db.query(`select 1 from jobs where kind = 'seen'`)).length);
	};
	await enqueue(db, { kind: 'count', key: 'all' });
	await db.transaction(async (tx) => {
		await enqueue(tx, { kind: 'seen', key: 'the change' });
		await enqueue(tx, { kind: 'count', key: 'all' });
		await workThrough({ count });
	});
	await workThrough({ count });
	expect(seen).toEqual([1]);
});
