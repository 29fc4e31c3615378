import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { type NewFact, recordFact, reverseFact } from '#lib/ledger/index.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { contactsOf } from '../desk/desk.server.ts';
import { periodOf } from '../desk/period.ts';
import { missingGuides, publishedMap, publishedQuarters, stuckOf } from './map.server.ts';

const at = onGround();
let back: (() => void) | undefined;
const turnTo = (day: string): void => {
	back?.();
	back = turnClock(() => Date.parse(`${day}T09:00:00Z`));
};
afterEach(() => back?.());
const five = (): number => 5;
const year = periodOf('2026') ?? { code: '', from: '', to: '' };

beforeAll(async () => {
	for (const id of ['one', 'two']) {
		await at.ground.db.query(`insert into organisations (id, kind, names) values ($1, 'association', '{}')`, [id]);
	}
});

const fact = (more: Partial<NewFact> = {}): Promise<string> =>
	recordFact(at.ground.db, {
		...{ occurredOn: '2026-08-03', organisationId: 'one', unit: 'contact', quantity: 1, basis: 'counted' },
		...{ channel: 'phone', form: 'remote', topic: 'benefits', language: 'ru', outcome: 'referred', minutes: 10 },
		...more,
	});
const times = async (count: number, more: Partial<NewFact>): Promise<string[]> => {
	const ids: string[] = [];
	for (let step = 0; step < count; step++) ids.push(await fact(more));
	return ids;
};

test('the public map is of the whole network, the exact one of one organisation; a reversal counts in both', async () => {
	turnTo('2026-08-10');
	const stuck = { serviceId: 'kela', stuckAt: 'pay#sign' };
	const [wrong] = await times(6, stuck);
	await times(5, { ...stuck, organisationId: 'two', outcome: 'solved-together' });
	await reverseFact(at.ground.db, wrong ?? '');
	const map = await publishedMap(at.ground.db, '2026-Q3', five);
	expect(map).toMatchObject({ state: 'running', total: 10, services: [{ code: 'kela', count: 10 }] });
	expect(map.services[0]?.steps?.[0]?.endings?.map(({ code, count }) => [code, count])).toEqual([
		['solved', 5],
		['sent-on', 5],
		['not-solved', 0],
		['not-told', 0],
	]);
	expect(await stuckOf(at.ground.db, 'one', year)).toMatchObject([{ code: 'kela', count: 5 }]);
	expect(await publishedQuarters(at.ground.db)).toEqual(['2026-Q3']);
});

test('two weeks after its end a quarter is fixed: what is taken back later is in the exact figures alone', async () => {
	turnTo('2026-08-10');
	const ids = await times(5, { serviceId: 'te', occurredOn: '2026-08-04' });
	turnTo('2026-10-14');
	expect(await publishedMap(at.ground.db, '2026-Q3', five)).toMatchObject({ state: 'running' });
	turnTo('2026-10-15');
	for (const id of ids) await reverseFact(at.ground.db, id);
	const map = await publishedMap(at.ground.db, '2026-Q3', five);
	expect(map.state).toBe('fixed');
	expect(map.services.find(({ code }) => code === 'te')).toMatchObject({ count: 5 });
	expect((await stuckOf(at.ground.db, 'one', year)).map(({ code }) => code)).toEqual(['kela']);
	expect(await publishedQuarters(at.ground.db)).toEqual(['2026-Q4', '2026-Q3']);
});

test('contacts of the desk are by each code and add up; other organisations and other days are not in them', async () => {
	turnTo('2026-09-01');
	const whole = await contactsOf(at.ground.db, 'two', year);
	expect(whole).toMatchObject({ contacts: 5, minutes: 50, language: [{ code: 'ru', contacts: 5 }] });
	expect(whole.outcome).toEqual([{ code: 'solved-together', contacts: 5, minutes: 50 }]);
	expect(await contactsOf(at.ground.db, 'two', periodOf('2026-07') ?? year)).toMatchObject({
		contacts: 0,
		channel: [],
	});
});

test('editors learn of a missing guide from five times on, by service or by topic', async () => {
	turnTo('2026-11-01');
	const missing = { guideMissing: true, occurredOn: '2026-10-05' };
	await times(4, { ...missing, serviceId: 'vero', topic: 'tax' });
	await times(3, { ...missing, serviceId: null, topic: 'housing' });
	expect(await missingGuides(at.ground.db)).toEqual([]);
	await fact({ ...missing, serviceId: 'vero', topic: 'money', organisationId: 'two' });
	const [taken] = await times(3, { ...missing, serviceId: null, topic: 'housing' });
	expect(await missingGuides(at.ground.db)).toEqual([
		{ serviceId: null, topic: 'housing', times: 6 },
		{ serviceId: 'vero', topic: null, times: 5 },
	]);
	await reverseFact(at.ground.db, taken ?? '');
	await times(9, { ...missing, serviceId: 'old', occurredOn: '2026-03-01' });
	expect((await missingGuides(at.ground.db)).map((one) => one.times)).toEqual([5, 5]);
});
