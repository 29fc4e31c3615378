import type { MailServers } from '../../bin/testing/mailConfig.ts';
import { now } from '../../src/lib/platform/clock.ts';
import { ground } from '../../src/lib/platform/ground.server.ts';
import type { fakeGateway } from '../../src/lib/platform/sms/testing.ts';
import { decoded } from '../../src/lib/cases/mail/testing.ts';
import type { Occurrence } from '../../src/lib/events/event.ts';
import { tell } from '../../src/lib/events/notices/tell.server.ts';
import { registered } from '../../src/lib/events/people/testing.ts';
import { registrations } from '../../src/lib/events/registration/store.server.ts';
import { seatedOf } from '../../src/lib/events/registration/registration.ts';
import { idOf } from '../mails/letters.ts';
import { type Person, readWord, type Said, type Seat, type Since } from './judge.ts';

type Registered = Awaited<ReturnType<typeof registered>>;
/** Somebody of the drill, with what she was told so far. */
export type One = {
	readonly row: Registered;
	readonly date: number;
	readonly way: Person['way'];
	readonly to: string;
	readonly seats: Since<{ readonly seat: Seat }>[];
	readonly said: Said[];
};

const WAYS: readonly Person['way'][] = [
	...(['sms', 'sms', 'sms', 'sms', 'sms', 'email', 'email', 'email', 'phone', 'none'] as const),
];
const DAY_MS = 86_400_000;
/** Of so many one is offered a seat and does not answer, and one gives hers up. */
const OFFERED_OF = 17;
const GONE_OF = 13;

export async function comeAll(dates: readonly Occurrence[], count: number): Promise<One[]> {
	const people: One[] = [];
	for (let at = 0; at < count; at += 1) people.push(await come(dates, at));
	return people;
}

async function come(dates: readonly Occurrence[], at: number): Promise<One> {
	const [date, way] = [Math.floor(at / WAYS.length) % dates.length, WAYS[at % WAYS.length] ?? 'sms'];
	const to = way === 'email' ? `person${at}@mail.test` : `+35840${1_000_000 + at}`;
	const seat = at % OFFERED_OF === 5 ? ('offered' as const) : ('confirmed' as const);
	const offeredUntil = seat === 'offered' ? new Date(now().getTime() + DAY_MS) : null;
	const of = dates[date];
	if (!of) throw new Error('there is no such date');
	const row = await registered(of, { contact: way === 'none' ? '' : to, reachedBy: way, state: seat, offeredUntil });
	await tell(ground().db, row, { about: seat, key: seat === 'offered' ? `offered/${offeredUntil?.getTime()}` : seat });
	return { row, date, way, to, seats: [{ step: 0, seat }], said: [] };
}

/** Some of those with a seat give it up. */
export async function goAway(people: readonly One[], step: number): Promise<void> {
	for (const one of people.filter((_, at) => at % GONE_OF === 4)) {
		if (one.seats.at(-1)?.seat !== 'confirmed') continue;
		await registrations(ground().db).setSeat({ ...seatedOf(one.row), state: 'cancelled' }, now());
		one.seats.push({ step, seat: 'cancelled' });
	}
}

/** Offers whose time is over, as the site settled them. */
export async function noteExpired(people: readonly One[], step: number): Promise<number> {
	const open = people.filter(({ seats }) => seats.at(-1)?.seat === 'offered');
	for (const one of open) {
		const found = await registrations(ground().db).byId(one.row.id);
		if (found?.state === 'expired') one.seats.push({ step, seat: 'expired' });
	}
	return open.filter(({ seats }) => seats.at(-1)?.seat === 'offered').length;
}

export type Ways = { readonly gateway: Awaited<ReturnType<typeof fakeGateway>>; readonly servers: MailServers };

/** What reached them since it was looked at last. */
export async function hear(people: readonly One[], { gateway, servers }: Ways, step: number): Promise<void> {
	for (const one of people) {
		const got = one.way === 'email' ? await mailsTo(servers, one.to) : textsTo(gateway, one.to);
		const known = new Set(one.said.map(({ id }) => id));
		for (const { id, text } of got) if (!known.has(id)) one.said.push({ ...readWord(text), step, id });
	}
}

const textsTo = ({ got }: Ways['gateway'], to: string) => [...got.values()].filter((one) => one.to === to);

/** A node that is killed between the server's word and its own note sends the same mail again, as one by its id. */
async function mailsTo(servers: MailServers, to: string) {
	const raw = await servers.mailsOf(to.slice(0, to.indexOf('@')));
	return raw.map((mail) => ({ id: idOf(mail), text: decoded(mail) }));
}
