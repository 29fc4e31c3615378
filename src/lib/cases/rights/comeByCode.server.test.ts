import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { addDays, instant, instantAt, today, turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { type DeskRow, makeDesk } from '#lib/network/index.server.ts';
import { cases } from '../store.server.ts';
import { caseOfCode, endOtherSessions, giveCode, makeCase, openCase } from '../visitor.server.ts';
import { comeByCode } from './comeByCode.server.ts';
import { visitorCase } from './herCase.server.ts';

const at = onGround();
const desk: DeskRow = {
	...{ id: 'desk', organisationId: 'home', names: {}, zone: 'Europe/Helsinki', projectId: null, planLine: null },
};
let back = (): void => undefined;

beforeAll(async () => {
	await at.ground.db.query(`insert into organisations (id, kind, names) values ('home', 'association', '{}')`);
	await makeDesk(at.ground.db, desk);
});
afterEach(() => back());

async function paper(): Promise<{ id: string; code: string }> {
	const id = await makeCase(at.ground.db, desk, { language: 'ru', expiresOn: today(183) });
	return { id, code: await giveCode(at.ground.db, id, true) };
}

const leadsTo = async (code: string): Promise<string | undefined> => (await caseOfCode(at.ground.db, code))?.id;

test('the first use of a code from a paper makes a new one, and the paper leads nowhere', async () => {
	const { id, code } = await paper();
	const came = await comeByCode({ code, key: newId() });
	expect(came?.caseId).toBe(id);
	expect((await visitorCase(came?.token))?.id).toBe(id);
	expect(await leadsTo(code)).toBeUndefined();
	expect(await leadsTo(came?.code ?? '')).toBe(id);
	expect((await cases(at.ground.db).byId(id))?.codeHandedOut).toBe(false);
	expect(await comeByCode({ code, key: newId() })).toBeNull();
});

test('her own code stays as it is, however often she uses it', async () => {
	const { caseId, code } = await openCase(at.ground.db, desk, { language: 'fi', expiresOn: today(30) });
	for (const key of [newId(), newId()]) expect(await comeByCode({ code, key })).toMatchObject({ caseId, code: null });
	expect(await leadsTo(code)).toBe(caseId);
});

test('of twenty who use a paper at once one is in, and the code on her screen is the one that works', async () => {
	for (let round = 0; round < 5; round += 1) {
		const { id, code } = await paper();
		const all = await Promise.all(Array.from({ length: 20 }, () => comeByCode({ code, key: newId() })));
		const inside = all.filter((came) => came !== null);
		expect(inside).toHaveLength(1);
		expect(await leadsTo(inside[0]?.code ?? '')).toBe(id);
		expect((await visitorCase(inside[0]?.token))?.id).toBe(id);
		expect(await at.ground.db.query('select 1 from visitor_sessions where case_id = $1', [id])).toHaveLength(1);
	}
});

test('a button pressed twice, and the same form again when the answer was lost, let her in; another form does not', async () => {
	const { id, code } = await paper();
	const key = newId();
	const [first, second] = await Promise.all([comeByCode({ code, key }), comeByCode({ code, key })]);
	expect(second).toEqual(first);
	const again = await comeByCode({ code, key });
	expect(again?.caseId).toBe(id);
	expect(await leadsTo(again?.code ?? '')).toBe(id);
	expect(await comeByCode({ code: again?.code ?? '', key: newId() })).toMatchObject({ caseId: id, code: null });
	expect(await comeByCode({ code, key: newId() })).toBeNull();
	const later = instant() + 10 * 60_000 + 1;
	back = turnClock(() => later);
	expect(await comeByCode({ code, key })).toBeNull();
});

test('a form without an id of its own is remembered by nobody', async () => {
	const { id, code } = await paper();
	expect(await comeByCode({ code, key: '' })).toMatchObject({ caseId: id });
	expect(await comeByCode({ code, key: '' })).toBeNull();
});

test('on the day after its last one a case is open to nobody, by session neither', async () => {
	const { id, code } = await paper();
	const came = await comeByCode({ code, key: newId() });
	await endOtherSessions(at.ground.db, id, came?.token);
	const after = instantAt(addDays(today(), 184), '00:01').getTime();
	back = turnClock(() => after);
	expect(await visitorCase(came?.token)).toBeNull();
	expect(await comeByCode({ code: came?.code ?? '', key: newId() })).toBeNull();
});
