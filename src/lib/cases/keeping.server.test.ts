import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { person } from '../../../bin/testing/staff.ts';
import { addDays, instantAt, today, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { folderKeystore } from '#lib/platform/keystore/folder.server.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { DAYS_CASE_KEPT, DAYS_WORDS_KEPT } from '#lib/privacy/index.ts';
import { type DeskRow, makeDesk } from '#lib/network/index.server.ts';
import type { Channel, ClosingCodes } from './codes.ts';
import { recordContact } from './contacts/record.server.ts';
import { contacts } from './contacts/store.server.ts';
import { addEntry, readEntries } from './entries/entries.server.ts';
import { cases } from './store.server.ts';
import { expireCases, keepCaseUntil, makeCase, removeCases } from './visitor.server.ts';
import { forgetCase, keyOfCase } from './words.server.ts';

const at = onGround();
const desk: DeskRow = {
	...{ id: 'desk', organisationId: 'home', names: {}, zone: 'Europe/Helsinki', projectId: null, planLine: null },
};
const CODES: ClosingCodes = {
	...{ topic: 'housing', serviceId: null, outcome: 'solved-together', minutes: 12, ageBand: null, gender: null },
};
let helper = '';
let back = (): void => undefined;

beforeAll(async () => {
	helper = (await person('adviser')).id;
	await makeDesk(at.ground.db, desk);
});
afterEach(() => back());

function turnTo(day: string): void {
	back();
	back = turnClock(() => instantAt(day, '12:00').getTime());
}

const newCase = (): Promise<string> =>
	makeCase(at.ground.db, desk, { language: 'ru', expiresOn: today(DAYS_CASE_KEPT) });

const write = (caseId: string, text: string, clientId: string = newId()): Promise<number> =>
	at.ground.db.transaction((tx) => addEntry(tx, caseId, { clientId, kind: 'question', channel: 'email', text }));

const record = (caseId: string | null, clientId: string, channel: Channel = 'phone') =>
	at.ground.db.transaction((tx) =>
		recordContact(
			tx,
			{
				...{ clientId, caseId, desk, channel, language: 'ru', day: today(), closedBy: helper },
				...{ helperRole: 'adviser', signed: 'Anna' },
			},
			CODES,
		),
	);

async function textsOf(caseId: string): Promise<(string | null)[]> {
	const of = await cases(at.ground.db).byId(caseId);
	return of ? (await readEntries(at.ground.db, of)).map(({ text }) => text) : [];
}

const countFacts = async (): Promise<number> =>
	(await at.ground.db.query<{ count: number }>('select count(*)::int as count from facts'))[0]?.count ?? 0;

test('what is written in a case is masked, sealed, numbered without gaps, and once by its client id', async () => {
	const id = await newCase();
	const clientId = newId();
	expect(await write(id, 'Мой код 131052-991K', clientId)).toBe(1);
	expect(await Promise.all([write(id, 'второе'), write(id, 'третье')]).then((all) => all.sort())).toEqual([2, 3]);
	expect(await write(id, 'ещё раз', clientId)).toBe(1);
	const texts = await textsOf(id);
	expect(texts).toHaveLength(3);
	expect(texts[0]).not.toContain('131052');
	const [row] = await at.ground.db.query<{ sealed: Buffer }>('select sealed from entries where number = 1');
	expect(row?.sealed.toString('utf8')).not.toContain('код');
});

test('each contact keeps all that is written for six months from its day, and the share of the day before is destroyed', async () => {
	turnTo('2026-03-01');
	const id = await newCase();
	await write(id, 'первое письмо');
	const before = await cases(at.ground.db).byId(id);
	turnTo('2026-03-09');
	await record(id, newId());
	const after = await cases(at.ground.db).byId(id);
	expect([before?.wordsUntil, after?.wordsUntil]).toEqual(['2026-08-31', '2026-09-08']);
	expect(await textsOf(id)).toEqual(['первое письмо']);
	await workThrough({ 'forget-case': forgetCase });
	const old = keyOfCase({ id, wordsUntil: '2026-08-31' });
	expect(await at.ground.keystore.findKey(old)).toBeNull();
	expect(await textsOf(id)).toEqual(['первое письмо']);
});

test('P36: on the day after its last one a case is gone with its keys, and a longer conversation holds only the case', async () => {
	turnTo('2026-03-01');
	const [over, held] = [await newCase(), await newCase()];
	for (const id of [over, held]) await write(id, 'слова');
	const last = today(DAYS_CASE_KEPT);
	await keepCaseUntil(at.ground.db, held, addDays(last, 20));
	turnTo(last);
	await expireCases();
	expect(await textsOf(over)).toEqual(['слова']);
	turnTo(addDays(last, 1));
	expect((await expireCases()).keyDays).toContain(last);
	expect(await cases(at.ground.db).byId(over)).toBeNull();
	expect(await textsOf(held)).toEqual([null]);
	turnTo(addDays(last, 21));
	await expireCases();
	expect(await cases(at.ground.db).byId(held)).toBeNull();
});

test('a case that is erased takes the key of its words along', async () => {
	const id = await newCase();
	await write(id, 'слова');
	const of = await cases(at.ground.db).byId(id);
	await at.ground.db.transaction((tx) => removeCases(tx, [id]));
	await workThrough({ 'forget-case': forgetCase });
	expect(await at.ground.keystore.findKey(keyOfCase({ id, wordsUntil: of?.wordsUntil ?? '' }))).toBeNull();
});

test('a contact that is sent twice is one closing, one fact and one contact; at another desk its id is refused', async () => {
	const id = await newCase();
	const before = await countFacts();
	const clientId = newId();
	const first = await record(id, clientId);
	expect(await record(id, clientId)).toEqual(first);
	expect(await contacts(at.ground.db).ofCase(id)).toHaveLength(1);
	expect(await countFacts()).toBe(before + 1);
	const elsewhere = { ...desk, id: 'elsewhere' };
	await makeDesk(at.ground.db, elsewhere);
	const happened = { clientId, caseId: null, desk: elsewhere, channel: 'phone' as const, language: 'ru', day: today() };
	const by = { closedBy: helper, helperRole: 'adviser', signed: 'Anna' };
	const refusal = await at.ground.db.transaction((tx) => recordContact(tx, { ...happened, ...by }, CODES));
	expect(isRefusal(refusal) && refusal.refused).toBe('other-contact');
});

test('fifty phones that send the same contact at once record it once, and nobody is told an error', async () => {
	const before = await countFacts();
	const clientId = newId();
	const all = await Promise.all(Array.from({ length: 50 }, () => record(null, clientId, 'visit')));
	expect(new Set(all.map((one) => (isRefusal(one) ? one.refused : one.id))).size).toBe(1);
	expect(await countFacts()).toBe(before + 1);
});

test('a keystore made anew from nothing reads no word', async () => {
	const id = await newCase();
	await write(id, 'слова');
	const of = await cases(at.ground.db).byId(id);
	const empty = folderKeystore('/nowhere');
	expect(await empty.findKey(keyOfCase({ id, wordsUntil: of?.wordsUntil ?? '' }))).toBeNull();
});

test('a contact in a case without words keeps it for six months and misses no key; a chat lengthens nothing', async () => {
	turnTo('2026-05-01');
	const opening = { language: 'ru', expiresOn: today(DAYS_WORDS_KEPT) };
	const id = await makeCase(at.ground.db, desk, opening);
	await record(id, newId(), 'chat');
	expect(await cases(at.ground.db).byId(id)).toMatchObject({ expiresOn: opening.expiresOn, wordsUntil: null });
	await record(id, newId(), 'visit');
	expect(await cases(at.ground.db).byId(id)).toMatchObject({ expiresOn: today(DAYS_CASE_KEPT), wordsUntil: null });
	expect(await contacts(at.ground.db).ofCase(id)).toHaveLength(2);
});
