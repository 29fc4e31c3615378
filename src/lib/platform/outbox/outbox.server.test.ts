import { afterAll, beforeEach, expect, test } from 'vitest';
import { Away } from '../away.ts';
import { instant, turnClock } from '../clock.ts';
import { DatabaseDown } from '../db/database.server.ts';
import type { Outcome, Waiting } from './outbox.ts';
import { type Outbox, sendWaiting } from './outbox.server.ts';

type Row = Waiting & { kind: 'sms' | 'email'; dueAt: number; state: string; reason?: string };
let rows: Row[] = [];
let clock = Date.parse('2026-03-01T10:00:00Z');
const back = turnClock(() => clock);
let hasEnough = false;

beforeEach(() => {
	rows = [];
	hasEnough = false;
});
afterAll(back);

const outbox: Outbox<Row, Outcome> = {
	name: 'test',
	take: async (kinds, { now, until }) => {
		const next = rows.find((row) => row.state === 'waiting' && row.dueAt <= now.getTime() && kinds.includes(row.kind));
		if (!next) return null;
		Object.assign(next, { dueAt: until.getTime(), tries: next.tries + 1 });
		return { ...next };
	},
	settle: async (id, end) => void Object.assign(rowOf(id), end),
	delay: async (id, until) => void Object.assign(rowOf(id), { dueAt: until.getTime() }),
	isEnough: async () => hasEnough,
};

function rowOf(id: string): Row {
	const row = rows.find((one) => one.id === id);
	if (!row) throw new Error('no such row');
	return row;
}

function put(id: string, kind: Row['kind'] = 'sms'): void {
	rows.push({ id, kind, tries: 0, madeAt: new Date(clock), dueAt: clock, state: 'waiting' });
}
const away = () => Promise.reject(new Away('away'));
const sent = async () => ({ state: 'sent' }) as const;

test('all that is due goes, one after the other, and is settled as its carrier says', async () => {
	for (const id of ['a', 'b', 'c']) put(id);
	const ends: Outcome[] = [
		{ state: 'sent' },
		{ state: 'failed', reason: 'refused' },
		{ state: 'dropped', reason: 'over' },
	];
	const told: string[] = [];
	const carry = async ({ id }: Row): Promise<Outcome> => {
		told.push(id);
		return ends.shift() ?? { state: 'sent' };
	};
	expect([...(await sendWaiting(outbox, { sms: carry }))]).toEqual([['sms', true]]);
	expect(told).toEqual(['a', 'b', 'c']);
	expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
		...[
			['sent', undefined],
			['failed', 'refused'],
			['dropped', 'over'],
		],
	]);
});

test('a carrier that is away is asked once in a round, and holds up no other', async () => {
	for (const id of ['a', 'b']) put(id);
	put('c', 'email');
	let asked = 0;
	const counted = () => {
		asked += 1;
		return away();
	};
	const reached = await sendWaiting(outbox, { sms: counted, email: sent });
	expect([asked, ...rows.map(({ state }) => state)]).toEqual([1, 'waiting', 'waiting', 'sent']);
	expect([...reached]).toEqual([
		['sms', false],
		['email', true],
	]);
});

test('what could not be sent is tried again later and later, at least every half hour, and given up after a week', async () => {
	put('a');
	const pauses: number[] = [];
	for (let tries = 0; tries < 14; tries += 1) {
		await sendWaiting(outbox, { sms: away });
		pauses.push((rowOf('a').dueAt - clock) / 1_000);
		clock = rowOf('a').dueAt;
	}
	expect(pauses.slice(0, 3)).toEqual([10, 20, 40]);
	expect(Math.max(...pauses)).toBe(1_800);
	clock += 7 * 86_400_000;
	await sendWaiting(outbox, { sms: away });
	expect(rowOf('a')).toMatchObject({ state: 'failed', reason: 'given-up' });
});

test('whoever was told enough today waits an hour, without the carrier being asked', async () => {
	put('a');
	hasEnough = true;
	const reached = await sendWaiting(outbox, { sms: away });
	expect(rowOf('a')).toMatchObject({ state: 'waiting', dueAt: instant() + 3_600_000 });
	expect(reached.size).toBe(0);
});

test('a fault of one word is not one of its carrier', async () => {
	for (const id of ['a', 'b']) put(id);
	const carry = ({ id }: Row) => (id === 'a' ? Promise.reject(new Error('broken')) : sent());
	await sendWaiting(outbox, { sms: carry });
	expect(rows.map(({ state }) => state)).toEqual(['waiting', 'sent']);
});

test('without the database the round ends, and what was taken is taken again when its time is over', async () => {
	put('a');
	await sendWaiting(outbox, { sms: () => Promise.reject(new DatabaseDown('down')) });
	expect(rowOf('a').dueAt).toBe(clock + 120_000);
	clock += 120_000;
	await sendWaiting(outbox, { sms: sent });
	expect(rowOf('a').state).toBe('sent');
});
