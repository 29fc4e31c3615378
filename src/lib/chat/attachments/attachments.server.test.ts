import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from '../claim.server.ts';
import type { Conversation, Message } from '../conversation.ts';
import { eraseEverything } from '../end.server.ts';
import { expireTalks, forget } from '../forget.server.ts';
import { readConversation } from '../read.server.ts';
import { sendAsVisitor } from '../speak.server.ts';
import { buildConversation, buildHelper, fresh } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { openPage, openPageForHelper } from './open.server.ts';
import { MOST_PICTURES } from './picture.ts';
import { removeSentPicture } from './remove.server.ts';
import { sendPicture } from './send.server.ts';

const at = onGround();
let photo: Buffer;
let helper: StaffActor;
const FIRST = { seq: 2, page: 1 };

beforeAll(async () => {
	photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#246' } })
		.jpeg()
		.toBuffer();
	helper = await buildHelper();
});

async function withPicture(): Promise<Conversation> {
	const conversation = await buildConversation();
	expect(await sendPicture(conversation.id, newId(), photo)).toMatchObject({ seq: 2 });
	return fresh(conversation.id);
}

async function stepsOf(conversation: Conversation): Promise<Message[]> {
	return readConversation(await fresh(conversation.id));
}

const pageRows = (id: string) => at.ground.db.query('select page from attachments where conversation_id = $1', [id]);

test('a photo is a step of the conversation, and its page is there for whoever may read it', async () => {
	const conversation = await withPicture();
	const [, step] = await stepsOf(conversation);
	expect(step).toMatchObject({ kind: 'picture', author: 'visitor', text: null });
	expect(step?.picture).toEqual({ from: 'photo', pages: 1, outOf: null });
	const page = await openPage(conversation, FIRST);
	expect(page && (await sharp(page).metadata())).toMatchObject({ format: 'webp', width: 90, height: 60 });
	for (const ref of [
		{ ...FIRST, page: 2 },
		{ ...FIRST, page: 0 },
		{ seq: 1, page: 1 },
		{ seq: 9, page: 1 },
	])
		expect(await openPage(conversation, ref)).toBeNull();
});

test('nothing of it lies open in the database, and the key is shown to nobody', async () => {
	const conversation = await withPicture();
	const page = await openPage(conversation, FIRST);
	const [row] = await at.ground.db.query<{ sealed: Buffer }>(
		'select sealed from attachments where conversation_id = $1',
		[conversation.id],
	);
	expect(row?.sealed.includes('WEBP')).toBe(false);
	expect(row?.sealed.includes(page?.subarray(-24) ?? '')).toBe(false);
	expect(JSON.stringify(await stepsOf(conversation))).not.toContain('key');
});

test('sent again with the same id it is there once, also when both come at the same moment', async () => {
	const conversation = await buildConversation();
	const clientId = newId();
	const sent = await Promise.all([1, 2].map(() => sendPicture(conversation.id, clientId, photo)));
	sent.push(await sendPicture(conversation.id, clientId, Buffer.from('no picture any more')));
	expect(sent.map((one) => 'seq' in one && one.seq)).toEqual([2, 2, 2]);
	expect(await pageRows(conversation.id)).toHaveLength(1);
});

test('a conversation holds five, however fast they come', async () => {
	const conversation = await buildConversation();
	const tries = Array.from({ length: MOST_PICTURES + 1 }, () => sendPicture(conversation.id, newId(), photo));
	const refusals = (await Promise.all(tries)).filter(isRefusal);
	expect(refusals).toEqual([{ refused: 'too-many-pictures', fields: {} }]);
	expect(await sendPicture(conversation.id, newId(), photo)).toMatchObject({ refused: 'too-many-pictures' });
});

test('when the day of the words moves, the picture can still be seen, and its old key opens nothing', async () => {
	const conversation = await withPicture();
	const back = turnClock(() => Date.now() + 3 * 86_400_000);
	try {
		await sendAsVisitor(conversation.id, { clientId: newId(), text: 'ещё вопрос' });
		await forget({ id: conversation.id, expiresOn: conversation.expiresOn });
		expect(await openPage(await fresh(conversation.id), FIRST)).not.toBeNull();
		expect(await openPage(conversation, FIRST)).toBeNull();
	} finally {
		back();
	}
});

test('after its day, and after she erased it, neither the picture nor a row of it is left', async () => {
	const [old, erased] = [await withPicture(), await withPicture()];
	await eraseEverything({}, visitorOf(erased.caseId));
	expect(await pageRows(erased.id)).toEqual([]);
	const back = turnClock(() => Date.now() + 40 * 86_400_000);
	try {
		await expireTalks();
		expect(await pageRows(old.id)).toEqual([]);
	} finally {
		back();
	}
});

test('once its key is destroyed, the rows of a backup are dark', async () => {
	const conversation = await withPicture();
	await forget({ id: conversation.id, expiresOn: conversation.expiresOn });
	expect(await openPage(conversation, FIRST)).toBeNull();
	expect((await stepsOf(conversation))[1]).toMatchObject({ kind: 'picture', picture: null });
});

test('the helper who holds it sees the picture, and that stands on record; another volunteer does not', async () => {
	const conversation = await withPicture();
	const [volunteer, stranger] = [await buildHelper('test-association', 'volunteer'), await buildHelper('elsewhere-2')];
	await claimConversation({ id: conversation.id }, helper);
	expect(Buffer.isBuffer(await openPageForHelper(conversation.id, FIRST, helper))).toBe(true);
	expect(await openPageForHelper(conversation.id, FIRST, volunteer)).toMatchObject({ refused: 'forbidden' });
	expect(await openPageForHelper(conversation.id, FIRST, stranger)).toMatchObject({ refused: 'missing' });
	expect(
		await at.ground.db.query(`select actor_id as id from audit_entries where subject = 'picture' and subject_id = $1`, [
			`${conversation.id}/2/1`,
		]),
	).toEqual([{ id: helper.id }]);
});

test('a picture with a code on it is taken out for everybody, and there is room for another', async () => {
	const conversation = await withPicture();
	const remove = (actor: StaffActor) => removeSentPicture({ id: conversation.id, seq: 2 }, actor);
	expect(await remove(await buildHelper('test-association', 'volunteer'))).toMatchObject({ refused: 'forbidden' });
	expect(await remove(await buildHelper('elsewhere'))).toMatchObject({ refused: 'missing' });
	expect(await remove(helper)).toEqual({ seq: 2 });
	const [, picture, removed] = await stepsOf(conversation);
	expect(picture).toMatchObject({ kind: 'picture', picture: { pages: 0 } });
	expect(removed).toMatchObject({ kind: 'removed', aboutSeq: 2, signed: helper.chosenName });
	expect(await openPage(conversation, FIRST)).toBeNull();
	expect(await pageRows(conversation.id)).toEqual([]);
	expect(await remove(helper)).toMatchObject({ refused: 'missing' });
	expect(await removeSentPicture({ id: conversation.id, seq: 1 }, helper)).toMatchObject({ refused: 'missing' });
});
