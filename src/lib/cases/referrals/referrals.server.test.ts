import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { DeskRow } from '#lib/network/index.server.ts';
import { casesInView, readCase } from '../case/read.server.ts';
import { releaseCase, takeCase } from '../case/take.server.ts';
import { answerInCase } from '../case/write.server.ts';
import { recordAtDesk } from '../contacts/atDesk.server.ts';
import { cases } from '../store.server.ts';
import { comeByCode } from '../rights/comeByCode.server.ts';
import { buildDesk, buildStaff, KNOWN, typedContact } from '../testing.server.ts';
import { caseOfCode, giveCode } from '../visitor.server.ts';
import { answerReferral } from './answer.server.ts';
import { referralOf, referralsComing, referralSent, referralsSent } from './read.server.ts';
import { anotherReferralCode, referClient } from './send.server.ts';
import { noteNotReached } from './settle.server.ts';

const at = onGround();
const HETU = '131052-952K';
let desk: DeskRow;
let clerk: StaffActor;
let colleague: StaffActor;
let otherClerk: StaffActor;
let volunteer: StaffActor;

beforeAll(async () => {
	desk = await buildDesk('home');
	await at.ground.db.query(
		`insert into organisations (id, kind, names) values ('office', 'authority', '{"fi": "Virasto"}'), ('bureau', 'authority', '{}')`,
	);
	clerk = await buildStaff('clerk', 'office');
	colleague = await buildStaff('clerk', 'office');
	otherClerk = await buildStaff('clerk', 'bureau');
	volunteer = await buildStaff('volunteer');
});

const typed = (more: object = {}) => ({
	...{ clientId: newId(), deskId: desk.id, organisationId: 'office', how: 'will-come', topic: 'benefits' },
	...{ language: 'ru', text: 'Tarvitsee apua hakemuksen lähettämiseen.', ...more },
});
const refer = referClient(KNOWN);
async function referred(more: object = {}, by = clerk) {
	const made = await refer(typed(more), by);
	if (isRefusal(made)) throw new Error(JSON.stringify(made));
	return made;
}
const stateFor = async (id: string, who = clerk) => (await referralSent(id, who))?.state;
const contact = (id: string, outcome = 'solved-together') =>
	recordAtDesk(KNOWN)(typedContact(desk.id, { caseId: id, outcome }), volunteer);

test('a client who was sent waits at the desk, signed with the office, and nameless', async () => {
	const { id, code } = await referred();
	expect(code).toBeNull();
	expect((await casesInView(volunteer)).waiting.map((one) => one.id)).toContain(id);
	await takeCase({ id }, volunteer);
	const seen = await readCase(id, volunteer);
	if (isRefusal(seen)) throw new Error(seen.refused);
	expect(seen.inside?.history).toMatchObject([
		{ entry: { kind: 'referral', signed: 'Virasto', text: 'Tarvitsee apua hakemuksen lähettämiseen.' } },
	]);
	expect(await referralOf(id, volunteer)).toMatchObject({ organisationId: 'office', topic: 'benefits' });
});

test('the office learns how it stands: waiting, somebody helps, helped; and the fact says who sent her', async () => {
	const { id } = await referred();
	expect(await stateFor(id)).toBe('waiting');
	await takeCase({ id }, volunteer);
	expect(await stateFor(id, colleague)).toBe('taken');
	const recorded = await contact(id);
	if (isRefusal(recorded)) throw new Error(recorded.refused);
	expect(await stateFor(id)).toBe('helped');
	const facts = await at.ground.db.query(
		`select f.referred_by as office from closings c join facts f on f.id = c.fact_id where c.id = $1`,
		[recorded.closingId],
	);
	expect(facts).toEqual([{ office: 'office' }]);
});

test('what did not end well is said as it is; a mistake changes nothing; a later contact puts it right', async () => {
	const { id } = await referred();
	await answerReferral(at.ground.db, id, 'not-a-contact');
	expect(await stateFor(id)).toBe('waiting');
	await answerReferral(at.ground.db, id, 'not-solved');
	expect(await stateFor(id)).toBe('not-solved');
	expect(await answerReferral(at.ground.db, id, 'solved-by-person')).toBe('office');
	expect(await stateFor(id)).toBe('helped');
	expect(await answerReferral(at.ground.db, newId(), 'solved-by-person')).toBeNull();
});

test('the desk says that she was not reached: it waits no more, and it is said once', async () => {
	const { id } = await referred();
	expect(await noteNotReached({ id }, volunteer)).toMatchObject({ refused: 'not-held' });
	await takeCase({ id }, volunteer);
	expect((await referralsComing(volunteer)).find(({ caseId }) => caseId === id)).toMatchObject({ mayNote: true });
	await noteNotReached({ id }, volunteer);
	expect(await stateFor(id)).toBe('not-reached');
	const adviser = await buildStaff('adviser');
	expect(await noteNotReached({ id }, adviser)).toMatchObject({ refused: 'settled' });
	expect((await casesInView(volunteer)).waiting.map((one) => one.id)).not.toContain(id);
	expect((await cases(at.ground.db).byId(id))?.holder).toBeNull();
});

test('who is there takes a code along; it opens her case', async () => {
	const { id, code } = await referred({ how: 'here' });
	expect(await caseOfCode(at.ground.db, code ?? '')).toMatchObject({ id, codeHandedOut: true });
});

test('the office makes another code while the first is unused and nobody helps, and never after', async () => {
	const { id, code } = await referred({ how: 'here' });
	const again = await anotherReferralCode({ id }, colleague);
	if (isRefusal(again)) throw new Error(again.refused);
	expect(await caseOfCode(at.ground.db, code ?? '')).toBeNull();
	expect(await caseOfCode(at.ground.db, again.code ?? '')).toMatchObject({ id });
	await takeCase({ id }, volunteer);
	expect(await anotherReferralCode({ id }, clerk)).toMatchObject({ refused: 'code-used' });
	await releaseCase({ id }, volunteer);
	expect(await anotherReferralCode({ id }, clerk)).toMatchObject({ code: expect.any(String) });
	expect(await anotherReferralCode({ id: (await referred()).id }, clerk)).toMatchObject({ refused: 'code-used' });
});

test('once the desk has written to her the office makes no code, though nobody has the case in hand', async () => {
	const { id } = await referred({ how: 'here' });
	await takeCase({ id }, volunteer);
	await answerInCase({ id, clientId: newId(), text: 'Приходите во вторник' }, volunteer);
	await releaseCase({ id }, volunteer);
	expect(await anotherReferralCode({ id }, clerk)).toMatchObject({ refused: 'code-used' });
	expect(await referralSent(id, clerk)).toMatchObject({ mayMakeAnother: false });
});

test('once she has come with her paper, neither her new code nor one that a helper gave her is the office’s', async () => {
	const { id, code } = await referred({ how: 'here' });
	const came = await comeByCode({ code: code ?? '', key: newId() });
	expect(came).toMatchObject({ caseId: id, code: expect.any(String) });
	expect(await anotherReferralCode({ id }, clerk)).toMatchObject({ refused: 'code-used' });
	await giveCode(at.ground.db, id, true);
	expect(await anotherReferralCode({ id }, clerk)).toMatchObject({ refused: 'code-used' });
});

test('a form sent twice, also at once, is one referral; its code is shown once', async () => {
	const once = typed({ how: 'here' });
	const results = await Promise.all([refer(once, clerk), refer(once, clerk), refer(once, clerk)]);
	const made = results.flatMap((one) => (isRefusal(one) ? [] : [one]));
	expect(new Set(made.map(({ id }) => id)).size).toBe(1);
	expect(made.filter(({ code }) => code !== null)).toHaveLength(1);
	expect(await refer(once, colleague)).toMatchObject({ refused: 'other-form' });
});

test('a number that must not be stored is refused until the page between has hidden it', async () => {
	expect(await refer(typed({ text: `Asiakas ${HETU}` }), clerk)).toMatchObject({ refused: 'secrets' });
	const { id } = await referred({ text: 'Asiakas ••••••', alreadyHidden: 'hetu,nonsense' });
	await takeCase({ id }, volunteer);
	const seen = await readCase(id, volunteer);
	expect(isRefusal(seen) ? null : seen.inside?.history[0]).toMatchObject({ entry: { hidden: ['hetu'] } });
});

test('what nobody knows is no topic, service, language or desk', async () => {
	expect(await refer(typed({ topic: 'gardening' }), clerk)).toMatchObject({ fields: { topic: 'topic' } });
	expect(await refer(typed({ serviceId: 'nothing' }), clerk)).toMatchObject({ fields: { serviceId: 'service' } });
	expect(await refer(typed({ language: 'xx' }), clerk)).toMatchObject({ fields: { language: 'language' } });
	expect(await refer(typed({ deskId: 'nowhere' }), clerk)).toMatchObject({ refused: 'missing' });
	expect(await refer(typed({ how: 'by-force' }), clerk)).toMatchObject({ fields: { how: 'how' } });
});

test('the clerk sees her own office’s referrals and nothing else of the house', async () => {
	const { id } = await referred();
	expect((await referralsSent(colleague)).map(({ caseId }) => caseId)).toContain(id);
	expect(await referralsSent(otherClerk)).toEqual([]);
	expect(await referralSent(id, otherClerk)).toBeNull();
	expect(await referralSent('nothing', clerk)).toBeNull();
	expect(await anotherReferralCode({ id }, otherClerk)).toMatchObject({ refused: 'missing' });
	expect(await readCase(id, clerk)).toMatchObject({ refused: 'missing' });
	expect(await takeCase({ id }, clerk)).toMatchObject({ refused: 'missing' });
	expect(await noteNotReached({ id }, clerk)).toMatchObject({ refused: 'missing' });
	expect(await referralsComing(clerk)).toEqual([]);
	expect(await referralOf(id, clerk)).toBeNull();
	expect(await contact(id)).toMatchObject({ refused: 'not-held' });
});

test('only a clerk of the office sends in its name', async () => {
	const everybody = ['volunteer', 'adviser', 'coordinator', 'regional', 'editor', 'funder', 'admin'] as const;
	for (const role of everybody)
		expect(await refer(typed(), await buildStaff(role, 'office')), role).toMatchObject({ refused: 'missing' });
	expect(await refer(typed(), otherClerk)).toMatchObject({ refused: 'missing' });
	expect(await referralsComing(await buildStaff('volunteer', 'bureau'))).toEqual([]);
});

test('past its last day a referral is gone for the office, too', async () => {
	const { id } = await referred();
	await at.ground.db.query(`update cases set expires_on = current_date - 2 where id = $1`, [id]);
	expect(await referralSent(id, clerk)).toBeNull();
	expect((await referralsSent(clerk)).map(({ caseId }) => caseId)).not.toContain(id);
});
