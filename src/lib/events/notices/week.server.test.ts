import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { addDays, instantAt, now, turnClock } from '#lib/platform/clock.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import type { Outgoing } from '#lib/platform/mail/letter.ts';
import { fakeGateway, type Mood } from '#lib/platform/sms/testing.ts';
import type { Occurrence } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { registered } from '../people/testing.ts';
import { ended } from '../registration/seats.ts';
import { registrations } from '../registration/store.server.ts';
import { plannedOf } from '../series/asPlanned.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { mailCarrier, smsCarrier } from './carry.server.ts';
import { reviewNotices } from './review.server.ts';
import { type Carrier, sendEventNotices } from './send.server.ts';
import { tell } from './tell.server.ts';
import { type DateAs, type Person, readWord, type Since, wrongWith } from './testing.ts';

/**
 * A week of so many registrations: dates move, move back and are cancelled, people go, offers run out, while the gateway
 * fails in every mood, nodes die between the hand-over and their own note, and the clock jumps both ways. Then what each
 * was told is held against what was true then.
 */
const at = onGround();
const FIRST = '2026-02-16';
const DATES = [2, 3, 4, 4, 5];
const WAYS: readonly Person['way'][] = [
	...(['sms', 'sms', 'sms', 'sms', 'sms', 'email', 'email', 'email', 'phone', 'none'] as const),
];
type One = { row: Awaited<ReturnType<typeof registered>>; date: number; to: string } & {
	-readonly [Key in keyof Person]: Person[Key] extends readonly (infer Each)[] ? Each[] : Person[Key];
};

let fake: Awaited<ReturnType<typeof fakeGateway>>;
let mails: Outgoing[] = [];
let clock = 0;
const back = turnClock(() => clock);
let dates: Occurrence[] = [];
let history: Since<DateAs>[][] = [];
let people: One[] = [];
let ends: Date[] = [];
/** Of so many words handed over the node dies with one. */
let diesAt = 0;
let handed = 0;

beforeAll(async () => {
	fake = await fakeGateway();
	await buildOrganisers();
});
beforeEach(async () => {
	clock = instantAt(FIRST, '12:00').getTime();
	await at.ground.db.query('delete from registrations');
	[dates, mails, people, ends, handed] = [[], [], [], [], 0];
	fake.got.clear();
	for (const number of DATES) dates.push(await onDay(addDays(FIRST, number)));
	history = dates.map(({ day }) => [{ step: 0, day, state: 'planned' }]);
});
afterAll(async () => {
	back();
	await fake.close();
});

async function onDay(day: string): Promise<Occurrence> {
	const rule = { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 } as const;
	const made = await planned({ rule, from: day, until: day, starts: '17:00', capacity: null, walkIn: 0 });
	if (!made.dates[0]) throw new Error('there is no date on that day');
	return made.dates[0];
}

async function come(number: number): Promise<One> {
	const [date, way] = [Math.floor(number / WAYS.length) % dates.length, WAYS[number % WAYS.length] ?? 'sms'];
	const to = way === 'email' ? `person${number}@mail.test` : `+35840${1_000_000 + number}`;
	const seat = number % 17 === 5 ? ('offered' as const) : ('confirmed' as const);
	const offeredUntil = seat === 'offered' ? new Date(clock + 86_400_000) : null;
	const of = dates[date];
	if (!of) throw new Error('there is no such date');
	const row = await registered(of, { contact: way === 'none' ? '' : to, reachedBy: way, state: seat, offeredUntil });
	await tell(at.ground.db, row, { about: seat, key: seat });
	return { row, date, way, to, seats: [{ step: 0, seat }], said: [] };
}

/** A node that is killed has handed the word over and noted nothing. */
const mortal =
	(carry: Carrier): Carrier =>
	async (notice) => {
		const end = await carry(notice);
		handed += 1;
		if (diesAt > 0 && handed % diesAt === 0) throw new DatabaseDown('the node is killed');
		return end;
	};

async function node(): Promise<void> {
	const post = { send: async (mail: Outgoing) => (mails.push(mail), 'sent' as const), close: () => undefined };
	const email = mortal(mailCarrier({ post, ours: 'desk@mail.test', site: 'https://silta.example' }));
	const sms = mortal(smsCarrier(fake.gateway, true));
	await Promise.all([reviewNotices(['sms', 'email']), sendEventNotices({ sms }), sendEventNotices({ email })]);
}

type Step = {
	readonly mood: Mood;
	readonly minutes: number;
	readonly kills?: boolean;
	readonly act?: () => Promise<void>;
};

async function step({ mood, minutes, kills = false, act }: Step): Promise<void> {
	fake.is(mood);
	diesAt = kills ? 5 : 0;
	await act?.();
	for (const pass of [0, minutes, ...(mood === 'well' ? [3, 3, 3] : [])]) {
		clock += pass * 60_000;
		await Promise.all([node(), node()]);
	}
	for (const one of people) hear(one);
	ends.push(now());
}

function hear(one: One): void {
	const texts = [...fake.got.values()].filter(({ to }) => to === one.to);
	const letters = mails.filter(({ to }) => to === one.to).map(({ messageId, text }) => ({ id: messageId, text }));
	const known = new Set(one.said.map(({ id }) => id));
	for (const { id, text } of new Map([...texts, ...letters].map((word) => [word.id, word])).values())
		if (!known.has(id)) one.said.push({ ...readWord(text), step: ends.length, id });
}

async function change(which: number, wanted: Partial<Occurrence>): Promise<void> {
	const before = dates[which];
	if (!before) throw new Error('there is no such date');
	const day = wanted.day ?? before.day;
	const moments = { startsAt: instantAt(day, '17:00'), endsAt: instantAt(day, '19:00') };
	const after = { ...before, ...moments, ...wanted, sequence: before.sequence + 1 };
	const about = after.state === 'cancelled' ? 'cancelled' : 'moved';
	await at.ground.db.transaction(async (tx) => {
		await occurrences(tx).save(after);
		for (const one of await registrations(tx).ofOccurrence(after.id)) {
			if (one.state !== 'confirmed' && one.state !== 'offered') continue;
			await tell(tx, one, { about, key: `${about}/${after.sequence}`, was: plannedOf(before) });
		}
	});
	dates[which] = after;
	history[which]?.push({ step: ends.length, day, state: about === 'cancelled' ? 'cancelled' : 'planned' });
}

const move = (which: number, day: number) => () => change(which, { day: addDays(FIRST, day) });

async function seat(one: One, state: 'cancelled' | 'expired'): Promise<void> {
	await registrations(at.ground.db).saveAll([ended(one.row, state)], now());
	if (state === 'expired') await tell(at.ground.db, one.row, { about: 'offer-over', key: 'offer-over' });
	one.seats.push({ step: ends.length, seat: state });
}

async function someGo(): Promise<void> {
	const stay = people.filter(({ seats }) => seats.at(-1)?.seat === 'confirmed');
	for (const one of stay.filter((_, place) => place % 13 === 4)) await seat(one, 'cancelled');
}

async function offersEnd(): Promise<void> {
	for (const one of people) if (one.seats.at(-1)?.seat === 'offered') await seat(one, 'expired');
}

async function liveWeek(count: number): Promise<string[]> {
	for (let number = 0; number < count; number += 1) people.push(await come(number));
	await step({ mood: 'broken', minutes: 10 });
	await step({ mood: 'silent-after', minutes: 45 });
	await step({ mood: 'well', minutes: 45, kills: true });
	await step({ mood: 503, minutes: 60, act: move(1, 4) });
	await step({ mood: 'well', minutes: 300, kills: true, act: move(1, 5) });
	await step({ mood: 'well', minutes: -60 });
	await step({ mood: 'well', minutes: 18 * 60, act: someGo });
	await step({ mood: 'well', minutes: 5, act: offersEnd });
	await step({ mood: 'silent-after', minutes: 8 * 60, act: () => change(2, { state: 'cancelled', cause: 'weather' }) });
	await step({ mood: 429, minutes: 9 * 60 });
	await step({ mood: 'well', minutes: 45, kills: true });
	await step({ mood: 500, minutes: 24 * 60, act: move(4, 6) });
	await step({ mood: 'broken', minutes: 45, act: move(4, 5) });
	for (let half = 0; half < 7; half += 1)
		await step({ mood: 'well', minutes: half === 0 ? 45 : 720, kills: half === 2 });
	return people.flatMap((one) => wrongWith(one, { date: history[one.date] ?? [], ends }));
}

test('each is told once what is true then, and whoever has only a telephone stands on the list', async () => {
	expect(await liveWeek(120)).toEqual([]);
	expect(people.reduce((sum, { said }) => sum + said.length, 0)).toBeGreaterThan(120);
	const left = await at.ground.db.query(`select from event_notices where kind <> 'call' and state = 'waiting'`);
	expect(left).toEqual([]);
	const called = await at.ground.db.query<{ way: string }>(
		`select distinct r.reached_by as way from event_notices n join registrations r on r.id = n.registration_id
		where n.kind = 'call'`,
	);
	expect(called).toEqual([{ way: 'phone' }]);
}, 300_000);

test.each([
	[
		'a word that is tried counts as sent',
		'update',
		`if new.tries = 1 and new.state = 'waiting' then new.state = 'sent'; end if`,
	],
	[
		'reminders are due a day early',
		'insert',
		`if new.about = 'reminder' then new.due_at = new.due_at - interval '1 day'; end if`,
	],
	[
		'what was told is written down wrongly',
		'update',
		`if new.told is not null then new.told = jsonb_set(new.told, '{day}', '"2026-01-01"'); end if`,
	],
])(
	'planted: %s, and the week shows it',
	async (_what, on, does) => {
		const { db } = at.ground;
		await db.query(
			`create function planted() returns trigger language plpgsql as $$ begin ${does}; return new; end $$`,
		);
		await db.query(`create trigger planted before ${on} on event_notices for each row execute function planted()`);
		try {
			expect(await liveWeek(60)).not.toEqual([]);
		} finally {
			await db.query('drop function planted cascade');
		}
	},
	300_000,
);
