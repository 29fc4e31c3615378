import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instant, instantAt, now, turnClock } from '#lib/platform/clock.ts';
import type { Outgoing } from '#lib/platform/mail/letter.ts';
import { fakeGateway } from '#lib/platform/sms/testing.ts';
import type { Occurrence } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { registered } from '../people/testing.ts';
import type { Registration } from '../registration/registration.ts';
import { registrations } from '../registration/store.server.ts';
import { hashOfContact } from '../registration/ways.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { mailCarrier, smsCarrier } from './carry.server.ts';
import { noticesOfOccurrence } from './figures.server.ts';
import { type About, NOTICES_A_DAY } from './notice.ts';
import { reviewNotices } from './review.server.ts';
import { sendEventNotices } from './send.server.ts';
import { followContact, tell } from './tell.server.ts';

const at = onGround();
const NUMBER = '+358401234567';
let fake: Awaited<ReturnType<typeof fakeGateway>>;
let mails: Outgoing[] = [];
let clock = instantAt('2026-03-04', '12:00').getTime();
const back = turnClock(() => clock);
let date: Occurrence;

beforeAll(async () => {
	fake = await fakeGateway();
	await buildOrganisers();
});
beforeEach(async () => {
	clock = instantAt('2026-03-04', '12:00').getTime();
	const { dates } = await planned({ from: '2026-03-10', until: '2026-04-28', starts: '12:00' });
	date = required(dates[0]);
});
afterEach(async () => {
	await at.ground.db.query('delete from registrations');
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
const sender = { post, ours: 'desk@mail.test', site: 'https://silta.example/' };
const send = () => sendEventNotices({ sms: smsCarrier(fake.gateway, true), email: mailCarrier(sender) });
const review = () => reviewNotices(['sms', 'email']);
const somebody = (wanted: Parameters<typeof registered>[1] = {}) =>
	registered(date, { reachedBy: 'sms', contact: NUMBER, name: 'Anna Virtanen', ...wanted });
const word = (to: Pick<Registration, 'id' | 'reachedBy'>, about: About, was?: Occurrence) =>
	tell(at.ground.db, to, { about, key: `${about}/${instant()}`, ...(was && { was }) });

async function change(wanted: Partial<Occurrence>): Promise<void> {
	const day = wanted.day ?? date.day;
	const startsAt = instantAt(day, wanted.starts ?? date.starts);
	const endsAt = new Date(startsAt.getTime() + date.minutes * 60_000);
	date = { ...date, startsAt, endsAt, ...wanted };
	await occurrences(at.ground.db).save(date);
}

function required<Value>(value: Value | undefined): Value {
	if (value === undefined) throw new Error('it must be there');
	return value;
}

async function states(): Promise<string[]> {
	const rows = await at.ground.db.query<{ said: string }>(
		`select about || ' ' || state || coalesce(' ' || reason, '') as said from event_notices order by made_at, id`,
	);
	return rows.map(({ said }) => said);
}

test('a text message says what, when and her number, in her language, without her name, a link or a code', async () => {
	const her = await somebody({ language: 'fi' });
	await word(her, 'confirmed');
	await send();
	const whole = `Kerho: paikkasi on varattu. Aika: tiistai 10.3. klo 12. Numerosi on ${her.ticket}. Jos et tule, vastaa 0.`;
	expect(texts()).toEqual([whole]);
	expect(await states()).toEqual(['confirmed sent']);
});

test('a mail leads to her page, and is one by its id when it is sent again', async () => {
	const her = await somebody({ reachedBy: 'email', contact: 'anna@mail.test' });
	await word(her, 'confirmed');
	await send();
	await at.ground.db.query(`update event_notices set state = 'waiting', due_at = made_at, told = null`);
	await send();
	expect(mails).toHaveLength(2);
	expect(mails[0]).toMatchObject({ to: 'anna@mail.test', subject: 'Вы записаны: Клуб', language: 'ru' });
	expect(mails[0]?.text).toMatch(/https:\/\/silta\.example\/ru\/registration\/[\w-]{22}\n/);
	expect(mails[0]?.text).not.toContain('Virtanen');
	expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a reminder comes the day before at ten by the wall clock, once, and not again when the clock is turned back', async () => {
	await somebody();
	await review();
	turnTo('2026-03-09', '09:59');
	await send();
	expect(texts()).toEqual([]);
	turnTo('2026-03-09', '10:00');
	await Promise.all([send(), review(), send()]);
	expect(texts()).toEqual([expect.stringMatching(/^Завтра, 10 марта, 12:00: Клуб\. Ваш номер \d{4}\. Не придёте/)]);
	turnTo('2026-03-09', '09:00');
	await review();
	turnTo('2026-03-10', '11:00');
	await review();
	await send();
	expect(texts()).toHaveLength(1);
});

test('whoever registers late is reminded three hours before, and later still not at all', async () => {
	turnTo('2026-03-09', '15:00');
	await somebody();
	await review();
	turnTo('2026-03-10', '09:00');
	await somebody({ contact: '+358409999999' });
	await review();
	await send();
	expect(texts()).toEqual([expect.stringMatching(/^Сегодня, 10 марта/)]);
	expect(await states()).toEqual(['reminder sent']);
});

test('moved, a date gets another reminder; cancelled, it gets none; a seat given up neither', async () => {
	const [her, other] = [await somebody(), await somebody({ contact: '+358409999999' })];
	await review();
	await change({ day: '2026-03-11' });
	await registrations(at.ground.db).saveAll([{ ...other, state: 'cancelled' }], now());
	await review();
	turnTo('2026-03-10', '11:00');
	await send();
	expect(texts()).toEqual([expect.stringMatching(/^Завтра, 11 марта/)]);
	expect((await states()).toSorted()).toEqual(['reminder dropped not-so', 'reminder dropped not-so', 'reminder sent']);
	await change({ day: '2026-03-20' });
	await review();
	await change({ state: 'cancelled', cause: 'weather' });
	await word(her, 'cancelled');
	turnTo('2026-03-19', '11:00');
	await send();
	expect(texts().at(-1)).toBe('Клуб, пятница, 20 марта, 12:00: отменено. Причина – погода.');
	expect(texts()).toHaveLength(2);
});

test('after a day without the gateway everybody hears once, and only what is true then', async () => {
	const [comes, gone] = [await somebody(), await somebody({ contact: '+358409999999' })];
	fake.is(503);
	await word(comes, 'confirmed');
	await word(gone, 'confirmed');
	await send();
	const before = date;
	await change({ day: '2026-03-12' });
	await word(comes, 'moved', before);
	clock += 3_600_000;
	await send();
	const between = date;
	await change({ day: '2026-03-13' });
	await word(comes, 'moved', between);
	await registrations(at.ground.db).saveAll([{ ...gone, state: 'cancelled' }], now());
	clock += 86_400_000;
	fake.is('well');
	await send();
	clock += 3_600_000;
	await send();
	expect(texts()).toHaveLength(1);
	expect(texts()[0]).toContain('13 марта, 12:00');
	expect((await states()).filter((state) => state.endsWith('sent'))).toHaveLength(1);
});

test('a reminder that waited until after the date is dropped', async () => {
	await somebody();
	await review();
	fake.is('broken');
	turnTo('2026-03-09', '10:00');
	await send();
	fake.is('well');
	turnTo('2026-03-10', '13:00');
	await send();
	expect(fake.got.size).toBe(0);
	expect(await states()).toEqual(['reminder dropped over']);
});

test('what the gateway took without saying so is one; what changed meanwhile is told as well', async () => {
	const her = await somebody();
	await word(her, 'confirmed');
	fake.is('silent-after');
	await send();
	fake.is('well');
	clock += 60_000;
	await send();
	expect(fake.told).toHaveLength(2);
	expect(texts()).toHaveLength(1);
	fake.is('silent-after');
	await change({ day: '2026-03-12' });
	await word(her, 'moved', date);
	clock += 60_000;
	await send();
	await change({ day: '2026-03-13' });
	fake.is('well');
	clock += 60_000;
	await send();
	expect(
		texts()
			.slice(1)
			.map((text) => /Теперь: \S+ (\d+)/.exec(text)?.[1]),
	).toEqual(['12', '13']);
});

test('nobody is rung up for hours, however often her number is typed; changes of ours always reach her', async () => {
	const knownBy = await hashOfContact(NUMBER);
	for (let times = 0; times < NOTICES_A_DAY + 2; times += 1) {
		await word(await somebody({ knownBy }), 'confirmed');
		clock += 1_000;
	}
	await send();
	expect(texts()).toHaveLength(NOTICES_A_DAY);
	const last = await somebody({ knownBy });
	const before = date;
	await change({ day: '2026-03-12' });
	await word(last, 'moved', before);
	await send();
	expect(texts()).toHaveLength(NOTICES_A_DAY + 1);
	clock += 86_400_000 + 1;
	await send();
	expect(texts()).toHaveLength(NOTICES_A_DAY + 3);
});

test('two nodes never have two words to one person in hand: the second knows what the first has said', async () => {
	const her = await somebody();
	const before = date;
	await change({ day: '2026-03-12' });
	await word(her, 'moved', before);
	clock += 1;
	await word(her, 'moved', before);
	fake.is('late');
	await Promise.all([send(), send(), send()]);
	await send();
	expect(fake.told).toHaveLength(1);
	expect(await states()).toEqual(['moved sent', 'moved dropped known']);
});

test('an erased contact is told nothing, and one that changed is told the new way', async () => {
	const [erased, changed] = [await somebody({ sealed: null }), await somebody()];
	await word(erased, 'confirmed');
	await word(changed, 'confirmed');
	await at.ground.db.transaction(async (tx) => {
		await tx.query(`update registrations set reached_by = 'phone' where id = $1`, [changed.id]);
		await followContact(tx, changed.id);
	});
	await send();
	expect(fake.told).toEqual([]);
	expect((await states()).toSorted()).toEqual(['confirmed dropped unreachable', 'confirmed waiting']);
	expect(await kinds()).toEqual(['call', 'sms']);
});

async function kinds(): Promise<string[]> {
	const rows = await at.ground.db.query<{ kind: string }>('select kind from event_notices order by kind');
	return rows.map(({ kind }) => kind);
}

test('where there is no gateway a helper calls, and what is true no more leaves her list', async () => {
	const [her, byPhone] = [await somebody(), await somebody({ reachedBy: 'phone' })];
	await word(her, 'confirmed');
	await word(byPhone, 'waiting');
	await reviewNotices([]);
	expect(await kinds()).toEqual(['call', 'call', 'call', 'call']);
	expect((await states()).toSorted()).toEqual([
		...['confirmed waiting', 'reminder waiting', 'reminder waiting', 'waiting dropped not-so'],
	]);
});

test('the counts of a date say what was sent, what waits and why something failed', async () => {
	const [her, other] = [await somebody(), await somebody({ reachedBy: 'phone' })];
	fake.is(422);
	await word(her, 'confirmed');
	await word(other, 'confirmed');
	await review();
	await send();
	expect(await noticesOfOccurrence(at.ground.db, date.id)).toEqual({
		...{ sent: 0, called: 0, waiting: 1, toCall: 1, failed: [{ reason: 'refused', count: 1 }] },
	});
});
