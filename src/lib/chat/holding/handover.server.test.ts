import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { makeDesk } from '#lib/network/index.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation, releaseConversation } from '../claim.server.ts';
import { closeConversation } from '../close.server.ts';
import { deskView } from '../desk.server.ts';
import { endConversation } from '../end.server.ts';
import { notesOf } from '../notes/notes.server.ts';
import { readConversation, readForHelper } from '../read.server.ts';
import { answerAsHelper } from '../speak.server.ts';
import { buildConversation, buildHelper, fresh } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { acceptHandover, declineHandover, offerHandover, withdrawHandover } from './handover.server.ts';
import { colleaguesFor } from './offers.server.ts';

const at = onGround();

/** A helper who is in the database as a member too, as those are to whom something is offered. */
async function member(role: 'volunteer' | 'adviser' = 'adviser'): Promise<StaffActor> {
	const helper = await buildHelper('test-association', role);
	const { db } = at.ground;
	await db.query(`insert into memberships (account_id, organisation_id, role) values ($1, 'test-association', $2)`, [
		helper.id,
		role,
	]);
	await db.query('update accounts set is_demonstration = true, pledge_accepted_on = current_date where id = $1', [
		helper.id,
	]);
	return helper;
}

async function held() {
	const conversation = await buildConversation();
	const [holder, colleague] = [await member('volunteer'), await member('volunteer')];
	await claimConversation({ id: conversation.id }, holder);
	const { id } = conversation;
	const offer = (to: object) =>
		offerHandover({ id, clientId: newId(), text: 'знает только по-украински', ...to }, holder);
	const answer = (who: StaffActor) => answerAsHelper({ id, clientId: newId(), text: 'ответ' }, who);
	return { ...conversation, holder, colleague, offer, answer };
}
const offersTo = async (who: StaffActor, id: string) => (await deskView(who)).offers.filter((row) => row.id === id);
const offeredBy = async (who: StaffActor, id: string) => (await deskView(who)).offered.find((row) => row.id === id);
const codes = { topic: 'benefits', outcome: 'solved-together', minutes: 5 } as const;

test('until it is accepted the holder stays responsible; the colleague sees the note, not the conversation', async () => {
	const { id, holder, colleague, offer, answer } = await held();
	expect(await offer({ toAccount: colleague.id })).toEqual({});
	expect(await offersTo(colleague, id)).toMatchObject([{ from: holder.chosenName, note: 'знает только по-украински' }]);
	expect(await readForHelper(id, colleague)).toMatchObject({ refused: 'forbidden' });
	expect(await answer(colleague)).toMatchObject({ refused: 'not-held' });
	expect(await answer(holder)).toMatchObject({ text: 'ответ' });
	expect(await offeredBy(holder, id)).toMatchObject({ to: { name: colleague.chosenName }, outcome: null });
});

test('who accepts holds it and reads the note; the visitor reads that another helper goes on, by her chosen name', async () => {
	const { id, holder, colleague, offer, answer } = await held();
	await offer({ toAccount: colleague.id });
	expect(await acceptHandover({ id }, colleague)).toMatchObject({ id });
	const moved = await fresh(id);
	expect(moved).toMatchObject({ holder: colleague.id, waitingSince: null });
	expect((await readConversation(moved)).at(-1)).toMatchObject({
		kind: 'handed',
		signed: colleague.chosenName,
		text: null,
	});
	expect(await notesOf(moved, colleague)).toMatchObject([{ kind: 'handover', signed: holder.chosenName }]);
	expect(await answer(holder)).toMatchObject({ refused: 'not-held' });
	expect(await answer(colleague)).toMatchObject({ text: 'ответ' });
	expect(await acceptHandover({ id }, colleague)).toMatchObject({ refused: 'missing' });
});

test('what was handed over and is given back waits at the place it had at first', async () => {
	const { id, colleague, offer, waitingSince } = await held();
	await offer({ toAccount: colleague.id });
	await acceptHandover({ id }, colleague);
	await releaseConversation({ id }, colleague);
	expect((await fresh(id)).waitingSince).toEqual(waitingSince);
});

test('who declines leaves it where it is, and the holder reads why', async () => {
	const { id, holder, colleague, offer } = await held();
	await offer({ toAccount: colleague.id });
	await declineHandover({ id, clientId: newId(), text: 'ухожу в шесть' }, colleague);
	expect((await fresh(id)).holder).toBe(holder.id);
	expect(await offeredBy(holder, id)).toMatchObject({ outcome: 'declined', settledBy: colleague.chosenName });
	expect((await notesOf(await fresh(id), holder)).at(-1)).toMatchObject({ text: 'ухожу в шесть', aboutNumber: 1 });
	expect(await offersTo(colleague, id)).toEqual([]);
	expect(await offer({ toAccount: colleague.id })).toEqual({});
});

test('of many at a desk to which it is offered one gets it, and it belongs to that desk from then on', async () => {
	const { id, holder, offer } = await held();
	const other = { id: 'second-desk', organisationId: 'test-association', names: {}, zone: 'Europe/Helsinki' };
	await makeDesk(at.ground.db, { ...other, projectId: null, planLine: null });
	await offer({ toDesk: 'second-desk' });
	expect(await offersTo(holder, id)).toEqual([]);
	const many = await Promise.all(Array.from({ length: 8 }, () => member()));
	expect(await offersTo(many[0] ?? holder, id)).toHaveLength(1);
	const outcomes = await Promise.all(many.map((one) => acceptHandover({ id }, one)));
	expect(outcomes.filter((outcome) => !('refused' in outcome))).toHaveLength(1);
	expect(await fresh(id)).toMatchObject({ deskId: 'second-desk' });
});

test('it is offered to one colleague who may help here, not to oneself, a stranger or a foreign desk, and once at a time', async () => {
	const { holder, colleague, offer } = await held();
	const foreign = await buildHelper('other-association');
	const unpledged = await member('volunteer');
	await at.ground.db.query('update accounts set pledge_accepted_on = null where id = $1', [unpledged.id]);
	for (const to of [
		...[{}, { toAccount: holder.id }, { toAccount: foreign.id }, { toAccount: unpledged.id }],
		...[{ toDesk: 'no-such-desk' }, { toAccount: colleague.id, toDesk: 'desk-of-test-association' }],
	]) {
		expect(await offer(to)).toMatchObject({ refused: 'malformed' });
	}
	await offer({ toAccount: colleague.id });
	expect(await offer({ toAccount: colleague.id })).toMatchObject({ refused: 'offered-already' });
});

test('only the one to whom it was offered may accept, and nobody after it was taken back, given back, ended or closed', async () => {
	const take = async (before: (at: Awaited<ReturnType<typeof held>>) => Promise<unknown>) => {
		const one = await held();
		await one.offer({ toAccount: one.colleague.id });
		await before(one);
		return acceptHandover({ id: one.id }, one.colleague);
	};
	const one = await held();
	await one.offer({ toAccount: one.colleague.id });
	expect(await acceptHandover({ id: one.id }, await member())).toMatchObject({ refused: 'forbidden' });
	expect(await take(({ id, holder }) => withdrawHandover({ id }, holder))).toMatchObject({ refused: 'missing' });
	expect(await take(({ id, holder }) => releaseConversation({ id }, holder))).toMatchObject({ refused: 'missing' });
	expect(await take(({ id, holder }) => closeConversation({ id, ...codes }, holder))).toMatchObject({
		refused: 'missing',
	});
	expect(await take(({ caseId }) => endConversation({}, visitorOf(caseId)))).toMatchObject({ refused: 'forbidden' });
});

test('the holder is shown who may take it, and who of them is here; nobody else is', async () => {
	const { id, holder, colleague } = await held();
	await at.ground.db.query('insert into desk_presences (desk_id, account_id, seen_at) values ($1, $2, now())', [
		'desk-of-test-association',
		colleague.id,
	]);
	const colleagues = await colleaguesFor(id, holder);
	if ('refused' in colleagues) throw new Error(colleagues.refused);
	expect(colleagues.people.find((one) => one.id === colleague.id)).toMatchObject({ isHere: true });
	expect(colleagues.people.some((one) => one.id === holder.id)).toBe(false);
	expect(await colleaguesFor(id, colleague)).toMatchObject({ refused: 'not-held' });
});
