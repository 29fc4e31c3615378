import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { addDays, instantAt, turnClock } from '#lib/platform/clock.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { findLate } from '#lib/privacy/index.server.ts';
import { readCalendar } from '../calendar.server.ts';
import type { Occurrence } from '../event.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { cancelRegistration } from './cancel.server.ts';
import { byToken, confirmRegistration } from './confirm.server.ts';
import { entryOf } from './hers.server.ts';
import type { Registration } from './registration.ts';
import { expireRegistrations, settleLines } from './rounds.server.ts';
import { asked, granted, registered } from './testing.ts';
import { waysOf } from './ways.server.ts';
import { forgetRegistration, keepUntil, openWho } from './words.server.ts';

const at = onGround();
const NOON = instantAt('2026-01-10', '12:00').getTime();
let moment = NOON;
const back = turnClock(() => moment);
beforeAll(buildOrganisers);
beforeEach(() => {
	moment = NOON;
});
afterAll(back);

/** A date in three weeks. */
async function date(capacity: number | null = 3): Promise<Occurrence> {
	const { dates } = await planned({ capacity, walkIn: 0, times: 4 });
	await readCalendar();
	const of = dates[3];
	if (!of) throw new Error('there are four dates');
	return of;
}

async function hers(token: string): Promise<Registration> {
	const found = await byToken(token);
	if (!found) throw new Error('her page leads nowhere');
	return found;
}

/** All rows of all tables that a registration could touch, as text. */
async function everything(): Promise<string> {
	const tables = ['registrations', 'event_notices', 'audit_entries', 'jobs', 'retention_runs', 'slots', 'occurrences'];
	const rows = tables.map((table) => at.ground.db.query(`select to_jsonb(t) as row from ${table} t`));
	return JSON.stringify(await Promise.all(rows));
}

test('on the day after its last one a registration is gone with its key; her link then leads nowhere', async () => {
	const of = await date();
	const token = await registered(of, { name: 'Анна' });
	const one = await hers(token);
	moment = instantAt(one.eraseOn, '23:00').getTime();
	await expireRegistrations();
	expect(await openWho(await hers(token))).toMatchObject({ name: 'Анна' });
	moment = instantAt(addDays(one.eraseOn, 1), '01:00').getTime();
	expect((await expireRegistrations()).keyDays).toContain(one.eraseOn);
	expect([await byToken(token), await openWho(one)]).toEqual([null, null]);
});

test('a seat for which no form was sent is gone a day after it was given back; a place that is still hers stays', async () => {
	const of = await date();
	const never = await asked(of);
	const sent = await registered(of);
	moment += 11 * 60_000;
	await settleLines({});
	moment += 23 * 3_600_000;
	await expireRegistrations();
	expect((await hers(never)).state).toBe('expired');
	moment += 2 * 3_600_000;
	expect((await expireRegistrations()).rows).toBe(1);
	expect(await byToken(never)).toBeNull();
	expect((await hers(sent)).state).toBe('confirmed');
});

test('code and link follow from the registration alone, and no word of hers stands anywhere in the database', async () => {
	const of = await date(1);
	const said = { name: 'Анна-Мария', reachedBy: 'sms', number: '040 123 4567' };
	const [token, waiting] = [await registered(of, said), await registered(of, said)];
	const one = await hers(token);
	const { code } = await waysOf(one.id);
	expect(code).toMatch(/^\d{12}$/);
	expect((await waysOf(one.id)).token).toBe(token);
	expect(await waysOf(newId())).not.toEqual({ code, token });
	granted(await cancelRegistration({ token }));
	expect((await hers(waiting)).state).toBe('offered');
	const stored = await everything();
	expect(stored).toContain(one.id);
	for (const word of [code, token, 'Анна', '401234567', Buffer.from('Анна').toString('hex')]) {
		expect(stored).not.toContain(word);
	}
});

test('whoever left no name has no key that could be missed, and the watch stays quiet before and after her day', async () => {
	const of = await date();
	const [nameless, named] = [await registered(of), await registered(of, { name: 'Анна' })];
	const codes = async () =>
		(await findLate(new Date(moment))).filter(({ what, of }) => what !== 'run' && of !== 'work');
	expect(await codes()).toEqual([]);
	granted(await cancelRegistration({ token: named }));
	expect((await hers(nameless)).sealed).toBeNull();
	moment += 3 * 3_600_000;
	expect(await codes()).toEqual([{ what: 'forget', of: 'forget' }]);
	await workThrough({ 'forget-registration': forgetRegistration });
	moment = instantAt(addDays((await hers(nameless)).eraseOn, 2), '12:00').getTime();
	expect((await codes()).map(({ of: about }) => about)).toContain('registrations');
	await expireRegistrations();
	expect(await codes()).toEqual([]);
});

test('moved away and back again before the old share was destroyed, her words are not lost; the other share goes', async () => {
	const of = await date();
	const token = await registered(of, { name: 'Анна' });
	const [there, back] = [addDays((await hers(token)).eraseOn, 7), (await hers(token)).eraseOn];
	const move = async (day: string) => at.ground.db.transaction(async (tx) => keepUntil(tx, await hers(token), day));
	await move(there);
	const away = await hers(token);
	await move(back);
	await workThrough({ 'forget-registration': forgetRegistration });
	expect(await openWho(await hers(token))).toMatchObject({ name: 'Анна' });
	expect(await openWho(away)).toBeNull();
	await move(there);
	await workThrough({ 'forget-registration': forgetRegistration });
	expect(await openWho({ ...away, eraseOn: back })).toBeNull();
	expect(await openWho(await hers(token))).toMatchObject({ name: 'Анна' });
});

test('a number typed over and over is taken no more that day, although each registration is taken back', async () => {
	const of = await date(null);
	const often = async (contact: Readonly<Record<string, string>>) => {
		const token = await asked(of);
		const done = await confirmRegistration({ token, ...contact });
		await cancelRegistration({ token });
		return done;
	};
	const sms = { reachedBy: 'sms', number: '040 765 4321' };
	for (let time = 0; time < 20; time += 1) granted(await often(sms));
	expect(await often({ ...sms, number: '+358 40 7654321' })).toMatchObject({ fields: { number: 'often' } });
	granted(await often({ ...sms, number: '040 765 4322' }));
	for (let time = 0; time < 20; time += 1) granted(await often({ reachedBy: 'email', email: 'b@example.org' }));
	expect(await often({ reachedBy: 'email', email: 'B@example.org' })).toMatchObject({ fields: { email: 'often' } });
	granted(await often({}));
	moment += 86_400_000;
	granted(await often(sms));
});

test.each(['9999-99-99', '2026-02-30', 'abc', '\0', ''])(
	'at the day %j nobody can register, and nothing breaks',
	async (day) => {
		const of = await date();
		expect(await entryOf(of.seriesId, day, 'ru')).toBeNull();
		expect(await entryOf(of.seriesId, of.originalDay, 'ru')).toMatchObject({ room: 'few' });
	},
);
