import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instant, turnClock } from '#lib/platform/clock.ts';
import { layGround } from '#lib/platform/ground.server.ts';
import { organisation, type Person, person } from '../testing.server.ts';
import { actorOf, beginSession, endSessionsOf, SESSIONS_CHANGED, signOut } from './session.server.ts';

const at = onGround();
const HOME = 'home-association';
const MINUTE = 60_000;
let anna: Person;
let back = (): void => undefined;

beforeAll(async () => {
	await organisation(HOME);
	anna = await person('anna', [{ organisationId: HOME, role: 'volunteer' }]);
});
afterEach(() => back());

const session = () => at.ground.db.transaction((tx) => beginSession(tx, anna.id));
const start = instant();
function clockAt(minutes: number): void {
	back();
	back = turnClock(() => start + minutes * MINUTE);
}

test('a session lives for twelve hours, however busy', async () => {
	clockAt(0);
	const token = await session();
	for (let minutes = 60; minutes < 720; minutes += 60) {
		clockAt(minutes);
		expect(await actorOf(token), `${minutes} minutes`).not.toBeNull();
	}
	clockAt(720);
	expect(await actorOf(token)).toBeNull();
});

test('after two hours of silence it is over, and a page left open is silence', async () => {
	clockAt(0);
	const token = await session();
	clockAt(119);
	expect(await actorOf(token, { isPerson: false })).not.toBeNull();
	clockAt(120);
	expect(await actorOf(token)).toBeNull();
});

test('that somebody was seen is written down once a minute at most', async () => {
	clockAt(0);
	await endSessionsOf(anna.id);
	const token = await session();
	const seen = async (): Promise<number> => {
		await actorOf(token);
		const rows = await at.ground.db.query<{ seen: Date }>('select max(seen_at) as seen from sign_in_sessions');
		return Math.round(((rows[0]?.seen.getTime() ?? 0) - start) / 1_000);
	};
	clockAt(0.9);
	expect(await seen()).toBe(0);
	clockAt(1);
	expect(await seen()).toBe(60);
});

test('signed out is signed out at once, in that session only, and open streams are told', async () => {
	clockAt(0);
	const [mine, other] = [await session(), await session()];
	const heard: string[] = [];
	at.ground.bus.on(SESSIONS_CHANGED, (id) => heard.push(id));
	await signOut(mine);
	expect(await actorOf(mine)).toBeNull();
	expect(await actorOf(other)).not.toBeNull();
	await endSessionsOf(anna.id);
	expect(await actorOf(other)).toBeNull();
	expect(heard).toEqual([anna.id, anna.id]);
});

test('roles, the pledge and whether she may help are read afresh each time', async () => {
	clockAt(0);
	const token = await session();
	expect(await actorOf(token)).toMatchObject({
		...{ pledgeIsCurrent: false, mayHelp: true, memberships: [{ role: 'volunteer' }] },
	});
	await at.ground.db.query('update accounts set pledge_accepted_on = current_date, may_help = false where id = $1', [
		anna.id,
	]);
	await at.ground.db.query('delete from memberships where account_id = $1', [anna.id]);
	expect(await actorOf(token)).toMatchObject({ pledgeIsCurrent: true, mayHelp: false, memberships: [] });
});

test('no token, a made-up token and the stored hash of a token open nothing', async () => {
	clockAt(0);
	await session();
	const rows = await at.ground.db.query<{ hash: Buffer }>('select token_hash as hash from sign_in_sessions');
	for (const token of [undefined, '', 'x', '\0', rows[0]?.hash.toString('base64url')]) {
		expect(await actorOf(token)).toBeNull();
	}
});

test('one look at who it is costs one statement', async () => {
	clockAt(0);
	const token = await session();
	const whole = at.ground;
	const statements = vi.fn(whole.db.query);
	layGround({ ...whole, db: { ...whole.db, query: statements as typeof whole.db.query } });
	await actorOf(token);
	layGround(whole);
	expect(statements).toHaveBeenCalledTimes(1);
});
