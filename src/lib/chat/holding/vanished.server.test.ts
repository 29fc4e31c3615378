import { afterAll, expect, test } from 'vitest';
import { notePresence } from '#lib/network/index.server.ts';
import { onGround } from '../../../../bin/testing/ground.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation } from '../claim.server.ts';
import { endConversation } from '../end.server.ts';
import { placeInQueue, readConversation } from '../read.server.ts';
import { answerAsHelper } from '../speak.server.ts';
import { buildConversation, buildHelper, fresh } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { giveBack } from './vanished.server.ts';

const at = onGround();
let ahead = 0;
const back = turnClock(() => Date.now() + ahead);
afterAll(back);
const round = giveBack(3);
const DESK = 'desk-of-test-association';

/** Rounds every half minute, while those who are named keep their console open. */
async function minutesPass(minutes: number, here: readonly { id: string }[] = []): Promise<void> {
	for (let half = 0; half <= minutes * 2; half += 1) {
		for (const { id } of here) await notePresence(at.ground.db, DESK, id);
		await round({});
		ahead += 30_000;
	}
}

async function heldBy(helper: Awaited<ReturnType<typeof buildHelper>>) {
	const conversation = await buildConversation();
	await notePresence(at.ground.db, DESK, helper.id);
	await claimConversation({ id: conversation.id }, helper);
	return conversation;
}

test('whoever vanishes loses the claim after the minutes; it waits at its old place and the visitor is told', async () => {
	const helper = await buildHelper();
	const { id } = await heldBy(helper);
	const later = await buildConversation();
	await minutesPass(2);
	expect((await fresh(id)).holder).toBe(helper.id);
	await minutesPass(2);
	const given = await fresh(id);
	expect(given).toMatchObject({ holder: null, endedAt: null });
	const [a, b] = [await placeInQueue(given), await placeInQueue(await fresh(later.id))];
	expect((a?.place ?? 0) < (b?.place ?? 0)).toBe(true);
	const steps = await readConversation(given);
	expect(steps.at(-1)).toMatchObject({ kind: 'left', author: 'desk', signed: helper.chosenName });
	const trail = await at.ground.db.query<{ kind: string }>(
		`select actor_kind as kind from audit_entries where action = 'give-back' and subject_id = $1`,
		[id],
	);
	expect(trail).toEqual([{ kind: 'system' }]);
});

test('whoever merely reads, however long, keeps it', async () => {
	const helper = await buildHelper();
	const { id } = await heldBy(helper);
	await minutesPass(20, [helper]);
	expect((await fresh(id)).holder).toBe(helper.id);
});

test('after an outage, when nobody was seen and nobody looked, everybody has the whole time to come back', async () => {
	const [quick, gone] = [await buildHelper(), await buildHelper()];
	const [kept, lost] = [await heldBy(quick), await heldBy(gone)];
	await minutesPass(1, [quick, gone]);
	ahead += 3_600_000;
	await minutesPass(2);
	expect((await fresh(kept.id)).holder).toBe(quick.id);
	await minutesPass(3, [quick]);
	expect((await fresh(kept.id)).holder).toBe(quick.id);
	expect((await fresh(lost.id)).holder).toBeNull();
});

test('what the visitor has ended stays with its holder, who has to close it', async () => {
	const helper = await buildHelper();
	const { id, caseId } = await heldBy(helper);
	await endConversation({}, visitorOf(caseId));
	await minutesPass(6);
	expect((await fresh(id)).holder).toBe(helper.id);
});

test('who comes back after it was given back writes nothing into it, and may take it again', async () => {
	const helper = await buildHelper('test-association', 'volunteer');
	const { id } = await heldBy(helper);
	await minutesPass(4);
	const speak = () => answerAsHelper({ id, clientId: newId(), text: 'я здесь' }, helper);
	expect(await speak()).toMatchObject({ refused: 'not-held' });
	expect(isRefusal(await claimConversation({ id }, helper))).toBe(false);
	expect(await speak()).toMatchObject({ text: 'я здесь' });
});

test('a day later nothing is left of who was there', async () => {
	const helper = await buildHelper();
	await heldBy(helper);
	ahead += 25 * 3_600_000;
	await round({});
	const rows = await at.ground.db.query('select 1 from desk_presences where account_id = $1', [helper.id]);
	expect(rows).toEqual([]);
});
