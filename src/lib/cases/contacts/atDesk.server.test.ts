import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { countFacts, factById } from '#lib/ledger/index.server.ts';
import { numberOf, sum } from '#lib/ledger/index.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import type { DeskRow } from '#lib/network/index.server.ts';
import { readCase } from '../case/read.server.ts';
import { takeCase } from '../case/take.server.ts';
import { closingOfClient, correctClosing } from '../closings/closing.server.ts';
import { addEntry } from '../entries/entries.server.ts';
import { cases } from '../store.server.ts';
import { buildCase, buildDesk, buildStaff, KNOWN, typedContact } from '../testing.server.ts';
import { recordAtDesk } from './atDesk.server.ts';
import { noteFollowUp } from './followUp.server.ts';
import { lastRecordedBy } from './last.server.ts';
import { contacts } from './store.server.ts';

const at = onGround();
const record = recordAtDesk(KNOWN);
let desk: DeskRow;
let helper: StaffActor;

beforeAll(async () => {
	desk = await buildDesk('home');
	helper = await buildStaff('volunteer');
});

const counted = async (): Promise<number> => {
	const counts = await countFacts(at.ground.db, { by: [], unit: 'contact', organisationId: 'home' });
	return numberOf(sum('contact', counts));
};

async function recorded(more: Readonly<Record<string, string>> = {}, typed = typedContact(desk.id, more)) {
	const done = await record(typed, helper);
	if (isRefusal(done)) throw new Error(`${done.refused} ${JSON.stringify(done.fields)}`);
	return { ...done, typed };
}

const factIdOf = (closingId: string) => contacts(at.ground.db).factOf(closingId);

test('a phone contact is one closing and one fact with all its codes, and no case', async () => {
	const { closingId, caseId } = await recorded({
		...{ serviceId: 'kela-omakela', need: 'login', stuckGuide: 'omakela', stuckStep: '3', guideMissing: 'on' },
		...{ referredTo: 'bank', ageBand: '65-74', placeId: 'library' },
	});
	expect(caseId).toBeNull();
	expect(await factById(at.ground.db, (await factIdOf(closingId)) ?? '')).toMatchObject({
		...{ channel: 'phone', form: 'remote', topic: 'benefits', minutes: 7, helperRole: 'volunteer', language: 'ru' },
		...{ stuckAt: 'omakela#send', need: 'login', referredTo: 'bank', guideMissing: true, placeId: 'library' },
		...{ occurredOn: today(), serviceId: 'kela-omakela', ageBand: '65-74', followedUp: null },
	});
});

test('P03: the same form sent ten times at once, and once more later, is one contact and one case', async () => {
	const before = await counted();
	const typed = typedContact(desk.id, { opensCase: 'on', note: 'звонила дочь' });
	const done = await Promise.all(Array.from({ length: 10 }, () => record(typed, helper)));
	const again = await record(typed, helper);
	expect(new Set([...done, again].map((one) => JSON.stringify(one))).size).toBe(1);
	expect(isRefusal(again)).toBe(false);
	expect((await counted()) - before).toBe(1);
	const [made] = await at.ground.db.query<{ count: number }>('select count(*) as count from cases');
	expect(made?.count).toBe(1);
});

test('a form with something wrong is refused by the names of its fields, and nothing is recorded', async () => {
	const before = await counted();
	const wrong = { topic: '', minutes: 'пять', outcome: '', channel: 'chat', stuckStep: 'x', day: addDays(today(), 1) };
	expect(await record(typedContact(desk.id, wrong), helper)).toMatchObject({
		refused: 'malformed',
		fields: {
			topic: 'topic',
			minutes: 'minutes',
			outcome: 'outcome',
			channel: 'channel',
			stuckStep: 'step',
			day: 'day',
		},
	});
	const unknown = {
		...{ topic: 'Ivanova', serviceId: 'nowhere', placeId: 'nowhere', language: 'xx' },
		...{ stuckGuide: 'omakela', stuckStep: '9' },
	};
	expect(await record(typedContact(desk.id, unknown), helper)).toMatchObject({
		refused: 'malformed',
		fields: { topic: 'topic', serviceId: 'service', placeId: 'place', language: 'language', stuckStep: 'step' },
	});
	expect(await record(typedContact(desk.id, { day: addDays(today(), -32) }), helper)).toMatchObject({
		fields: { day: 'day' },
	});
	expect(await counted()).toBe(before);
});

test('what was a mistake or a joke is closed and not counted', async () => {
	const before = await counted();
	await recorded({ outcome: 'not-a-contact' });
	expect(await counted()).toBe(before);
});

test('with a note or an answer there is a case in the hand of whoever recorded, with both in it', async () => {
	const { caseId } = await recorded({
		note: 'перезвонить',
		answer: 'Возьмите с собой паспорт, 131052-900W не пишите.',
	});
	const seen = await readCase(caseId ?? '', helper);
	if (isRefusal(seen)) throw new Error(seen.refused);
	expect(seen.isMine).toBe(true);
	const told = seen.inside?.history.map((step) => (step.kind === 'entry' ? step.entry.text : step.contact.channel));
	expect(told).toEqual(['phone', 'перезвонить', 'Возьмите с собой паспорт, •••••• не пишите.']);
});

test('recorded in a case that waits, it ends the wait and, unless it stays, the case is out of hand', async () => {
	const caseId = await buildCase(desk);
	await at.ground.db.transaction(async (tx) => {
		await addEntry(tx, caseId, { clientId: `question-${caseId}`, kind: 'question', text: 'когда?', channel: 'email' });
		await cases(tx).startWaiting(caseId, new Date());
	});
	await takeCase({ id: caseId }, helper);
	await recorded({ caseId, staysInHand: 'on' });
	expect(await cases(at.ground.db).byId(caseId)).toMatchObject({ waitingSince: null, holder: helper.id });
	await recorded({ caseId });
	expect(await cases(at.ground.db).byId(caseId)).toMatchObject({ holder: null });
	const waits = await at.ground.db.query('select channel, became from waits where case_id = $1', [caseId]);
	expect(waits).toEqual([{ channel: 'email', became: 'within-1' }]);
	expect(await contacts(at.ground.db).ofCase(caseId)).toHaveLength(2);
});

test('the form begins with what she recorded last', async () => {
	const fresh = await buildStaff('adviser');
	expect(await lastRecordedBy(fresh)).toBeNull();
	await record(typedContact(desk.id, { channel: 'visit', placeId: 'library' }), fresh);
	expect(await lastRecordedBy(fresh)).toEqual({ deskId: desk.id, channel: 'visit', placeId: 'library' });
});

test('a mended closing changes the contact in its case, and keeps what nobody was asked for', async () => {
	const { caseId, typed } = await recorded({ opensCase: 'on', referredTo: 'bank', need: 'login', guideMissing: 'on' });
	const wrong = await closingOfClient(at.ground.db, typed.clientId ?? '');
	if (!wrong) throw new Error('no closing');
	const by = { closedBy: helper.id, helperRole: 'volunteer' };
	const codes = { topic: 'benefits', serviceId: null, outcome: 'referred', minutes: 30 } as const;
	const right = await at.ground.db.transaction((tx) =>
		correctClosing(tx, wrong, by, { ...codes, ageBand: null, gender: null }),
	);
	if (isRefusal(right)) throw new Error(right.refused);
	expect(await contacts(at.ground.db).ofCase(caseId ?? '')).toMatchObject([
		{ closingId: right.id, minutes: 30, outcome: 'referred', referredTo: 'bank' },
	]);
	expect(await factById(at.ground.db, right.factId ?? '')).toMatchObject({
		...{ minutes: 30, referredTo: 'bank', need: 'login', guideMissing: true },
	});
});

test('what became of a referral goes into the figures by its code, and the contact is counted once', async () => {
	const before = await counted();
	const { caseId: id, closingId } = await recorded({ opensCase: 'on', outcome: 'referred', referredTo: 'legal-aid' });
	const contactId = (await contacts(at.ground.db).ofCase(id ?? ''))[0]?.id;
	await noteFollowUp({ id, contactId, code: 'not-reached' }, helper);
	await noteFollowUp({ id, contactId, code: 'helped' }, helper);
	await noteFollowUp({ id, contactId, code: 'helped' }, helper);
	expect(await counted()).toBe(before + 1);
	const fact = await factById(at.ground.db, (await factIdOf(closingId)) ?? '');
	expect(fact).toMatchObject({ referredTo: 'legal-aid', followedUp: 'helped', outcome: 'referred' });
	const sums = await at.ground.db.query<{ code: string; sum: number }>(
		`select followed_up as code, sum(quantity) as sum from facts where referred_to = 'legal-aid'
		group by 1 having sum(quantity) <> 0`,
	);
	expect(sums).toEqual([{ code: 'helped', sum: 1 }]);
});

test('nobody follows up a contact that led nowhere else', async () => {
	const { caseId: id } = await recorded({ opensCase: 'on' });
	const contactId = (await contacts(at.ground.db).ofCase(id ?? ''))[0]?.id;
	expect(await noteFollowUp({ id, contactId, code: 'helped' }, helper)).toMatchObject({ refused: 'not-referred' });
});
