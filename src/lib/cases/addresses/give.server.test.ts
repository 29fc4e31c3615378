import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { receiveSms } from '#lib/platform/sms/receive.server.ts';
import { fakeGateway } from '#lib/platform/sms/testing.ts';
import type { DeskRow } from '#lib/network/index.server.ts';
import { takeCase } from '../case/take.server.ts';
import { answerInCase } from '../case/write.server.ts';
import { readEntries } from '../entries/entries.server.ts';
import { noticesOf } from '../notices/notices.server.ts';
import { sendNotices } from '../notices/send.server.ts';
import { readAddresses } from '../rights/addresses.server.ts';
import { visitorOf } from '../rights/visitor.ts';
import { smsCarrier } from '../sms/carry.server.ts';
import { readSms } from '../sms/read.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { buildCase, buildDesk, buildStaff } from '../testing.server.ts';
import { giveAddressFor, giveOwnAddress } from './give.server.ts';
import { addresses } from './store.server.ts';

const at = onGround();
const BOTH = ['email', 'sms'];
let desk: DeskRow;
let helper: StaffActor;
let fake: Awaited<ReturnType<typeof fakeGateway>>;

beforeAll(async () => {
	desk = await buildDesk('home');
	await buildDesk('away');
	helper = await buildStaff('volunteer');
	fake = await fakeGateway();
});
afterAll(() => fake.close());

async function caseOf(id: string): Promise<CaseRow> {
	const found = await cases(at.ground.db).byId(id);
	if (!found) throw new Error('the case is not there');
	return found;
}
const told = async (id: string) => readAddresses(at.ground.db, await caseOf(id));
async function inHand(): Promise<string> {
	const id = await buildCase(desk);
	await takeCase({ id }, helper);
	return id;
}
const texted = (from: string, text: string) => receiveSms({ id: newId(), from, text }, [readSms]);
const written = async (id: string) =>
	(await readEntries(at.ground.db, await caseOf(id))).flatMap(({ kind, text }) => (kind === 'question' ? [text] : []));

test('she gives an address herself, with her wish, and another one in its place; an answer then is word to it', async () => {
	const id = await inHand();
	const give = (address: string, wants = '') => giveOwnAddress({ ways: BOTH, address, wants }, visitorOf(id));
	expect(await give('anna@example.org')).toEqual({ given: true });
	await give('Boris@Example.org', 'yes');
	await give('040 123 4567');
	expect(await told(id)).toEqual([
		{ kind: 'email', address: 'boris@example.org', wantsText: true, isReachable: true },
		{ kind: 'sms', address: '+358401234567', wantsText: false, isReachable: true },
	]);
	await answerInCase({ id, clientId: newId(), text: 'Готово' }, helper);
	expect((await noticesOf(at.ground.db, id)).map(({ kind }) => kind).sort()).toEqual(BOTH);
	expect(await giveOwnAddress({ ways: BOTH, address: 'a@example.org' }, visitorOf(newId()))).toMatchObject({
		refused: 'missing',
	});
});

test('what is no address, or what nothing can be sent to here, is refused by its field', async () => {
	const id = await inHand();
	const fault = (address: string, ways = BOTH) => giveAddressFor({ id, ways, address }, helper);
	expect(await fault('anna@')).toMatchObject({ refused: 'malformed', fields: { address: 'email' } });
	expect(await fault('04x')).toMatchObject({ refused: 'malformed', fields: { address: 'number' } });
	expect(await fault('040 123 4567', ['email'])).toMatchObject({ fields: { address: 'email' } });
	expect(await fault('anna@example.org', ['sms'])).toMatchObject({ fields: { address: 'number' } });
	expect(await told(id)).toEqual([]);
});

test('a number that the helper heard leads her messages into the case; one typed on the site leads nobody into it', async () => {
	const [heard, typed] = [await inHand(), await inHand()];
	await giveAddressFor({ id: heard, ways: BOTH, address: '040 500 0001' }, helper);
	await giveOwnAddress({ ways: BOTH, address: '040 500 0002' }, visitorOf(typed));
	await texted('0405000001', 'Это снова я');
	await texted('0405000002', 'Кто мне пишет?');
	expect(await written(heard)).toEqual(['Это снова я']);
	expect(await written(typed)).toEqual([]);
	for (const id of [heard, typed]) await answerInCase({ id, clientId: newId(), text: 'Ответ' }, helper);
	await sendNotices({ sms: smsCarrier(fake.gateway) });
	const sentTo = (number: string) =>
		[...fake.got.values()].find(({ to, text }) => to === number && text.includes('ответили'))?.text;
	expect(sentTo('+358405000001')).toContain('пришлите 1');
	expect(sentTo('+358405000002')).toMatch(/^(?!.*пришлите 1).*пришлите 0/);
	await texted('0405000002', '0');
	expect(await told(typed)).toEqual([]);
	// Written again by herself, what the helper heard stays known.
	await giveOwnAddress({ ways: BOTH, address: '040 500 0001', wants: 'on' }, visitorOf(heard));
	await texted('0405000001', 'И ещё');
	expect(await written(heard)).toEqual(['Это снова я', 'И ещё']);
});

test('whoever wrote a letter first keeps the way of its links when the same address is given again', async () => {
	const id = await inHand();
	const { db } = at.ground;
	await giveAddressFor({ id, ways: BOTH, address: 'anna@example.org' }, helper);
	await db.query('update addresses set from_letter = true, unreachable_since = now() where case_id = $1', [id]);
	await giveAddressFor({ id, ways: BOTH, address: 'Anna@example.org' }, helper);
	expect(await addresses(db).ofCase(id)).toMatchObject([{ fromLetter: true, isReachable: true }]);
	await giveAddressFor({ id, ways: BOTH, address: 'other@example.org' }, helper);
	expect(await addresses(db).ofCase(id)).toMatchObject([{ fromLetter: false }]);
});

test('a helper gives it for whoever she has in hand; a colleague does not, another organisation finds nothing', async () => {
	const id = await inHand();
	const given = { id, ways: BOTH, address: 'anna@example.org' };
	expect(await giveAddressFor(given, await buildStaff('volunteer'))).toMatchObject({ refused: 'not-held' });
	expect(await giveAddressFor(given, await buildStaff('clerk'))).toMatchObject({ refused: 'missing' });
	expect(await giveAddressFor(given, await buildStaff('coordinator', 'away'))).toMatchObject({ refused: 'missing' });
	expect(await giveAddressFor(given, await buildStaff('coordinator'))).toEqual({ given: true });
});
