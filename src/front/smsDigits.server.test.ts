import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../bin/testing/ground.ts';
import { readSms } from '#lib/cases/index.server.ts';
import { readCalendar, readRegistrationSms, takeOffer } from '#lib/events/index.server.ts';
import { registered, stateOf } from '#lib/events/registration/testing.ts';
import { buildOrganisers, planned } from '#lib/events/testing.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { receiveSms } from '#lib/platform/sms/receive.server.ts';
import { makeDesk } from '#lib/network/index.server.ts';

const at = onGround();
const HERS = '+358401234567';
const bySms = { reachedBy: 'sms', number: HERS };
const NOON = instantAt('2026-01-10', '12:00').getTime();
let moment = NOON;
const back = turnClock(() => moment);
beforeAll(async () => {
	await buildOrganisers();
	const desk = {
		id: 'desk',
		organisationId: 'near',
		names: {},
		zone: 'Europe/Helsinki',
		projectId: null,
		planLine: null,
	};
	await makeDesk(at.ground.db, desk);
});
beforeEach(async () => {
	moment = NOON;
	await at.ground.db.query('delete from registrations');
	await at.ground.db.query('delete from cases');
});
afterAll(back);

/** Two dates to come, with a seat each. */
async function dates() {
	const { dates: all } = await planned({ capacity: 1, walkIn: 0, times: 5 });
	await readCalendar();
	const [, , , sooner, later] = all;
	if (!sooner || !later) throw new Error('there are five dates');
	return { sooner, later };
}

/** What waits to be told by text message is told. */
async function told(): Promise<void> {
	moment += 1_000;
	const text = `update event_notices set state = 'sent', settled_at = $1 where state = 'waiting' and kind = 'sms'`;
	await at.ground.db.query(text, [new Date(moment)]);
}

const sends = (text: string, from = HERS) => receiveSms({ id: newId(), from, text }, [readRegistrationSms, readSms]);
const numbersAtDesk = async () => (await at.ground.db.query('select 1 from addresses')).length;
const waiting = () => at.ground.db.query(`select about from event_notices where state = 'waiting' order by made_at`);

test('a zero takes back the registration that we wrote about last; the next one the other; after that it is for the desk', async () => {
	const { sooner, later } = await dates();
	const first = await registered(later, bySms);
	await told();
	const second = await registered(sooner, bySms);
	await told();
	await sends('Вопрос');
	expect(await numbersAtDesk()).toBe(1);
	await sends(' 0. ');
	expect([await stateOf(first), await stateOf(second), await numbersAtDesk()]).toEqual(['confirmed', 'cancelled', 1]);
	expect(await waiting()).toEqual([{ about: 'withdrawn' }]);
	await sends('0');
	expect([await stateOf(first), await numbersAtDesk()]).toEqual(['cancelled', 1]);
	await sends('0');
	expect(await numbersAtDesk()).toBe(0);
});

test('whoever was told nothing by text message, or only of what is past, has nothing to take back', async () => {
	const { sooner } = await dates();
	const token = await registered(sooner, bySms);
	await sends('0');
	expect(await stateOf(token)).toBe('confirmed');
	await told();
	await sends('0', '+358507654321');
	await sends('Нет');
	expect(await stateOf(token)).toBe('confirmed');
	moment = sooner.startsAt.getTime();
	await sends('0');
	expect([await stateOf(token), await numbersAtDesk()]).toEqual(['confirmed', 0]);
});

test('a one takes the seat that is offered; at the desk it asks for the text, where none is', async () => {
	const { sooner } = await dates();
	const seated = await registered(sooner, { ...bySms, number: '+358507654321' });
	const token = await registered(sooner, bySms);
	await told();
	await sends('1');
	expect(await stateOf(token)).toBe('waiting');
	await sends('0', '+358507654321');
	expect(await stateOf(seated)).toBe('cancelled');
	expect(await stateOf(token)).toBe('offered');
	await told();
	await sends('１');
	expect(await stateOf(token)).toBe('confirmed');
	expect(await takeOffer({ token })).toMatchObject({ state: 'confirmed' });
});
