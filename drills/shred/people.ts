import { randomUUID } from 'node:crypto';
import { request, Visit } from '../../bench/common/request.ts';
import { chunk, png } from '../../bin/testing/files.ts';
import { claim, type Helper, signIn } from '../common/helper.ts';
import type { Network } from '../common/network.ts';
import { patiently } from '../common/patiently.ts';
import { surely } from '../common/surely.ts';
import { openWith } from '../common/visitor.ts';
import { canary } from './canary.ts';
import type { Era } from './era.ts';

/** Visitors over sixty days, as planned before the first begins; the plan is also what the judge goes by. */
export type Person = {
	readonly turn: number;
	/** The days on which she writes, the first of them opens her conversation. */
	readonly writesOn: readonly number[];
	id: string;
	visit: Visit | null;
};
export const LAST_DAY = 60;
const DAYS_KEPT = 30;
const DAYS_OF_OPENING = 45;
/** As many from one address as in a library. */
const AT_ONE_ADDRESS = 20;

/** Every second one comes back, some days later or so late that her words would soon have gone. */
export function plan(count: number): Person[] {
	return Array.from({ length: count }, (_, turn) => {
		const day = Math.floor((turn * DAYS_OF_OPENING) / count);
		const again = turn % 4 === 1 ? [day + 5] : turn % 4 === 3 ? [day + 20] : [];
		return { turn, writesOn: [day, ...again.filter((later) => later < LAST_DAY)], id: '', visit: null };
	});
}

/** The day until which her words lie, as it stood at the end of `day`; null before she came. */
export function expiryOf({ writesOn }: Person, day: number): number | null {
	const last = writesOn.findLast((on) => on <= day);
	return last === undefined ? null : last + DAYS_KEPT;
}

/** Whether what lay in a copy of `copied` may still be read on `day`: nothing moved it, and its day has not come. */
export function isAlive(person: Person, copied: number, day: number): boolean {
	const then = expiryOf(person, copied);
	return then !== null && then >= day && then === expiryOf(person, day);
}

/** Goes through the days from `first` to `last`, everybody doing what was planned for them. */
export async function live(era: Era, people: readonly Person[], first: number, last: number): Promise<void> {
	for (let day = first; day <= last; day += 1) {
		const those = people.filter(({ writesOn }) => writesOn.includes(day));
		if (those.length === 0 && day < last) continue;
		await era.turnTo(day);
		if (those.length > 0) await oneDay(era.network, those, day);
	}
}

async function oneDay({ nodes, sql }: Network, people: readonly Person[], day: number): Promise<void> {
	const [first, second] = nodes;
	const helper = await patiently(() => signIn(second?.address ?? '', 'adviser'));
	for (const person of people) {
		if (person.writesOn[0] === day) await begin(person, first?.address ?? '', sql);
		else await goOn(person);
		await beAnswered(helper, person);
	}
}

async function begin(person: Person, address: string, sql: Network['sql']): Promise<void> {
	const visit = new Visit(address, `127.0.2.${1 + Math.floor(person.turn / AT_ONE_ADDRESS)}`);
	const key = randomUUID();
	const text = canary(person.turn);
	await surely(async () => (await openWith(visit, key, text)) === 303);
	const [row] = await sql<{ id: string }>('select id from conversations where start_key = $1', [key]);
	if (!row) throw new Error('a conversation was opened and is not there');
	Object.assign(person, { id: row.id, visit });
	await goOn(person);
	if (person.turn % 3 === 0) await sendPicture(visit, person.turn);
}

/** What somebody wrote into the file itself is not to be kept either. */
async function sendPicture(visit: Visit, turn: number): Promise<void> {
	const body = png(40, 30, [chunk('tEXt', Buffer.from(`Comment\0${canary(turn)}`))]);
	const headers = { ...visit.headers(), 'content-type': 'image/png' };
	const url = `${visit.base}/api/chat/pictures?key=${randomUUID()}`;
	await surely(async () => (await request('POST', url, { body, headers, from: visit.from })).status === 201);
}

async function goOn({ visit, turn }: Person): Promise<void> {
	const words = { clientId: randomUUID(), text: canary(turn) };
	await surely(async () => (await visit?.postJson('/api/chat/messages', words))?.status === 201);
}

/** An answer, a note to colleagues and the beginning of a further answer. */
async function beAnswered(helper: Helper, { id, turn }: Person): Promise<void> {
	await surely(async () => [200, 409].includes(await claim(helper, id)));
	const words = (): object => ({ id, clientId: randomUUID(), text: canary(turn), after: 0 });
	for (const [where, what] of [
		['/staff/desk/messages', { ...words(), after: undefined }],
		[`/staff/conversations/${id}/notes`, words()],
		[`/staff/conversations/${id}/draft`, words()],
	] as const)
		await surely(async () => (await helper.postJson(where, what)).status <= 201);
}
