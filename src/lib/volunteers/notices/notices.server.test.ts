import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { addDays, instant, instantAt, now, turnClock } from '#lib/platform/clock.ts';
import type { Outgoing } from '#lib/platform/mail/letter.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { fakeGateway } from '#lib/platform/sms/testing.ts';
import { sealContact } from '../people/contact.server.ts';
import { assignments } from '../shifts/store.server.ts';
import type { Assignment, Shift } from '../shifts/shift.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { countToTell, volunteersToTell, volunteerTold } from './calls/calls.server.ts';
import { mailCarrier, smsCarrier } from './carry.server.ts';
import { newsOf } from './news.server.ts';
import { NOTICES_A_DAY } from './notice.ts';
import { deleteOldVolunteerNotices, reviewVolunteerNotices, tellEndings } from './review.server.ts';
import { sendVolunteerNotices } from './send.server.ts';
import { tell } from './tell.server.ts';

const at = onGround();
const DAY = '2026-03-10';
let fake: Awaited<ReturnType<typeof fakeGateway>>;
let mails: Outgoing[] = [];
let clock = 0;
let minutes = 0;
const back = turnClock(() => clock);
let her: StaffActor;
let shift: Shift;

beforeAll(async () => {
	fake = await fakeGateway();
});
beforeEach(async () => {
	turnTo('2026-03-04', '12:00');
	// The gateway is left alone for a while after it was silent.
	clock += 60_000 * ++minutes;
	her = await reached('sms', '+358401234567');
	shift = await buildShift({ day: DAY });
});
afterEach(async () => {
	for (const table of ['volunteer_notices', 'swaps', 'assignments', 'shifts'])
		await at.ground.db.query(`delete from ${table}`);
	fake.got.clear();
	fake.told.length = 0;
	fake.is('well');
	mails = [];
});
afterAll(async () => {
	back();
	await fake.close();
});

const turnTo = (day: string, time: string): void => void (clock = instantAt(day, time).getTime());
const texts = (): string[] => [...fake.got.values()].map(({ text }) => text);
const post = {
	send: async (mail: Outgoing) => {
		mails.push(mail);
		return 'sent' as const;
	},
	close: () => undefined,
};
const send = () =>
	sendVolunteerNotices({
		sms: smsCarrier(fake.gateway),
		email: mailCarrier({ post, ours: 'desk@mail.test', site: 'https://silta.example/' }),
	});

async function reached(by: 'sms' | 'email' | 'none', contact: string, lang = 'ru'): Promise<StaffActor> {
	const one = await buildVolunteer();
	await at.ground.db.query('update volunteers set reached_by = $2, sealed = $3 where account_id = $1', [
		...[one.id, by, await sealContact(one.id, contact)],
	]);
	await at.ground.db.query('update accounts set language = $2 where id = $1', [one.id, lang]);
	return one;
}

async function assigned(state: Assignment['state'], of = shift, accountId = her.id): Promise<string> {
	const id = newId();
	const rest = { accountId, byWay: 'self' as const, offeredUntil: null };
	await assignments(at.ground.db).add({ id, shiftId: of.id, state, ...rest }, now());
	return id;
}

const word = (about: Parameters<typeof tell>[2]['about'], key: string = about) => {
	clock += 1;
	return tell(at.ground.db, her.id, { about, key, shiftId: shift.id });
};
const states = async () =>
	(
		await at.ground.db.query<{ about: string; state: string; reason: string | null }>(
			'select about, state, reason from volunteer_notices order by made_at, id',
		)
	).map(({ about, state, reason }) => [about, state, ...(reason ? [reason] : [])].join(' '));

test('word of a shift says which, in her language, without a link and once', async () => {
	await assigned('taken');
	await word('given');
	await word('given');
	await Promise.all([send(), send()]);
	expect(texts()).toEqual([expect.stringMatching(/вторник, 10 марта, 10:00–13:00: смена Ваша\./)]);
	expect(texts().join()).not.toMatch(/http|www|silta\.example/);
	expect(await states()).toEqual(['given sent']);
});

test('told again after a silent gateway it is the same one', async () => {
	await assigned('taken');
	await word('given');
	fake.is('silent-after');
	await send();
	fake.is('well');
	clock += 120_000;
	await send();
	expect(fake.told).toHaveLength(2);
	expect(texts()).toHaveLength(1);
});

test('what is true no more stays here', async () => {
	const id = await assigned('offered');
	await word('offered');
	await assignments(at.ground.db).setState(id, 'declined', now());
	await word('moved');
	await word('cancelled');
	await send();
	expect(await states()).toEqual(['offered dropped not-so', 'moved dropped not-so', 'cancelled dropped not-so']);
	await assigned('taken');
	await word('given', 'later');
	turnTo(DAY, '10:00');
	await send();
	expect((await states()).at(-1)).toBe('given dropped over');
	expect(texts()).toEqual([]);
});

test('two moves while the gateway was silent are one word, and it says the last time', async () => {
	await assigned('taken');
	await word('moved', 'moved/1');
	await word('moved', 'moved/2');
	await at.ground.db.query('update shifts set starts_at = $2, ends_at = $3 where id = $1', [
		...[shift.id, instantAt(DAY, '15:00'), instantAt(DAY, '18:00')],
	]);
	await send();
	expect(texts()).toEqual([expect.stringMatching(/перенесли. Теперь: вторник, 10 марта, 15:00–18:00/)]);
	expect(await states()).toEqual(['moved sent', 'moved dropped known']);
});

test('a shift that is wanted is offered to nobody who has it, and to none when nobody looks any more', async () => {
	await assigned('taken', shift, (await buildVolunteer()).id);
	await word('wanted');
	await send();
	expect(await states()).toEqual(['wanted dropped not-so']);
});

test('a mail leads to the page where she signs in, and to no secret', async () => {
	her = await reached('email', 'her@mail.test', 'fi');
	await assigned('taken');
	await word('given');
	await send();
	expect(mails).toHaveLength(1);
	expect(mails[0]).toMatchObject({ to: 'her@mail.test', subject: 'Vuoro on sinun', language: 'fi' });
	expect(mails[0]?.text.match(/https?:\S+/g)).toEqual(['https://silta.example/staff/shifts']);
});

test('of what can wait six a day, and none at night; what was cancelled goes at once', async () => {
	turnTo('2026-03-04', '23:00');
	for (let many = 0; many < NOTICES_A_DAY + 2; many += 1) await word('wanted', `wanted/${many}`);
	await at.ground.db.query(`update shifts set state = 'cancelled' where id = $1`, [shift.id]);
	await word('cancelled');
	await send();
	expect(texts()).toEqual([expect.stringContaining('смены не будет')]);
	await at.ground.db.query(`update shifts set state = 'planned' where id = $1`, [shift.id]);
	turnTo('2026-03-05', '09:00');
	await send();
	expect(texts()).toHaveLength(NOTICES_A_DAY);
	turnTo('2026-03-06', '09:00');
	await send();
	expect(texts()).toHaveLength(NOTICES_A_DAY + 3);
});

test('she is reminded the day before, once, of the moment at which it really begins', async () => {
	await assigned('taken');
	turnTo('2026-03-08', '12:00');
	await reviewVolunteerNotices(['sms', 'email']);
	await at.ground.db.query('update shifts set starts_at = $2 where id = $1', [shift.id, instantAt(DAY, '11:00')]);
	await reviewVolunteerNotices(['sms', 'email']);
	await reviewVolunteerNotices(['sms', 'email']);
	turnTo('2026-03-09', '11:00');
	await send();
	expect((await states()).sort()).toEqual(['reminder dropped not-so', 'reminder sent']);
	expect(texts()).toEqual([expect.stringMatching(/^Завтра Ваша смена: .*, 11:00–13:00\./)]);
});

test('whoever gave the shift on is not reminded', async () => {
	const id = await assigned('taken');
	turnTo('2026-03-08', '12:00');
	await reviewVolunteerNotices(['sms']);
	await assignments(at.ground.db).setState(id, 'withdrawn', now());
	turnTo('2026-03-09', '11:00');
	await send();
	expect(texts()).toEqual([]);
});

test('what ends is said thirty and seven days before, and not when it was renewed meanwhile', async () => {
	const grant = (until: string) =>
		at.ground.db.query(
			`insert into qualifications (id, account_id, code, granted_on, expires_on, granted_by) values ($1, $2, 'basic', $3, $4, $5)`,
			[newId(), her.id, '2026-01-01', until, lead.id],
		);
	const lead = await buildStaff('coordinator');
	await at.ground.db.query('update accounts set pledge_accepted_on = $2 where id = $1', [her.id, '2026-03-04']);
	await grant(addDays('2026-03-04', 30));
	await tellEndings(at.ground.db);
	await tellEndings(at.ground.db);
	await send();
	expect(texts()).toEqual([expect.stringContaining('Допуск «базовое обучение» действует до 2 апреля.')]);
	turnTo('2026-03-28', '08:00');
	await tellEndings(at.ground.db);
	await grant('2027-03-04');
	turnTo('2026-03-28', '12:00');
	await send();
	expect(await states()).toEqual(['ends sent', 'ends dropped not-so']);
});

test('taken off a shift that is called off a moment later, she is told that it is not hers', async () => {
	await assigned('withdrawn');
	await word('taken-over');
	await word('declined');
	await at.ground.db.query(`update shifts set state = 'cancelled' where id = $1`, [shift.id]);
	await send();
	expect((await states()).sort()).toEqual(['declined dropped not-so', 'taken-over sent']);
});

test('on her page stands what holds, whatever way she chose', async () => {
	her = await reached('none', '');
	await assigned('taken');
	await word('given');
	await word('taken-over');
	await send();
	expect(texts()).toEqual([]);
	expect((await newsOf(her.id, 'en')).map(({ line }) => line)).toEqual([expect.stringContaining('the shift is yours')]);
	turnTo(DAY, '10:00');
	expect(await newsOf(her.id, 'en')).toEqual([]);
});

test('what nothing carries is for a coordinator of hers to say, until she has said it', async () => {
	const [lead, other] = [await buildStaff('coordinator'), await buildStaff('coordinator', 'far')];
	await assigned('taken');
	await word('given');
	const none = { carried: [], lang: 'en' };
	expect(await volunteersToTell(lead, { carried: ['sms'], lang: 'en' })).toEqual([]);
	const [one] = await volunteersToTell(lead, none);
	expect(one).toMatchObject({ id: her.id, contact: '+358401234567', lines: [expect.stringContaining('is yours')] });
	expect(await countToTell(other, [])).toBe(0);
	expect(await volunteerTold({ id: her.id }, other)).toMatchObject({ refused: 'missing' });
	await volunteerTold({ id: her.id }, lead);
	expect(await volunteersToTell(lead, none)).toEqual([]);
	expect(await states()).toEqual(['given called']);
	const looks = await at.ground.db.query(
		`select 1 from audit_entries where action = 'see-contact' and subject_id = $1`,
		[her.id],
	);
	expect(looks).toHaveLength(1);
});

test('whoever chose no way is called when she would stand before a closed door, and else not', async () => {
	const lead = await buildStaff('coordinator');
	her = await reached('none', '');
	await word('wanted');
	expect(await countToTell(lead, ['sms', 'email'])).toBe(0);
	await at.ground.db.query(`update shifts set state = 'cancelled' where id = $1`, [shift.id]);
	await word('cancelled');
	expect(await countToTell(lead, ['sms', 'email'])).toBe(1);
});

test('after ninety days nobody knows what anybody was told', async () => {
	await word('given');
	clock = instant() + 89 * 86_400_000;
	expect(await deleteOldVolunteerNotices(at.ground.db)).toBe(0);
	clock = instant() + 2 * 86_400_000;
	expect(await deleteOldVolunteerNotices(at.ground.db)).toBe(1);
});
