import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { person } from '../../../../bin/testing/staff.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { addDays, now, today } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { type DeskRow, makeDesk } from '#lib/network/index.server.ts';
import { addresses, placeOfAddress } from '../addresses/store.server.ts';
import { recordContact } from '../contacts/record.server.ts';
import { addEntry } from '../entries/entries.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { hashOfLink } from '../mail/marks.server.ts';
import { isLinkGood, openByLink } from '../mail/link.server.ts';
import { mailLinks } from '../mail/store.server.ts';
import { endOtherSessions, makeCase } from '../visitor.server.ts';
import { keepWords, sealInCase } from '../words.server.ts';
import { askForText, readAddresses, takeBackAddress } from './addresses.server.ts';
import { readLooks } from './looks.server.ts';
import { caseHasMore, readStory } from './story.server.ts';
import { visitorOf } from './visitor.ts';

const at = onGround();
const desk: DeskRow = {
	...{ id: 'desk', organisationId: 'home', names: {}, zone: 'Europe/Helsinki', projectId: null, planLine: null },
};
let helper = '';

beforeAll(async () => {
	helper = (await person('adviser')).id;
	await at.ground.db.query(
		`insert into memberships (account_id, organisation_id, role) values ($1, 'home', 'adviser')`,
		[helper],
	);
	await makeDesk(at.ground.db, desk);
});

async function newCase(): Promise<CaseRow> {
	const id = await makeCase(at.ground.db, desk, { language: 'ru', expiresOn: today(183) });
	return fresh(id);
}

async function fresh(id: string): Promise<CaseRow> {
	const found = await cases(at.ground.db).byId(id);
	if (!found) throw new Error('the case is not there');
	return found;
}

const write = (caseId: string, kind: 'question' | 'answer' | 'note', text: string): Promise<number> =>
	at.ground.db.transaction((tx) => addEntry(tx, caseId, { clientId: newId(), kind, text }));

const record = (caseId: string, channel: 'phone' | 'chat', day = today()) =>
	at.ground.db.transaction((tx) =>
		recordContact(
			tx,
			{
				...{ clientId: newId(), caseId, desk, channel, language: 'ru', day, closedBy: helper },
				...{ helperRole: 'adviser', signed: 'Anna' },
			},
			{ topic: 'housing', serviceId: null, outcome: 'solved-together', minutes: 12, ageBand: null, gender: null },
		),
	);

async function giveAddress(id: string): Promise<void> {
	await at.ground.db.transaction(async (tx) => {
		const of = await keepWords(tx, await fresh(id));
		const sealed = await sealInCase(of, placeOfAddress(id, 'email'), 'anna@example.org');
		await addresses(tx).put(id, { kind: 'email', sealed, wantsText: false }, now());
	});
}

test('her story is in order of time, and holds nothing of what helpers write to each other', async () => {
	const { id } = await newCase();
	expect(await caseHasMore(id)).toBe(false);
	await write(id, 'note', 'тайна помощников');
	expect(await caseHasMore(id)).toBe(false);
	await record(id, 'chat');
	expect(await caseHasMore(id)).toBe(false);
	await write(id, 'question', 'Когда ответит Kela?');
	await record(id, 'phone', addDays(today(), -3));
	await write(id, 'answer', 'Через месяц');
	expect(await caseHasMore(id)).toBe(true);
	const story = await readStory(at.ground.db, await fresh(id));
	expect(story.map((step) => (step.kind === 'contact' ? step.contact.channel : step.entry.text))).toEqual([
		'phone',
		'chat',
		'Когда ответит Kela?',
		'Через месяц',
	]);
	expect(JSON.stringify(story)).not.toContain('тайна');
	expect(JSON.stringify(story)).not.toContain(helper);
});

test('she asks for the answer itself, takes that back, and takes the address back; nobody else can', async () => {
	const { id } = await newCase();
	const other = await newCase();
	await giveAddress(id);
	const read = async () => readAddresses(at.ground.db, await fresh(id));
	expect(await read()).toEqual([{ kind: 'email', address: 'anna@example.org', wantsText: false, isReachable: true }]);
	const wish = { kind: 'email', wants: 'yes' };
	expect(await askForText(wish, visitorOf(other.id))).toMatchObject({ refused: 'no-address' });
	expect(await askForText(wish, visitorOf(newId()))).toMatchObject({ refused: 'missing' });
	expect(await askForText({ kind: 'fax', wants: 'yes' }, visitorOf(id))).toMatchObject({ refused: 'malformed' });
	await askForText(wish, visitorOf(id));
	expect(await read()).toMatchObject([{ wantsText: true }]);
	await askForText({ ...wish, wants: 'no' }, visitorOf(id));
	await takeBackAddress({ kind: 'email' }, visitorOf(other.id));
	expect(await read()).toMatchObject([{ wantsText: false }]);
	await takeBackAddress({ kind: 'email' }, visitorOf(id));
	expect(await read()).toEqual([]);
});

test('with the address, or with a new code, the links go that lie unused in her mailbox', async () => {
	const { db } = at.ground;
	const [first, second, stranger] = [await newCase(), await newCase(), await newCase()];
	for (const { id } of [first, second, stranger]) {
		await giveAddress(id);
		await mailLinks(db).put(hashOfLink(id), id, new Date('2100-01-01'));
	}
	await takeBackAddress({ kind: 'sms' }, visitorOf(first.id));
	expect(await isLinkGood(first.id)).toBe(true);
	await takeBackAddress({ kind: 'email' }, visitorOf(first.id));
	await endOtherSessions(db, second.id, undefined);
	expect([await isLinkGood(first.id), await isLinkGood(second.id)]).toEqual([false, false]);
	expect(await openByLink({ token: second.id, session: '' }, { kind: 'visitor', id: null })).toMatchObject({
		refused: 'link-over',
	});
	expect(await isLinkGood(stranger.id)).toBe(true);
});

test('who looked is told by day, chosen name, role and organisation; what she did herself is no look', async () => {
	const of = await newCase();
	const { db } = at.ground;
	const staff = { kind: 'staff', id: helper } as const;
	const talk = newId();
	for (const deed of [
		{ action: 'read', subject: 'case', subjectId: of.id },
		{ action: 'read', subject: 'case', subjectId: of.id },
		{ action: 'read', subject: 'conversation', subjectId: talk },
		{ action: 'print', subject: 'conversation', subjectId: talk },
		{ action: 'read', subject: 'picture', subjectId: talk },
		{ action: 'close', subject: 'conversation', subjectId: talk },
		{ action: 'read', subject: 'conversation', subjectId: newId() },
	])
		await recordAudit(db, staff, deed);
	await recordAudit(db, visitorOf(of.id), { action: 'read', subject: 'case', subjectId: of.id });
	const looks = await readLooks(db, of, [talk]);
	expect(looks.map(({ what }) => what)).toEqual(['case', 'conversation', 'print', 'picture']);
	expect(looks[0]).toMatchObject({ day: today(), role: 'adviser', organisationId: 'home' });
	expect(looks[0]?.name).not.toBe('');
});
