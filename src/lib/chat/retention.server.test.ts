import { afterEach, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { addDays, instantAt, now, turnClock } from '#lib/platform/clock.ts';
import { layGround } from '#lib/platform/ground.server.ts';
import { deleteOldJobs, enqueue, workThrough } from '#lib/platform/jobs.server.ts';
import { codeOf, DAYS_WORDS_KEPT } from '#lib/privacy/index.ts';
import { deleteOldRuns, findLate, recorded, recordOfRuns } from '#lib/privacy/index.server.ts';
import { expireTalks, forget } from './forget.server.ts';
import { readConversation } from './read.server.ts';
import { buildConversation, fresh } from './testing.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();
let back = (): void => undefined;
afterEach(async () => {
	back();
	await at.ground.db.query('delete from cases');
	await at.ground.db.query('delete from retention_runs');
	await at.ground.keystore.destroyBefore('chat', '2100-01-01');
});

const FIRST = '2026-10-01';
const expire = recorded('expire', expireTalks);
const tidy = recorded('tidy', async () => ({
	rows: (await deleteOldJobs(at.ground.db)) + (await deleteOldRuns()),
	keyDays: [],
}));
let watched = new Date(0);

function turnTo(day: string, time = '12:00'): void {
	back();
	const moment = instantAt(day, time).getTime();
	back = turnClock(() => moment);
}

async function round(jobs = { expire, tidy, forget }): Promise<void> {
	for (const kind of ['expire', 'tidy']) await enqueue(at.ground.db, { kind, key: 'hourly', runAt: now() });
	await workThrough(jobs);
}

const late = async (): Promise<string[]> => (await findLate(watched)).map(codeOf);

/** Day after day one conversation, and each third one goes on two days later; gives those and the last day of each. */
async function live(day: number, written: Map<string, string>): Promise<void> {
	const today = addDays(FIRST, day);
	const { id } = await buildConversation(`слово ${day}`);
	written.set(id, addDays(today, DAYS_WORDS_KEPT));
	const older = [...written.keys()].at(-3);
	if (day % 3 !== 0 || !older) return;
	await sendMessage({ conversationId: older, clientId: crypto.randomUUID(), text: 'ещё', by: { author: 'visitor' } });
	written.set(older, addDays(today, DAYS_WORDS_KEPT));
}

test('P36: day by day over sixty days nothing older than its day is there, and nothing younger is missing', async () => {
	const written = new Map<string, string>();
	turnTo(FIRST, '00:00');
	watched = now();
	for (let day = 0; day < 60; day++) {
		turnTo(addDays(FIRST, day), '00:30');
		await round();
		expect(await idsThere(), `day ${day}`).toEqual(expected(written, addDays(FIRST, day)));
		turnTo(addDays(FIRST, day));
		await live(day, written);
		await round();
		expect(await late(), `day ${day}`).toEqual([]);
	}
	const alive = await idsThere();
	expect(alive.length).toBeGreaterThan(DAYS_WORDS_KEPT);
	for (const id of alive) {
		expect((await readConversation(await fresh(id)))[0]?.text).toMatch(/^слово \d+$/);
	}
	const { keyDays, goneDays } = await recordOfRuns();
	expect(keyDays[0]).toBe(addDays(FIRST, 59));
	expect(goneDays[0]?.day).toBe(addDays(FIRST, 58));
}, 120_000);

async function idsThere(): Promise<string[]> {
	const rows = await at.ground.db.query<{ id: string }>('select id from conversations order by id');
	return rows.map(({ id }) => id);
}

function expected(written: ReadonlyMap<string, string>, today: string): string[] {
	return [...written].flatMap(([id, last]) => (last >= today ? [id] : [])).sort();
}

test('a round that stands still alarms, by its own record and by what it leaves behind', async () => {
	turnTo(FIRST);
	watched = now();
	await buildConversation();
	await round();
	turnTo(addDays(FIRST, 1), '13:30');
	await round({ expire: () => Promise.reject(new Error('stands still')), tidy, forget });
	expect(await late()).toEqual(['run:expire']);
	turnTo(addDays(FIRST, DAYS_WORDS_KEPT + 1), '01:59');
	await workThrough({ tidy });
	expect(await late()).not.toContain('rows:words');
	turnTo(addDays(FIRST, DAYS_WORDS_KEPT + 1), '02:01');
	expect(await late()).toEqual(expect.arrayContaining(['run:expire', 'rows:words', `keys:${addDays(FIRST, 30)}`]));
	await round();
	expect(await late()).toEqual([]);
});

test('a round that says it deleted and did not is found out', async () => {
	turnTo(FIRST);
	watched = now();
	await buildConversation();
	turnTo(addDays(FIRST, DAYS_WORDS_KEPT + 1));
	await round({ expire: recorded('expire', async () => ({ rows: 1, keyDays: [] })), tidy, forget });
	expect(await late()).toEqual(['rows:words', 'rows:cases', `keys:${addDays(FIRST, 30)}`]);
});

test('keys that went before their day, and keys that nobody comes to destroy, alarm', async () => {
	turnTo(FIRST);
	watched = now();
	await buildConversation();
	await round();
	await enqueue(at.ground.db, { kind: 'forget', key: 'one', payload: { id: 'one', expiresOn: FIRST } });
	expect(await late()).toEqual([]);
	const whole = at.ground;
	layGround({ ...whole, keystore: { ...whole.keystore, days: async () => [] } });
	turnTo(FIRST, '14:30');
	expect(await late()).toEqual([`dark:${addDays(FIRST, DAYS_WORDS_KEPT)}`, 'forget']);
	layGround(whole);
	await workThrough({ forget });
	expect(await late()).toEqual([]);
	for (const kind of ['forget-case', 'forget-registration']) {
		await enqueue(at.ground.db, { kind, key: 'one' });
		turnTo(FIRST, kind === 'forget-case' ? '17:00' : '20:00');
		expect(await late()).toEqual(['forget']);
		await workThrough({ [kind]: async () => undefined });
		expect(await late()).toEqual([]);
	}
});
