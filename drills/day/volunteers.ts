import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from '../../bench/common/request.ts';
import type { View } from '../common/helper.ts';
import { surely } from '../common/surely.ts';
import { letters } from './visitors.ts';

/** The desk of the day, and what is known of it: answers by the canary of their conversation, as they were stored. */
export type Desk = {
	readonly door: string;
	readonly answered: Map<string, string[]>;
	/** Closings that were acknowledged, and those of which nothing is known. */
	readonly closings: { acked: number; unknown: number };
	isOpen: boolean;
};

const AT_ONCE = 4;
const WORDS = 4;
const LOOK_MS = 250;
const HERE_MS = 20_000;
const CODES = { topic: 'benefits', serviceId: null, outcome: 'solved-together', minutes: 5 };
const CANARY = /\bq[a-z]{16}\b/;

/** One volunteer: takes whoever waits, a few at a time, answers and closes, until the desk is closed. */
export async function work(desk: Desk, token: string): Promise<void> {
	const seat = takeSeat(desk, token);
	const talks = new Map<string, Promise<void>>();
	const here = setInterval(() => void seat.post('/staff/desk/here', {}).catch(() => 0), HERE_MS);
	while (desk.isOpen) {
		const { mine, waiting } = await seat.look().catch(() => ({ mine: [], waiting: [] }));
		for (const { id } of mine) {
			if (talks.has(id)) continue;
			talks.set(
				id,
				talkIn(id, desk, seat).finally(() => talks.delete(id)),
			);
		}
		// Several would go for the first one.
		const next = waiting[Math.floor(Math.random() * Math.min(3, waiting.length))];
		if (next && talks.size < AT_ONCE) await seat.post(`/staff/conversations/${next.id}/claim`, {}).catch(() => 0);
		await pause(LOOK_MS);
	}
	await Promise.all(talks.values());
	clearInterval(here);
}

type Seat = {
	post(path: string, value: object): Promise<number>;
	/** What she may not read, or not any more, is empty. */
	get(path: string): Promise<string>;
	look(): Promise<Pick<View, 'mine' | 'waiting'>>;
};

function takeSeat({ door }: Desk, token: string): Seat {
	const headers = { cookie: `silta_staff=${token}`, origin: door };
	const get = async (path: string): Promise<string> => {
		const { status, body } = await request('GET', door + path, { headers });
		if (GONE.includes(status)) return '';
		if (status !== 200) throw new Error(`${path} was answered with ${status}`);
		return body.toString();
	};
	return {
		get,
		look: async () => (JSON.parse(await get('/staff/desk/state')) as { view: View }).view,
		async post(path, value) {
			const body = JSON.stringify(value);
			return (await request('POST', door + path, { body, headers: { ...headers, 'content-type': 'application/json' } }))
				.status;
		},
	};
}

/** Answers with the canary that she reads in it: an answer that came into another one is seen there. */
async function talkIn(id: string, desk: Desk, seat: Seat): Promise<void> {
	let words = '';
	await surely(async () => {
		words = await seat.get(`/staff/conversations/${id}`);
		return true;
	});
	const canary = CANARY.exec(words)?.[0];
	// A list that was read before she closed it still names it.
	if (!canary) return;
	const said = desk.answered.get(canary) ?? [];
	desk.answered.set(canary, said);
	for (let word = 0; word < WORDS; word += 1) {
		await pause(300 + Math.random() * 700);
		// What is refused is not stored: somebody else has it now.
		if (!(await answer(id, `${canary} answers ${letters(8)}`, said, seat))) return;
	}
	await pause(1_000);
	await close(id, desk, seat);
}

async function answer(id: string, text: string, said: string[], seat: Seat): Promise<boolean> {
	const message = { id, clientId: randomUUID(), text };
	let status = 0;
	await surely(async () => {
		status = await seat.post('/staff/desk/messages', message);
		return status === 201 || GONE.includes(status);
	});
	if (status === 201) said.push(text);
	return status === 201;
}

const GONE = [403, 404, 409];

/** Of a closing whose answer was lost the next one says only that she does not hold it any more. */
async function close(id: string, { closings }: Desk, { post }: Seat): Promise<void> {
	await surely(async () => {
		const status = await post(`/staff/conversations/${id}/closure`, CODES);
		if (status === 200 || status === 201) closings.acked += 1;
		if (GONE.includes(status)) closings.unknown += 1;
		return status < 300 || GONE.includes(status);
	});
}
