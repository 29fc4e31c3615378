import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { instant, turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation, releaseConversation } from './claim.server.ts';
import { closeConversation } from './close.server.ts';
import { deskView } from './desk.server.ts';
import { noteSeen } from './holding/seen.server.ts';
import { giveBack } from './holding/vanished.server.ts';
import { draftOf, saveDraft } from './notes/drafts.server.ts';
import { notesFor, writeNote } from './notes/notes.server.ts';
import { beginReading, mayFollow, readForHelper, readForPaper } from './read.server.ts';
import { answerAsHelper } from './speak.server.ts';
import { buildConversation, buildHelper, fresh } from './testing.ts';

onGround();
const codes = { topic: 'benefits', outcome: 'solved-together', minutes: 5 } as const;
const MISSING = { refused: 'missing' };

async function volunteer() {
	const pledged = await buildHelper('test-association', 'volunteer');
	return { pledged, lapsed: { ...pledged, pledgeIsCurrent: false } };
}

test('before the pledge a volunteer sees no queue and can claim nothing', async () => {
	const { id } = await buildConversation();
	const { lapsed, pledged } = await volunteer();
	const view = await deskView(lapsed);
	expect([view.desks, view.waiting, view.mine, view.others, view.offers, view.fromOutside]).toEqual([
		[],
		[],
		[],
		[],
		[],
		[],
	]);
	expect(await claimConversation({ id }, lapsed)).toMatchObject(MISSING);
	expect(await claimConversation({ id }, pledged)).toMatchObject({ id });
});

test('a pledge that lapses in the middle ends reading, writing and everything else at once', async () => {
	const { id } = await buildConversation();
	const { pledged, lapsed } = await volunteer();
	await claimConversation({ id }, pledged);
	await saveDraft({ id, text: 'начато', after: 1 }, pledged);
	const said = { id, clientId: newId(), text: 'ответ' };
	expect(await readForHelper(id, lapsed)).toMatchObject(MISSING);
	expect(await readForPaper(id, lapsed)).toMatchObject(MISSING);
	expect(await beginReading(id, lapsed)).toMatchObject(MISSING);
	expect(await mayFollow(id, lapsed)).toBe(false);
	expect(await answerAsHelper(said, lapsed)).toHaveProperty('refused');
	expect(await notesFor(id, lapsed)).toMatchObject(MISSING);
	expect(await writeNote({ id, clientId: newId(), text: 'заметка' }, lapsed)).toMatchObject(MISSING);
	expect(await closeConversation({ id, ...codes }, lapsed)).toMatchObject(MISSING);
	expect(await releaseConversation({ id }, lapsed)).toMatchObject(MISSING);
	// Given anew, it goes on where it was.
	expect(await answerAsHelper(said, pledged)).toMatchObject({ text: 'ответ' });
	expect(await draftOf(await fresh(id), pledged)).toMatchObject({ text: 'начато' });
});

test('what she held when it lapsed goes back to the queue, to its old place: she counts as gone', async () => {
	const { id, waitingSince } = await buildConversation();
	const { pledged, lapsed } = await volunteer();
	await claimConversation({ id }, pledged);
	await noteSeen(pledged);
	const start = instant();
	for (let minute = 0; minute <= 8; minute++) {
		const back = turnClock(() => start + minute * 60_000);
		await noteSeen(lapsed);
		await giveBack(3)({});
		back();
	}
	expect(await fresh(id)).toMatchObject({ holder: null, waitingSince });
});
