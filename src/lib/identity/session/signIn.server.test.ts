import * as argon2 from '@node-rs/argon2';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { instant, turnClock } from '#lib/platform/clock.ts';
import { loadDemonstrationPeople } from '../demonstration.server.ts';
import { codeOf, organisation, PASSWORD, type Person, person, wrongCode } from '../testing.server.ts';
import { markFor } from './knownDevice.server.ts';
import { actorOf } from './session.server.ts';
import { type SignedIn, signIn, signInDemonstration } from './signIn.server.ts';

vi.mock('@node-rs/argon2', async (original) => {
	const real = await original<typeof argon2>();
	return { ...real, verify: vi.fn(real.verify) };
});

const at = onGround();
const HOME = 'home-association';
let back = (): void => undefined;
let anna: Person;

beforeAll(async () => {
	for (const id of [HOME, 'demo-kuopio', 'demo-region', 'demo-office']) await organisation(id);
	anna = await person('anna', [{ organisationId: HOME, role: 'adviser' }]);
	await at.ground.db.transaction(loadDemonstrationPeople);
});
afterEach(async () => {
	back();
	back = () => undefined;
	await at.ground.db.query('delete from sign_in_failures');
});

/** Each test needs a code that no earlier test has used. */
let turned = 0;
function later(minutes: number): void {
	back();
	turned += minutes;
	const whole = turned;
	const start = instant();
	back = turnClock(() => start + whole * 60_000);
}
const right = () => ({ shortName: 'anna', password: PASSWORD, code: codeOf(anna.secret) });
const wrong = (shortName = 'anna') => ({ shortName, password: 'not the password', code: wrongCode(anna.secret) });
const tries = () => at.ground.db.query('select 1 from sign_in_failures');

async function comesIn(raw: unknown, mark?: string): Promise<SignedIn> {
	const result = await signIn(raw, mark);
	if (isRefusal(result)) throw new Error(result.refused);
	return result;
}

test('short name, password and code together open a session, and leave an audit row', async () => {
	later(2);
	const { token } = await comesIn({ ...right(), shortName: ' Anna ' });
	const memberships = [{ organisationId: HOME, role: 'adviser' }];
	expect(await actorOf(token)).toMatchObject({ id: anna.id, memberships });
	const audit = "select 1 from audit_entries where action = 'sign-in' and actor_id = $1";
	expect(await at.ground.db.query(audit, [anna.id])).toHaveLength(1);
	expect(await tries()).toEqual([]);
});

test('one thing wrong, an unknown name and nonsense get the same answer', async () => {
	later(2);
	const answers = [
		await signIn({ ...right(), password: `${PASSWORD}!` }),
		await signIn({ ...right(), code: wrongCode(anna.secret) }),
		await signIn({ ...right(), shortName: 'nobody' }),
		await signIn({ ...right(), shortName: 'volunteer' }),
		await signIn({ ...right(), shortName: '\0' }),
		await signIn({ shortName: 'anna' }),
		await signIn(null),
	];
	for (const answer of answers) expect(answer).toEqual(refused('wrong'));
});

test('an unknown name, or one without a password, costs the same password check as a known one', async () => {
	later(2);
	const checks = vi.mocked(argon2.verify);
	const price = async (shortName: string) => {
		checks.mockClear();
		await signIn(wrong(shortName));
		return checks.mock.calls.map(([known]) => argon2.parseOptions(String(known)));
	};
	const known = await price('anna');
	expect(known).toHaveLength(1);
	expect(await price('nobody')).toEqual(known);
	expect(await price('volunteer')).toEqual(known);
});

test('a code that was used does not work again, nor an older one, the next one does', async () => {
	later(2);
	const before = { ...right(), code: codeOf(anna.secret, -0.5) };
	const once = right();
	await comesIn(once);
	expect(await signIn(once)).toEqual(refused('wrong'));
	expect(await signIn(before)).toEqual(refused('wrong'));
	later(0.5);
	await comesIn(right());
});

test('of many requests with one code at the same moment one comes in', async () => {
	later(2);
	const same = right();
	const results = await Promise.all(Array.from({ length: 5 }, () => signIn(same)));
	expect(results.filter((result) => !isRefusal(result))).toHaveLength(1);
});

test('codes half a minute early or late are right, a minute and a half is not', async () => {
	later(4);
	await comesIn({ ...right(), code: codeOf(anna.secret, -0.5) });
	await comesIn({ ...right(), code: codeOf(anna.secret, 0.5) });
	later(10);
	expect(await signIn({ ...right(), code: codeOf(anna.secret, 1.5) })).toEqual(refused('wrong'));
	expect(await signIn({ ...right(), code: codeOf(anna.secret, -1.5) })).toEqual(refused('wrong'));
});

test.each(['anna', 'nobody'])('after ten tries as %s everybody waits, and waiting ends by itself', async (name) => {
	later(20);
	for (let i = 0; i < 10; i += 1) expect(await signIn(wrong(name))).toEqual(refused('wrong'));
	for (let i = 0; i < 3; i += 1) expect(await signIn({ ...right(), shortName: name })).toEqual(refused('wait'));
	expect(await tries()).toHaveLength(10);
	later(15.5);
	expect(isRefusal(await signIn({ ...right(), shortName: name }))).toBe(name === 'nobody');
});

test('of thirty wrong tries at one moment ten are looked at', async () => {
	later(20);
	const results = await Promise.all(Array.from({ length: 30 }, () => signIn(wrong())));
	const waited = results.filter((result) => isRefusal(result) && result.refused === 'wait');
	expect(waited.length).toBeGreaterThanOrEqual(20);
});

test('strangers who keep failing do not keep out a person whose browser is known', async () => {
	later(20);
	const { mark } = await comesIn(right());
	for (let i = 0; i < 12; i += 1) await signIn(wrong());
	later(1);
	expect(await signIn(right())).toEqual(refused('wait'));
	expect(await signIn(right(), await markFor('somebody-else'))).toEqual(refused('wait'));
	expect(await signIn(right(), `${mark}x`)).toEqual(refused('wait'));
	await comesIn(right(), mark);
});

test('a known browser has ten tries of its own, not more', async () => {
	later(20);
	const { mark } = await comesIn(right());
	for (let i = 0; i < 10; i += 1) await signIn(wrong(), mark);
	later(1);
	expect(await signIn(right(), mark)).toEqual(refused('wait'));
});

test('the demonstration door opens for demonstration people and for nobody else', async () => {
	const result = await signInDemonstration('coordinator');
	if (isRefusal(result)) throw new Error(result.refused);
	expect(await actorOf(result.token)).toMatchObject({ isDemonstration: true, pledgeIsCurrent: true });
	for (const name of ['anna', 'nobody', '\0', '']) {
		expect(await signInDemonstration(name)).toEqual(refused('missing'));
	}
});
