import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { DeskRow } from '#lib/network/index.server.ts';
import { addresses } from '../addresses/store.server.ts';
import { noticesOf } from '../notices/notices.server.ts';
import { cases } from '../store.server.ts';
import { buildCase, buildDesk, buildStaff, KNOWN, typedContact } from '../testing.server.ts';
import { caseOfCode, caseOfSession, startSession, VISITOR_SESSIONS_CHANGED } from '../visitor.server.ts';
import { recordAtDesk } from '../contacts/atDesk.server.ts';
import { makePaperCode, openByCode } from './code.server.ts';
import { casesInView, readCase } from './read.server.ts';
import { passCase, releaseCase, takeCase } from './take.server.ts';
import { answerInCase, noteInCase } from './write.server.ts';

const at = onGround();
let desk: DeskRow;
let other: DeskRow;
let helper: StaffActor;
let elsewhere: StaffActor;

beforeAll(async () => {
	desk = await buildDesk('home');
	other = await buildDesk('away');
	helper = await buildStaff('volunteer');
	elsewhere = await buildStaff('volunteer', 'away');
});

const caseOf = async (id: string) => cases(at.ground.db).byId(id);
async function inHand(): Promise<string> {
	const id = await buildCase(desk);
	await takeCase({ id }, helper);
	return id;
}
async function paperCode(id: string): Promise<string> {
	const made = await makePaperCode({ id }, helper);
	if (isRefusal(made)) throw new Error(made.refused);
	return made.code;
}
async function textsFor(id: string, actor: StaffActor): Promise<(string | null)[]> {
	const seen = await readCase(id, actor);
	if (isRefusal(seen) || !seen.inside) throw new Error('not read');
	return seen.inside.history.flatMap((step) => (step.kind === 'entry' ? [step.entry.text] : []));
}

test('P07: of twenty who take a case at once, one has it, and the others read who', async () => {
	const id = await buildCase(desk);
	const helpers = await Promise.all(Array.from({ length: 20 }, () => buildStaff('volunteer')));
	const done = await Promise.all(helpers.map((one) => takeCase({ id }, one)));
	const winner = helpers[done.findIndex((one) => !isRefusal(one))];
	expect((await caseOf(id))?.holder).toBe(winner?.id);
	const lost = done.filter(isRefusal);
	expect(lost).toHaveLength(19);
	expect(lost.every(({ refused, fields }) => refused === 'held-by-another' && fields.by === winner?.chosenName)).toBe(
		true,
	);
});

test('waiting cases stand in order of their waiting; taken they are in hand, given back they wait at their place', async () => {
	const [late, early] = [await buildCase(desk), await buildCase(desk)];
	await cases(at.ground.db).startWaiting(late, new Date('2026-11-20T10:00:00Z'));
	await cases(at.ground.db).startWaiting(early, new Date('2026-11-20T09:00:00Z'));
	const waiting = async () => (await casesInView(helper)).waiting.map(({ id }) => id);
	expect(await waiting()).toEqual([early, late]);
	await takeCase({ id: early }, helper);
	expect(await waiting()).toEqual([late]);
	expect((await casesInView(helper)).mine.map(({ id }) => id)).toContain(early);
	const coordinator = await buildStaff('coordinator');
	expect((await casesInView(coordinator)).others).toContainEqual(
		expect.objectContaining({ id: early, holderName: helper.chosenName }),
	);
	expect((await casesInView(elsewhere)).waiting).toEqual([]);
	await releaseCase({ id: early }, helper);
	expect(await waiting()).toEqual([early, late]);
	for (const id of [early, late]) await recordAtDesk(KNOWN)(typedContact(desk.id, { caseId: id }), coordinator);
	expect(await waiting()).toEqual([]);
});

test('whoever may not read it sees that it is there and no word; each reading leaves a trace', async () => {
	const id = await inHand();
	await noteInCase({ id, clientId: newId(), text: 'строго между нами' }, helper);
	const colleague = await buildStaff('volunteer');
	expect(await readCase(id, colleague)).toMatchObject({ inside: null, holderName: helper.chosenName, isMine: false });
	expect(await textsFor(id, helper)).toEqual(['строго между нами']);
	expect(await textsFor(id, await buildStaff('adviser'))).toEqual(['строго между нами']);
	const looks = await at.ground.db.query<{ actor: string }>(
		`select actor_id as actor from audit_entries where action = 'read' and subject = 'case' and subject_id = $1`,
		[id],
	);
	expect(looks).toHaveLength(2);
	expect(looks.map(({ actor }) => actor)).not.toContain(colleague.id);
});

test('an answer sent twice is written once, without the numbers in it, and ends the wait', async () => {
	const id = await inHand();
	await cases(at.ground.db).startWaiting(id, new Date());
	const said = { id, clientId: newId(), text: 'Да, можно, 131052-900W' };
	expect(await answerInCase(said, helper)).toEqual(await answerInCase(said, helper));
	expect(await textsFor(id, helper)).toEqual(['Да, можно, ••••••']);
	expect((await caseOf(id))?.waitingSince).toBeNull();
});

test('a case is handed to a colleague of the same desk and to nobody else', async () => {
	const id = await inHand();
	const colleague = await buildStaff('volunteer');
	const editor = await buildStaff('editor');
	for (const to of [elsewhere.id, editor.id, newId()])
		expect(await passCase({ id, to }, helper)).toMatchObject({ refused: 'malformed', fields: { to: 'to' } });
	await passCase({ id, to: colleague.id }, helper);
	expect((await caseOf(id))?.holder).toBe(colleague.id);
	expect(await noteInCase({ id, clientId: newId(), text: 'x' }, helper)).toMatchObject({ refused: 'not-held' });
});

test('another code for a paper puts the first out of use', async () => {
	const id = await inHand();
	const first = await paperCode(id);
	const second = await paperCode(id);
	expect(await caseOfCode(at.ground.db, first)).toBeNull();
	expect(await caseOfCode(at.ground.db, second)).toMatchObject({ id, codeHandedOut: true });
});

test('another code for a paper puts out whoever is in by the one before it', async () => {
	const id = await inHand();
	const token = await startSession(at.ground.db, id);
	const told: string[] = [];
	const stop = at.ground.bus.on(VISITOR_SESSIONS_CHANGED, (of) => told.push(of));
	await paperCode(id);
	stop();
	expect(await caseOfSession(at.ground.db, token)).toBeNull();
	expect(told).toEqual([id]);
});

test('with the code of the person her case is in hand, whoever had it; a wrong, an unknown and a past code are alike', async () => {
	const id = await inHand();
	const code = await paperCode(id);
	const colleague = await buildStaff('volunteer');
	expect(await openByCode({ code: `№ ${code}`, deskId: desk.id }, colleague)).toEqual({
		refused: 'missing',
		fields: {},
	});
	expect(await openByCode({ code: code.replace(/(....)/g, '$1 '), deskId: desk.id }, colleague)).toEqual({
		...{ id, movedFrom: null },
	});
	expect((await caseOf(id))?.holder).toBe(colleague.id);
	const past = await buildCase(desk, '2026-01-01');
	await at.ground.db.query('update cases set holder = $2 where id = $1', [past, helper.id]);
	const typed = ['', '12', '0'.repeat(20), '12345678901234567890', 'x'.repeat(150)];
	for (const code of typed)
		expect(await openByCode({ code, deskId: desk.id }, helper)).toEqual({ refused: 'missing', fields: {} });
});

test('her own code that a helper has seen is used once more and then makes another', async () => {
	const id = await inHand();
	const code = await paperCode(id);
	await at.ground.db.query('update return_codes set handed_out = false where case_id = $1', [id]);
	await openByCode({ code, deskId: desk.id }, helper);
	expect(await caseOfCode(at.ground.db, code)).toMatchObject({ codeHandedOut: true });
});

test('a case of another organisation comes over when the helper says so: without notes, and the first sees it no more', async () => {
	const id = await inHand();
	await noteInCase({ id, clientId: newId(), text: 'только для нас' }, helper);
	await answerInCase({ id, clientId: newId(), text: 'для неё' }, helper);
	const done = await recordAtDesk(KNOWN)(typedContact(desk.id, { caseId: id, staysInHand: 'on' }), helper);
	expect(isRefusal(done)).toBe(false);
	const code = await paperCode(id);
	expect(await openByCode({ code, deskId: other.id }, elsewhere)).toEqual({ elsewhere: 'home' });
	expect((await caseOf(id))?.organisationId).toBe('home');
	expect(await openByCode({ code, deskId: other.id, bring: 'on' }, elsewhere)).toEqual({ id, movedFrom: 'home' });
	expect(await textsFor(id, elsewhere)).toEqual(['для неё']);
	expect(await readCase(id, helper)).toMatchObject({ refused: 'missing' });
	const kept = await at.ground.db.query<{ organisation: string }>(
		'select organisation_id as organisation from contacts where case_id = $1',
		[id],
	);
	expect(kept).toEqual([{ organisation: 'home' }]);
});

test('nobody brings a case to a desk where she does not help', async () => {
	const id = await inHand();
	const code = await paperCode(id);
	expect(await openByCode({ code, deskId: desk.id, bring: 'on' }, elsewhere)).toMatchObject({ refused: 'forbidden' });
	expect((await caseOf(id))?.holder).toBe(helper.id);
});

test('an answer that is sent again answers nothing that she has written since then, and is told of once', async () => {
	const id = await inHand();
	const { db } = at.ground;
	const address = { kind: 'email', sealed: Buffer.from('x'), wantsText: true } as const;
	await addresses(db).put(id, address, now());
	const typed = { id, clientId: newId(), text: 'Откройте kela.fi' };
	await answerInCase(typed, helper);
	await cases(db).startWaiting(id, now());
	expect(await answerInCase(typed, helper)).toMatchObject({ number: 1 });
	expect((await caseOf(id))?.waitingSince).not.toBeNull();
	expect(await noticesOf(db, id)).toHaveLength(1);
});
