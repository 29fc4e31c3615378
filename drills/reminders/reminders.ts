import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../../src/lib/platform/clock.ts';
import { aboutIn, type Booked, bookSeat, callFirst, callsOf } from '../common/bookings.ts';
import { type Checks, makeChecks } from '../common/checks.ts';
import { fieldsIn, must } from '../common/forms.ts';
import { type Helper, signIn } from '../common/helper.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { patiently } from '../common/patiently.ts';
import { type Got, type MailMood, type Recipients, recipients } from '../common/recipients.ts';
import { beginEra, type Era } from '../shred/era.ts';
import type { Mood } from '../../src/lib/platform/sms/testing.ts';

const MONDAY = '2026-03-02';
/** Of two dates, by the number of their day: people come to one; of the other nobody is reminded yet. */
const DATE = 2;
const LATER = 4;
const NAMES = { ru: 'Демо: завтра вместе', fi: 'Demo: huomenna yhdessä', en: 'Demo: tomorrow together' };
const WAYS = ['sms', 'email', 'sms', 'phone', 'email', 'sms', 'none'] as const;
/** How the carriers are, one time after the other, while nodes are killed. */
const BAD: readonly (readonly [Mood, MailMood])[] = [
	['broken', 'away'],
	['silent-after', 'silent-after'],
	['well', 'away'],
	[503, 'silent-after'],
	['silent-after', 'well'],
];
const LONGEST_MS = 240_000;

/**
 * So many have registered for a date that was moved meanwhile. From ten o'clock of the day before they are reminded, by
 * carriers that are away, or take a word and say nothing, on two nodes that are killed in turn, with all of them down in
 * between. In the end each has been reminded once, in her language; who has only a telephone stands on the list.
 * `forgetful`: what was sent is not written down. `one-language`: all are told in Russian.
 */
export async function remindEverybody(count: number, fault?: string): Promise<Outcome> {
	const people = await recipients();
	const era = await beginEra(people.settings, MONDAY);
	try {
		const checks = makeChecks();
		const life = await prepare({ era, people, checks }, count);
		if (fault === 'one-language') await era.network.sql("update registrations set language = 'ru'");
		const strikes = await goThroughTheDay(life, Math.min(12, Math.ceil(count / 8)));
		if (fault === 'forgetful')
			await era.network.sql("delete from event_notices where about = 'reminder' and state = 'sent'");
		await remindTheLate(life);
		await judge(life);
		return outcome(life, strikes);
	} finally {
		await era.end();
		await people.stop();
	}
}

type Ground = { readonly era: Era; readonly people: Recipients; readonly checks: Checks };
type Life = Ground & {
	readonly date: string;
	readonly comes: Booked[];
	/** Took it back, or comes to the other date. */
	readonly others: readonly Booked[];
};

/** A season is planned, people are booked, the date is moved by an hour, some take it back; all have heard of that. */
async function prepare(ground: Ground, count: number): Promise<Life> {
	const { era, checks } = ground;
	const coordinator = await atDesk(era, 0);
	await must(coordinator.postForm('/staff/events/new?/save', seriesOn(era)), 303);
	const [date, later] = await Promise.all([dateOn(era, DATE), dateOn(era, LATER)]);
	const all: Booked[] = [];
	for (let number = 0; number < count; number += 1)
		all.push(await bookSeat(coordinator, date, { way: WAYS[number % WAYS.length] ?? 'sms', number }));
	const far = await bookSeat(coordinator, later, { way: 'sms', number: count });
	const written = all.filter(isWritten);
	await checks.comes('word of a seat', () => written.every((one) => heard(ground, one, SEAT) === 1), LONGEST_MS);
	await move(coordinator, era, date);
	await checks.comes('word of another time', () => written.every((one) => heard(ground, one, MOVED) === 1), LONGEST_MS);
	while ((await callsOf(coordinator, date)).length > 0) await callFirst(coordinator, date);
	const gone = all.filter((_, at) => at % 10 === 9);
	for (const { id } of gone) await must(coordinator.postForm(`/staff/events/people/${date}/${id}?/cancel`, {}), 303);
	return { ...ground, date, comes: all.filter((one) => !gone.includes(one)), others: [...gone, far] };
}

const SEAT = ['sms.confirmed', 'mail.confirmed.subject'];
const MOVED = ['sms.moved.time', 'mail.moved.subject'];
const REMINDED = ['sms.reminder.0', 'sms.reminder.1', 'mail.reminder.subject'];

const isWritten = ({ way }: Booked): boolean => way === 'sms' || way === 'email';
const wordsTo = ({ people }: Ground, one: Booked): readonly Got[] => people.got(one.contact);
const heard = (ground: Ground, one: Booked, keys: readonly string[]): number =>
	aboutIn(wordsTo(ground, one), one, keys).length;

const seriesOn = (era: Era): Record<string, string> => ({
	...{ organisationId: 'demo-kuopio', state: 'public', activityId: 'info-session', audience: 'open', 'in-ru': 'on' },
	...{ 'title-ru': NAMES.ru, 'title-fi': NAMES.fi, 'title-en': NAMES.en, kind: 'dates', every: '1', weekday: '1' },
	...{ days: [era.dayOf(DATE), era.dayOf(LATER)].join('\n'), starts: '17:00', minutes: '60', mode: 'on-site' },
	...{ placeId: 'demo-library', capacity: '900', takesRegistration: 'on', line: '', link: '' },
});

async function dateOn({ network, dayOf }: Era, day: number): Promise<string> {
	const text = `select o.id from occurrences o join series s on s.id = o.series_id where s.names->>'en' = $1 and o.day = $2`;
	const [row] = await network.sql<{ id: string }>(text, [NAMES.en, dayOf(day)]);
	if (!row) throw new Error('the date that was planned is not there');
	return row.id;
}

/** From five to six o'clock, when reminders of five are there already; before anything else those of six are. */
async function move(coordinator: Helper, { network }: Era, date: string): Promise<void> {
	const [row] = await network.sql<{ series: string }>('select series_id as series from occurrences where id = $1', [
		date,
	]);
	const path = `/staff/events/${row?.series}/${date}`;
	await untilPlanned(network, date);
	const typed = fieldsIn(await must(coordinator.get(`${path}?do=change`), 200));
	await must(coordinator.postForm(`${path}?/change`, { ...typed, starts: '18:00' }), 303);
	await untilPlanned(network, date);
}

/** Reminders of the hour for which the date stands now: nodes look every few seconds, and here days pass in one. */
async function untilPlanned({ sql }: Era['network'], date: string): Promise<void> {
	const missing = `select 1 from registrations r join occurrences o on o.id = r.occurrence_id
		where o.id = $1 and r.state = 'confirmed' and r.reached_by <> 'none' and not exists (
			select 1 from event_notices n where n.registration_id = r.id
				and n.key = 'reminder/' || (extract(epoch from o.starts_at) * 1000)::bigint)`;
	for (let tries = 0; (await sql(missing, [date])).length > 0 && tries < 240; tries += 1) await pause(250);
}

/** From ten o'clock of the day before: carriers come and go, a node dies, all of them die, and all is well again. */
async function goThroughTheDay(life: Life, strikes: number): Promise<number> {
	const { era, people, checks } = life;
	const { nodes } = era.network;
	await turnTo(era, { day: DATE - 1, time: '09:59' });
	for (let strike = 0; strike < strikes; strike += 1) {
		people.carriersAre(...(BAD[strike % BAD.length] ?? ['well', 'well']));
		await era.pass(3);
		await pause(700 + Math.random() * 1_500);
		const struck = strike === 1 ? nodes : nodes.filter((_, at) => at === strike % nodes.length);
		await Promise.all(struck.map((node) => node.kill()));
		await Promise.all(struck.map((node) => node.start()));
	}
	people.carriersAre('well', 'well');
	const written = life.comes.filter(isWritten);
	const isDone = async () => {
		if (written.every((one) => heard(life, one, REMINDED) > 0)) return true;
		await passUntil(era, { day: DATE - 1, time: '19:00' });
		return false;
	};
	await checks.comes('a reminder on the day before', isDone, LONGEST_MS);
	return strikes;
}

/** A few minutes, at a pace at which nodes that have just begun can follow: past its date nobody is reminded any more. */
async function passUntil(era: Era, end: { day: number; time: string }): Promise<void> {
	if (Date.now() + era.ahead() < momentOf(end)) await era.pass(4);
	await pause(400);
}

/** Who registers after that is reminded three hours before; everybody else is not reminded again, not by new nodes either. */
async function remindTheLate(life: Life): Promise<void> {
	const { era, comes, checks, date, others } = life;
	await turnTo(era, { day: DATE - 1, time: '20:00' });
	const coordinator = await atDesk(era, 1);
	const first = comes.length + others.length;
	const late: Booked[] = [];
	for (const [at, way] of (['sms', 'email', 'phone'] as const).entries())
		late.push(await bookSeat(coordinator, date, { way, number: first + at }));
	comes.push(...late);
	await pause(REVIEWED_MS);
	for (const node of era.network.nodes) {
		await node.stop();
		await node.start();
	}
	checks.holds(
		'a reminder in the night',
		late.every((one) => heard(life, one, REMINDED) === 0),
	);
	await turnTo(era, { day: DATE, time: '15:05' });
	const isDone = () => late.filter(isWritten).every((one) => heard(life, one, REMINDED) > 0);
	await checks.comes('a reminder three hours before', isDone, LONGEST_MS);
}

/** Each node has looked who is to be reminded, and has sent what was due. */
const REVIEWED_MS = 7_000;

async function judge(life: Life): Promise<void> {
	const { era, comes, others, checks, date } = life;
	await pause(REVIEWED_MS);
	for (const one of comes.filter(isWritten)) {
		const hers = wordsTo(life, one);
		// Her seat and, but for those who came late, the other time; then one reminder.
		const more = heard(life, one, SEAT) + heard(life, one, MOVED);
		checks.holds(`${heard(life, one, REMINDED)} reminders by ${one.way}`, heard(life, one, REMINDED) === 1);
		checks.holds(`${hers.length - more - 1} words by ${one.way} that nobody expects`, hers.length === more + 1);
		checks.holds(
			`a word without the name in ${one.lang}`,
			hers.every(({ text }) => text.includes(NAMES[one.lang])),
		);
	}
	for (const one of others) checks.holds('a reminder of what is not hers', heard(life, one, REMINDED) === 0);
	const coordinator = await atDesk(era, 0);
	const byPhone = comes.filter(({ way }) => way === 'phone').map(({ contact }) => contact);
	const list = await callsOf(coordinator, date);
	checks.holds(`the list to phone: ${list.length} for ${byPhone.length}`, isSame(list, byPhone));
	for (const _ of byPhone) await callFirst(coordinator, date);
	checks.holds('the list to phone is done', (await callsOf(coordinator, date)).length === 0);
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
	JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

/** Forward only. */
async function turnTo(era: Era, moment: { day: number; time: string }): Promise<void> {
	const wanted = momentOf(moment);
	const now = Date.now() + era.ahead();
	if (wanted > now) await era.pass((wanted - now) / 60_000);
}

const momentOf = ({ day, time }: { day: number; time: string }): number =>
	Date.parse(`${addDays(MONDAY, day)}T${time}:00+02:00`);

const atDesk = ({ network }: Era, node: number): Promise<Helper> =>
	patiently(() => signIn(network.nodes[node]?.address ?? '', 'coordinator'));

function outcome({ comes, checks: { missed, count } }: Life, strikes: number): Outcome {
	const ways = (['sms', 'email', 'phone', 'none'] as const).map(
		(way) => `${comes.filter((one) => one.way === way).length} ${way}`,
	);
	const told = `reminders: ${comes.length} people (${ways.join(', ')}), ${strikes} kills, ${count} checks`;
	return { line: `${told}, ${missed.length} missed${listed('missed', missed)}`, isGood: missed.length === 0 };
}
