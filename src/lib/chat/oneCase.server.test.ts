import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { addEntry, caseOfCode, forgetCase, giveCode, startSession, visitorCase } from '#lib/cases/index.server.ts';
import { buildCase } from '#lib/cases/testing.server.ts';
import { deskById } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { eraseEverything, renewCode } from './end.server.ts';
import { forget } from './forget.server.ts';
import { openConversation } from './open.server.ts';
import { conversationsOfCase, readConversation, visitorConversation } from './read.server.ts';
import { buildConversation, buildDesk, fresh } from './testing.ts';
import { visitorOf } from './visitor.ts';
import { sendMessage } from './write.server.ts';

const at = onGround();

/** A case that a helper made at a desk, and the browser in which it is open. */
async function caseAtDesk(): Promise<{ id: string; code: string; token: string }> {
	const desk = await deskById(at.ground.db, await buildDesk());
	if (!desk) throw new Error('the desk is not there');
	const id = await buildCase(desk);
	return { id, code: await giveCode(at.ground.db, id), token: await startSession(at.ground.db, id) };
}

const opening = (text: string, startKey: string = newId()) => ({
	startKey,
	text,
	language: 'ru',
	kind: 'chat',
	page: null,
});

const answerIn = (caseId: string, text: string) =>
	at.ground.db.transaction((tx) => addEntry(tx, caseId, { clientId: newId(), kind: 'answer', text }));

test('what she writes in a case without a conversation begins one in the same case, and her code stays', async () => {
	const { id, code, token } = await caseAtDesk();
	expect(await visitorConversation(token)).toBeNull();
	const opened = await openConversation(opening('А что с документами?'), visitorOf(id));
	expect(opened).toMatchObject({ came: null });
	const conversation = await visitorConversation(token);
	expect(conversation).toMatchObject({ caseId: id, kind: 'question' });
	expect((await caseOfCode(at.ground.db, code))?.id).toBe(id);
});

test('a case has one conversation to go on in, however many tabs begin one at once', async () => {
	const { id } = await caseAtDesk();
	const all = await Promise.all(Array.from({ length: 10 }, () => openConversation(opening('раз'), visitorOf(id))));
	expect(all.filter((one) => !isRefusal(one))).toHaveLength(1);
	expect(all.filter((one) => isRefusal(one) && one.refused === 'goes-on')).toHaveLength(9);
	expect(await conversationsOfCase(id)).toHaveLength(1);
});

test('the same form sent again in her browser leads into the conversation and gives no other code', async () => {
	const { id, code } = await caseAtDesk();
	const form = opening('раз');
	const first = await openConversation(form, visitorOf(id));
	const again = await openConversation(form, visitorOf(id));
	expect(again).toMatchObject({ came: null, hasOtherText: false });
	expect(isRefusal(first) || isRefusal(again) || first.conversationId === again.conversationId).toBe(true);
	expect(await caseOfCode(at.ground.db, code)).not.toBeNull();
});

test('what she writes in a case that was erased in another tab is not lost: it begins a new one', async () => {
	const { id } = await caseAtDesk();
	await eraseEverything({}, visitorOf(id));
	const opened = await openConversation(opening('раз'), visitorOf(id));
	if (isRefusal(opened)) throw new Error('refused');
	const began = await caseOfCode(at.ground.db, opened.came?.code ?? '');
	expect(began?.id).not.toBe(id);
	expect((await visitorConversation(opened.came?.token))?.caseId).toBe(began?.id);
});

test('erasing takes conversations, letters, code and sessions, and destroys the keys of both', async () => {
	const { id: conversationId, caseId, code, token, expiresOn } = await buildConversation('сотрите');
	await answerIn(caseId, 'ответ письмом');
	const wordsUntil = (await visitorCase(token))?.wordsUntil ?? '';
	expect(await at.ground.keystore.findKey({ keyClass: 'case', day: wordsUntil, subject: caseId })).not.toBeNull();
	await eraseEverything({}, visitorOf(caseId));
	await workThrough({ forget, 'forget-case': forgetCase });
	const { keystore, db } = at.ground;
	expect(await keystore.findKey({ keyClass: 'chat', day: expiresOn, subject: conversationId })).toBeNull();
	expect(await keystore.findKey({ keyClass: 'case', day: wordsUntil, subject: caseId })).toBeNull();
	expect(await visitorCase(token)).toBeNull();
	expect(await caseOfCode(db, code)).toBeNull();
	for (const table of ['entries', 'contacts', 'addresses', 'conversations', 'visitor_sessions', 'return_codes'])
		expect(await db.query(`select 1 from ${table} where case_id = $1`, [caseId]), table).toHaveLength(0);
	const trail = 'select subject from audit_entries where action = $1 and subject_id = any($2) order by subject';
	expect(await db.query(trail, ['erase', [caseId, conversationId]])).toEqual([
		{ subject: 'case' },
		{ subject: 'conversation' },
	]);
});

test('what is written while she erases is gone as well, and no key is left of it', async () => {
	const { db, keystore } = at.ground;
	for (let round = 0; round < 10; round += 1) {
		const { id, caseId, expiresOn } = await buildConversation('раз');
		const [erased] = await Promise.allSettled([
			eraseEverything({}, visitorOf(caseId)),
			sendMessage({ conversationId: id, clientId: newId(), text: 'два', by: { author: 'visitor' } }),
			answerIn(caseId, 'ответ'),
		]);
		expect(erased).toMatchObject({ status: 'fulfilled', value: { erased: true } });
		await workThrough({ forget, 'forget-case': forgetCase });
		expect(await db.query('select 1 from cases where id = $1', [caseId])).toHaveLength(0);
		expect(await keystore.findKey({ keyClass: 'chat', day: expiresOn, subject: id })).toBeNull();
		expect(await keystore.findKey({ keyClass: 'case', day: today(DAYS_CASE_KEPT), subject: caseId })).toBeNull();
	}
});

test('a fresh code for a case without a conversation puts the old one and other browsers out', async () => {
	const { id, code, token } = await caseAtDesk();
	const elsewhere = await startSession(at.ground.db, id);
	const renewed = await renewCode({ token }, visitorOf(id));
	if (isRefusal(renewed)) throw new Error('refused');
	expect(await caseOfCode(at.ground.db, code)).toBeNull();
	expect((await caseOfCode(at.ground.db, renewed.code))?.id).toBe(id);
	expect(await visitorCase(elsewhere)).toBeNull();
	expect((await visitorCase(token))?.id).toBe(id);
});

test('a conversation in a case is sealed and read like any other', async () => {
	const { id } = await caseAtDesk();
	const opened = await openConversation(opening('Мой код 131052-900W'), visitorOf(id));
	if (isRefusal(opened)) throw new Error('refused');
	const [first] = await readConversation(await fresh(opened.conversationId));
	expect(first?.text).toBe('Мой код ••••••');
});
