import { afterAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from '../claim.server.ts';
import { deskView } from '../desk.server.ts';
import { eraseEverything } from '../end.server.ts';
import { forget } from '../forget.server.ts';
import { mayFollow, readConversation } from '../read.server.ts';
import { sendAsVisitor } from '../speak.server.ts';
import { buildConversation, buildHelper, fresh } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { draftOf, saveDraft } from './drafts.server.ts';
import { answerDoubt, notesFor, notesOf, writeNote } from './notes.server.ts';

const at = onGround();
let ahead = 0;
afterAll(turnClock(() => Date.now() + ahead));
const volunteerOf = () => buildHelper('test-association', 'volunteer');

async function held() {
	const conversation = await buildConversation();
	const holder = await volunteerOf();
	await claimConversation({ id: conversation.id }, holder);
	const note = (text: string, more: object = {}) =>
		writeNote({ id: conversation.id, clientId: newId(), text, ...more }, holder);
	return { ...conversation, holder, note };
}
const textsOf = async (id: string, reader: Awaited<ReturnType<typeof volunteerOf>>) =>
	(await notesOf(await fresh(id), reader)).map(({ text }) => text);

test('a note is for colleagues: no step of the conversation shows it, and none is missing', async () => {
	const { id, holder, note } = await held();
	await note('ей трудно читать мелкий текст');
	const steps = await readConversation(await fresh(id));
	expect(steps.map(({ seq }) => seq)).toEqual([1, 2]);
	expect(JSON.stringify(steps)).not.toContain('мелкий');
	expect(await notesOf(await fresh(id), holder)).toMatchObject([
		{ number: 1, kind: 'note', isOwn: true, signed: holder.chosenName, text: 'ей трудно читать мелкий текст' },
	]);
});

test('a note pressed twice is written once, and numbers in it are hidden', async () => {
	const { id, holder, note } = await held();
	const clientId = newId();
	await note('код 131052-900W', { clientId });
	await note('код 131052-900W', { clientId });
	expect(await textsOf(id, holder)).toEqual(['код ••••••']);
});

test('nothing of a note or a draft can be read in the database', async () => {
	const { id, holder, note } = await held();
	await note('канарейка в заметке');
	await saveDraft({ id, text: 'канарейка в черновике', after: 2 }, holder);
	const [row] = await at.ground.db.query<{ raw: Buffer }>(
		`select string_agg(sealed, ''::bytea) as raw from (select sealed from notes union all select sealed from drafts) s`,
	);
	expect(row?.raw.includes(Buffer.from('канарейка'))).toBe(false);
});

test('notes are read by the holder and those who answer for the desk, by nobody else', async () => {
	const { id, note } = await held();
	await note('только для своих');
	expect(await notesFor(id, await volunteerOf())).toMatchObject({ refused: 'forbidden' });
	expect(await notesFor(id, await buildHelper())).toHaveLength(1);
	const stranger = { ...(await volunteerOf()), memberships: [] };
	expect(await notesFor(id, stranger)).toMatchObject({ refused: 'missing' });
	expect(await writeNote({ id, clientId: newId(), text: 'x' }, await volunteerOf())).toMatchObject({
		refused: 'forbidden',
	});
});

test('a doubt stands in the list of those who answer for the desk until one of them answers it by a note', async () => {
	const { id, holder, note } = await held();
	const adviser = await buildHelper();
	await note('можно ли так советовать?', { unsure: true });
	const doubts = async (who: typeof holder) => (await deskView(who)).doubts.filter((row) => row.id === id);
	expect(await doubts(adviser)).toMatchObject([{ number: 1, signed: holder.chosenName }]);
	expect(await doubts(holder)).toEqual([]);
	const answer = (who: typeof holder, aboutNumber: number) =>
		answerDoubt({ id, clientId: newId(), text: 'да, можно', aboutNumber }, who);
	expect(await answer(holder, 1)).toMatchObject({ refused: 'forbidden' });
	expect(await answer(adviser, 7)).toMatchObject({ refused: 'missing' });
	expect(isRefusal(await answer(adviser, 1))).toBe(false);
	expect(await doubts(adviser)).toEqual([]);
	expect((await notesOf(await fresh(id), holder)).at(-1)).toMatchObject({
		kind: 'answer',
		aboutNumber: 1,
		isOwn: false,
	});
});

test('notes and drafts move with the conversation to its new day, and are erased with it', async () => {
	const { id, caseId, holder, note, expiresOn } = await held();
	await note('заметка');
	await saveDraft({ id, text: 'начато', after: 2 }, holder);
	ahead += 2 * 86_400_000;
	await sendAsVisitor(id, { clientId: newId(), text: 'ещё' });
	await forget({ id, expiresOn });
	expect((await fresh(id)).expiresOn > expiresOn).toBe(true);
	expect(await textsOf(id, holder)).toEqual(['заметка']);
	expect(await draftOf(await fresh(id), holder)).toEqual({ text: 'начато', after: 2 });
	await eraseEverything({}, visitorOf(caseId));
	const left = await at.ground.db.query(
		`select conversation_id from notes where conversation_id = $1
		union all select conversation_id from drafts where conversation_id = $1`,
		[id],
	);
	expect(left).toEqual([]);
});

test('a draft is its writer’s alone, is replaced by the next one, and is gone when it is empty', async () => {
	const { id, holder } = await held();
	const adviser = await buildHelper();
	await saveDraft({ id, text: 'начало', after: 2 }, holder);
	await saveDraft({ id, text: 'начало и конец', after: 2 }, holder);
	await saveDraft({ id, text: 'другое', after: 3 }, adviser);
	expect(await draftOf(await fresh(id), holder)).toEqual({ text: 'начало и конец', after: 2 });
	expect(await draftOf(await fresh(id), adviser)).toEqual({ text: 'другое', after: 3 });
	await saveDraft({ id, text: ' ', after: 0 }, holder);
	expect(await draftOf(await fresh(id), holder)).toBeNull();
	const outsider = await volunteerOf();
	expect(await mayFollow(id, outsider)).toBe(false);
	expect(await saveDraft({ id, text: 'x', after: 0 }, outsider)).toMatchObject({ refused: 'forbidden' });
});
