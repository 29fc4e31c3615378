import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { addDays, instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { deskById } from '#lib/network/index.server.ts';
import { readEntries } from '../entries/entries.server.ts';
import { visitorOf } from '../rights/visitor.ts';
import { cases } from '../store.server.ts';
import { caseOfCode, caseOfSession, expireCases, moveCase, removeCases } from '../visitor.server.ts';
import { forgetCase } from '../words.server.ts';
import { askForCall } from './ask.server.ts';
import { noteTry, takeCallback } from './calls.server.ts';
import { callbacksOfCase, cancelCallback } from './hers.server.ts';
import { callbacksAtDesk, callSheet } from './list.server.ts';
import { openNumber } from './number.server.ts';
import { callbacks } from './store.server.ts';
import { asked, buildDesks, codes, finish, form, fresh, helper, nobody, TUESDAY } from './testing.ts';

const at = onGround();
const NUMBER = '+358401234567';
let back = (): void => undefined;

beforeAll(buildDesks);
beforeEach(() => turnTo(TUESDAY, '08:00'));
afterEach(async () => {
	await at.ground.db.query('delete from cases');
	await at.ground.db.query('delete from jobs');
	back();
});

function turnTo(day: string, time: string): void {
	back();
	const moment = instantAt(day, time).getTime();
	back = turnClock(() => moment);
}

const audited = async (): Promise<string[]> => {
	const rows = await at.ground.db.query<{ action: string }>(
		`select action from audit_entries where subject = 'callback' order by at, id`,
	);
	return rows.map(({ action }) => action);
};

test('whoever asks has a case, a code, a session and two digits; the number is sealed', async () => {
	const { id, way } = await asked({ text: 'Помогите с рецептом' });
	const callback = await fresh(id);
	expect((await caseOfCode(at.ground.db, way?.code ?? ''))?.id).toBe(callback.caseId);
	const own = await caseOfSession(at.ground.db, way?.token ?? '');
	expect(own?.id).toBe(callback.caseId);
	expect(await openNumber(callback)).toEqual({ number: NUMBER, sign: expect.stringMatching(/^\d\d$/) });
	expect(callback.numberUntil).toBe('2026-12-08');
	expect(JSON.stringify(await at.ground.db.query('select * from callbacks'))).not.toContain('1234567');
	if (!own) return;
	expect((await readEntries(at.ground.db, own)).map(({ text }) => text)).toEqual(['Помогите с рецептом']);
	expect(await callbacksOfCase(at.ground.db, own)).toMatchObject([{ state: 'waiting', ending: '567' }]);
});

test('a form sent twice, one after the other or at once, is one callback in one case; a mended number holds', async () => {
	const startKey = newId();
	const twins = await Promise.all([asked({ startKey }), asked({ startKey })]);
	const again = await asked({ startKey, number: '050 765 4321' });
	expect(new Set([...twins, again].map(({ id }) => id)).size).toBe(1);
	expect(twins[0]?.way?.code).toBe(twins[1]?.way?.code);
	expect(await caseOfCode(at.ground.db, again.way?.code ?? '')).not.toBeNull();
	expect((await openNumber(await fresh(again.id)))?.number).toBe('+358507654321');
	expect(await at.ground.db.query('select id from cases')).toHaveLength(1);
	turnTo(TUESDAY, '09:00');
	expect(await askForCall(form({ startKey }), nobody)).toMatchObject({ refused: 'sent-before' });
});

test('a wrong number and a window that is over are refused by name', async () => {
	expect(await askForCall(form({ number: '040 12' }), nobody)).toMatchObject({ fields: { number: 'length' } });
	expect(await askForCall(form({ window: '' }), nobody)).toMatchObject({ fields: { window: 'window' } });
	turnTo(TUESDAY, '12:50');
	expect(await askForCall(form(), nobody)).toMatchObject({ refused: 'malformed', fields: { window: 'window' } });
	expect(await askForCall(form({ window: 'any' }), nobody)).not.toHaveProperty('refused');
});

test('within her own case nothing new is made for her', async () => {
	const first = await fresh((await asked()).id);
	const second = await asked({}, visitorOf(first.caseId));
	expect(second.way).toBeNull();
	expect((await fresh(second.id)).caseId).toBe(first.caseId);
});

test('the list never has a number; the sheet has it for the one who took the call, and the audit says so', async () => {
	const { id } = await asked({ text: 'про паспорт' });
	const [one, other] = [await helper(), await helper('adviser')];
	const listed = await callbacksAtDesk(at.ground.db, one);
	expect(listed).toMatchObject([{ id, state: 'waiting', holder: null, isOver: false, isNow: false }]);
	expect(JSON.stringify(listed)).not.toMatch(/1234567|sealed/);
	expect(await callSheet(at.ground.db, one, id)).toMatchObject({ call: null, wish: null });
	expect(await takeCallback({ id }, one)).toEqual({ id });
	expect(await callSheet(at.ground.db, other, id)).toMatchObject({ call: null, wish: null, holder: 'Лена' });
	expect(await callSheet(at.ground.db, one, id)).toMatchObject({ call: { number: NUMBER }, wish: 'про паспорт' });
	expect((await audited()).slice(-2)).toEqual(['take', 'read-number']);
});

test('of two who take it at once one gets it', async () => {
	const { id } = await asked();
	const people = await Promise.all(Array.from({ length: 6 }, () => helper()));
	const results = await Promise.all(people.map((one) => takeCallback({ id }, one)));
	expect(results.filter((one) => !isRefusal(one))).toHaveLength(1);
	expect(results.filter((one) => isRefusal(one) && one.refused === 'taken')).toHaveLength(5);
});

test('after some tries in vain it is given up, the number is gone, and she reads why; twice pressed is one try', async () => {
	const { id, way } = await asked();
	const one = await helper();
	for (const tries of [0, 1, 2, 3]) {
		await takeCallback({ id }, one);
		const twice = await Promise.all([0, 1].map(() => noteTry({ id, how: 'no-answer', tries: String(tries) }, one)));
		expect(twice.filter((tried) => !isRefusal(tried)).length).toBeGreaterThan(0);
		expect((await fresh(id)).tries).toBe(tries + 1);
	}
	expect(await fresh(id)).toMatchObject({ state: 'given-up', sealed: null, numberUntil: null });
	const own = await caseOfSession(at.ground.db, way?.token ?? '');
	expect(own && (await callbacksOfCase(at.ground.db, own))).toMatchObject([{ why: 'tried', sign: null, ending: null }]);
});

test('a wrong number is never called again', async () => {
	const { id } = await asked();
	const one = await helper();
	await takeCallback({ id }, one);
	expect(await noteTry({ id, how: 'wrong-number', tries: '0' }, one)).toMatchObject({ state: 'given-up' });
	expect((await fresh(id)).sealed).toBeNull();
});

test('done is one contact by phone in her case, one fact, and the number is gone', async () => {
	const { id } = await asked();
	const one = await helper();
	await takeCallback({ id }, one);
	expect(await finish({ id, ...codes, topic: 'invented' }, one)).toMatchObject({ fields: { topic: 'topic' } });
	const twice = await Promise.all([finish({ id, ...codes }, one), finish({ id, ...codes }, one)]);
	expect(twice.filter((done) => !isRefusal(done))).toHaveLength(1);
	expect(await fresh(id)).toMatchObject({ state: 'done', sealed: null, holder: null });
	const facts = await at.ground.db.query('select channel, topic, minutes, quantity from facts');
	expect(facts).toEqual([{ channel: 'phone', topic: 'health', minutes: 7, quantity: 1 }]);
	expect(await at.ground.db.query('select channel from contacts')).toEqual([{ channel: 'phone' }]);
	expect(await callbacksAtDesk(at.ground.db, one)).toEqual([]);
});

test('the number is unreadable after the end, in a copy of the database from before as well', async () => {
	const endings: [string, (id: string, one: StaffActor, caseId: string) => Promise<unknown>][] = [
		['done', (id, one) => finish({ id, ...codes }, one)],
		['cancelled', (id, _, caseId) => cancelCallback({ id }, visitorOf(caseId))],
		['given up', (id, one) => noteTry({ id, how: 'wrong-number', tries: '0' }, one)],
		['erased', (_id, _one, caseId) => at.ground.db.transaction((tx) => removeCases(tx, [caseId]))],
	];
	for (const [name, end] of endings) {
		const { id } = await asked();
		const one = await helper();
		await takeCallback({ id }, one);
		const copy = await fresh(id);
		expect(await openNumber(copy), name).toMatchObject({ number: NUMBER });
		await end(id, one, copy.caseId);
		await workThrough({ 'forget-case': forgetCase });
		expect((await callbacks(at.ground.db).byId(id))?.sealed ?? null, name).toBeNull();
		expect(await openNumber(copy), name).toBeNull();
	}
});

test('whoever erases her case while she waits for a call waits no more, and is counted once', async () => {
	const before = await abandoned();
	const { id } = await asked();
	const { caseId } = await fresh(id);
	await at.ground.db.transaction((tx) => removeCases(tx, [caseId]));
	expect(await abandoned()).toBe(before + 1);
});

async function abandoned(): Promise<number> {
	const rows = await at.ground.db.query<{ times: number }>(
		`select coalesce(sum(times), 0)::int as times from wait_counts where channel = 'phone' and became = 'abandoned'`,
	);
	return rows[0]?.times ?? 0;
}

test('whom nobody called is given up after fourteen days, by the round or by the key, whichever comes first', async () => {
	const { id } = await asked();
	const copy = await fresh(id);
	turnTo(addDays(TUESDAY, 14), '23:00');
	await expireCases();
	expect((await fresh(id)).state).toBe('waiting');
	turnTo(addDays(TUESDAY, 15), '00:30');
	expect(await openNumber(copy)).not.toBeNull();
	await expireCases();
	expect(await fresh(id)).toMatchObject({ state: 'given-up', sealed: null });
	expect(await openNumber(copy)).toBeNull();
	expect(await cases(at.ground.db).byId(copy.caseId)).not.toBeNull();
});

test('a case that moves to another organisation takes its call along: who held it there has it no more', async () => {
	const { id } = await asked();
	const { caseId } = await fresh(id);
	const [one, there] = [await helper(), await helper('volunteer', 'far')];
	await takeCallback({ id }, one);
	const desk = await deskById(at.ground.db, 'far');
	await at.ground.db.transaction((tx) => (desk ? moveCase(tx, caseId, desk) : Promise.reject(new Error('no desk'))));
	expect(await callSheet(at.ground.db, one, id)).toBeNull();
	expect(await takeCallback({ id }, there)).toEqual({ id });
	expect(await callSheet(at.ground.db, there, id)).toMatchObject({ call: { number: NUMBER } });
});

test('taken back while somebody holds it: she wins, and the helper is told', async () => {
	const { id } = await asked();
	const { caseId } = await fresh(id);
	const one = await helper();
	await takeCallback({ id }, one);
	expect(await cancelCallback({ id }, visitorOf(newId()))).toMatchObject({ refused: 'missing' });
	expect(await cancelCallback({ id }, visitorOf(caseId))).toEqual({ id });
	expect(await cancelCallback({ id }, visitorOf(caseId))).toEqual({ id });
	expect(await finish({ id, ...codes }, one)).toMatchObject({ refused: 'not-held' });
	expect(await callSheet(at.ground.db, one, id)).toBeNull();
	expect(await takeCallback({ id }, one)).toMatchObject({ refused: 'over' });
});
