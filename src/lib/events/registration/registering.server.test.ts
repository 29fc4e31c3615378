import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { addDays, instantAt, turnClock } from '#lib/platform/clock.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { readCalendar } from '../calendar.server.ts';
import type { Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { askForSeats } from './ask.server.ts';
import { cancelRegistration } from './cancel.server.ts';
import { byToken, confirmRegistration, keepHold } from './confirm.server.ts';
import { declineOffer, takeOffer } from './offer.server.ts';
import { HOLD_MS, type Registration } from './registration.ts';
import { settleLines } from './rounds.server.ts';
import { lockLine, settleLine } from './settle.server.ts';
import { registrations } from './store.server.ts';
import { asked, asking, granted, registered, stateOf } from './testing.ts';
import { forgetRegistration, openWho } from './words.server.ts';

const at = onGround();
const NOON = instantAt('2026-01-10', '12:00').getTime();
let moment = NOON;
const back = turnClock(() => moment);
beforeAll(buildOrganisers);
beforeEach(() => {
	moment = NOON;
});
afterAll(back);

/** A date in three weeks with so many seats for whoever registers. */
async function date(capacity: number | null, more: Partial<Series> = {}): Promise<Occurrence> {
	const { dates } = await planned({ capacity, walkIn: 0, times: 4, ...more });
	await readCalendar();
	const of = dates[3];
	if (!of) throw new Error('there are four dates');
	return of;
}

const hers = async (token: string): Promise<Registration> => {
	const found = await byToken(token);
	if (!found) throw new Error('her page leads nowhere');
	return found;
};
const isFull = async ({ id }: Occurrence) => (await occurrences(at.ground.db).byId(id))?.isFull;
const round = () => settleLines({});
const toldOf = (of: Occurrence) =>
	at.ground.db.query<{ about: string; kind: string }>(
		`select about, n.kind from event_notices n join registrations r on r.id = n.registration_id
		where r.occurrence_id = $1 order by n.made_at, n.id`,
		[of.id],
	);

test('nothing is required: a seat is kept for ten minutes, and is hers when she says that she comes', async () => {
	const of = await date(3);
	const token = await asked(of, { seats: '2' });
	expect(await hers(token)).toMatchObject({ state: 'held', seats: 2, heldUntil: new Date(NOON + HOLD_MS) });
	expect(granted(await confirmRegistration({ token }))).toMatchObject({ state: 'confirmed', sealed: null });
	expect(await toldOf(of)).toEqual([]);
	expect((await hers(token)).ticket).toBeGreaterThan(999);
});

test('name and number lie sealed, go to whom they are meant for, and a number typed beside is not taken', async () => {
	const of = await date(3);
	const token = await registered(of, {
		name: ' Мария\n131052-991U ',
		reachedBy: 'sms',
		number: '040 123 4567',
		email: 'a@b.fi',
	});
	const one = await hers(token);
	const who = await openWho(one);
	expect(who).toMatchObject({ contact: '+358401234567', name: expect.stringContaining('Мария') });
	expect(who?.name).not.toContain('131052');
	expect(one.sealed?.toString('latin1')).not.toContain('401234567');
	expect(await toldOf(of)).toEqual([{ about: 'confirmed', kind: 'sms' }]);
	expect(await confirmRegistration({ token: await asked(of), reachedBy: 'sms', number: '12' })).toMatchObject({
		fields: { number: 'length' },
	});
	expect(await confirmRegistration({ token: await asked(of), reachedBy: 'email', email: 'no address' })).toMatchObject({
		fields: { email: 'address' },
	});
});

test('the same form sent twice, at once and later, is one registration; after ten minutes, or at another date, it leads to none', async () => {
	const of = await date(5);
	const form = asking(of);
	const tokens = await Promise.all([1, 2, 3].map(async () => granted(await askForSeats(form)).token));
	expect(new Set(tokens).size).toBe(1);
	const token = tokens[0] ?? '';
	expect(await Promise.all([1, 2].map(() => confirmRegistration({ token, name: 'Анна' })))).toMatchObject([
		{ state: 'confirmed' },
		{ state: 'confirmed' },
	]);
	expect(await askForSeats({ ...form, day: addDays(of.originalDay, -7) })).toMatchObject({ refused: 'sent-before' });
	moment += HOLD_MS;
	expect(await askForSeats(form)).toMatchObject({ refused: 'sent-before' });
	expect(await registrations(at.ground.db).ofOccurrence(of.id)).toHaveLength(1);
});

test('her time can be lengthened once; over, the seat goes to whoever waits, and back to her where nobody does', async () => {
	const of = await date(1);
	const slow = await asked(of);
	granted(await keepHold({ token: slow }));
	expect((await hers(slow)).heldUntil).toEqual(new Date(NOON + 2 * HOLD_MS));
	expect((granted(await keepHold({ token: slow })) as Registration).heldUntil).toEqual(new Date(NOON + 2 * HOLD_MS));
	moment += 2 * HOLD_MS;
	await round();
	expect(await stateOf(slow)).toBe('expired');
	expect(granted(await confirmRegistration({ token: slow }))).toMatchObject({ state: 'confirmed' });

	const other = await date(1);
	const late = await asked(other);
	const next = await asked(other);
	expect([await stateOf(late), await stateOf(next), await isFull(other)]).toEqual(['held', 'waiting', true]);
	moment += HOLD_MS;
	expect(await confirmRegistration({ token: late, name: 'Анна' })).toMatchObject({ refused: 'hold-over' });
	expect(await stateOf(next)).toBe('offered');
});

test('fifty people at once for two seats, by themselves and through a helper: two have one, the others wait in turn', async () => {
	const of = await date(2);
	const byHelper = () =>
		at.ground.db.transaction(async (tx) => {
			const line = await lockLine(tx, of.id);
			await settleLine(tx, of.id);
			return line?.all.length;
		});
	const tokens = (
		await Promise.all(
			Array.from({ length: 50 }, async (_, place) => {
				if (place % 5 === 0) await byHelper();
				return asked(of);
			}),
		)
	).sort();
	expect(new Set(tokens).size).toBe(50);
	const all = await registrations(at.ground.db).ofOccurrence(of.id);
	expect(all.map(({ turn }) => turn)).toEqual(Array.from({ length: 50 }, (_, place) => place + 1));
	expect(all.map(({ state }) => state)).toEqual(['held', 'held', ...new Array(48).fill('waiting')]);
	expect(new Set(all.map(({ ticket }) => ticket)).size).toBe(50);
});

test('somebody who waited and goes promotes nobody; a seat that becomes free is offered in turn, and told', async () => {
	const of = await date(1);
	const seated = await registered(of);
	const [first, second, third] = [
		await registered(of, { reachedBy: 'email', email: 'eka@example.org' }),
		await registered(of),
		await registered(of, { reachedBy: 'phone', number: '0401234567' }),
	];
	moment += 1_000;
	granted(await cancelRegistration({ token: second }));
	expect([await stateOf(first), await stateOf(third)]).toEqual(['waiting', 'waiting']);
	granted(await cancelRegistration({ token: seated }));
	expect(await stateOf(first)).toBe('offered');
	expect(await takeOffer({ token: third })).toMatchObject({ refused: 'offer-over' });
	moment += 1_000;
	granted(await declineOffer({ token: first }));
	expect(granted(await takeOffer({ token: third }))).toMatchObject({ state: 'confirmed' });
	expect(granted(await takeOffer({ token: third }))).toMatchObject({ state: 'confirmed' });
	expect(await toldOf(of)).toEqual([
		{ about: 'waiting', kind: 'email' },
		{ about: 'offered', kind: 'email' },
		{ about: 'offered', kind: 'call' },
	]);
	expect(await hers(first)).toMatchObject({ state: 'declined', sealed: null, reachedBy: 'none' });
});

test('an offer that nobody takes in a day goes on by the clock, and is told to be over', async () => {
	const of = await date(1);
	const seated = await registered(of);
	const [first, second] = [await registered(of, { reachedBy: 'sms', number: '0401234567' }), await registered(of)];
	moment += 1_000;
	granted(await cancelRegistration({ token: seated }));
	moment += 24 * 3_600_000;
	await round();
	expect([await stateOf(first), await stateOf(second)]).toEqual(['expired', 'offered']);
	expect((await toldOf(of)).map(({ about }) => about)).toEqual(['waiting', 'offered', 'offer-over']);
	await round();
	expect(await toldOf(of)).toHaveLength(3);
});

test('of three one can stay away; with the last seat goes what she left of herself, key first', async () => {
	const of = await date(3);
	const token = await asked(of, { seats: '3' });
	granted(await confirmRegistration({ token, name: 'Анна', reachedBy: 'email', email: 'a@example.org' }));
	const waiting = await registered(of);
	granted(await cancelRegistration({ token, keeps: '2' }));
	expect([(await hers(token)).seats, await stateOf(waiting)]).toEqual([2, 'offered']);
	const before = await hers(token);
	expect(await openWho(before)).not.toBeNull();
	granted(await cancelRegistration({ token }));
	granted(await cancelRegistration({ token }));
	expect(await hers(token)).toMatchObject({ state: 'cancelled', sealed: null, reachedBy: 'none' });
	await workThrough({ 'forget-registration': forgetRegistration });
	expect(await openWho(before)).toBeNull();
});

test('whoever opens the form in the line and goes away holds up nobody; the clock alone sees to it', async () => {
	const of = await date(1);
	const seated = await registered(of);
	const [left, behind] = [await asked(of), await registered(of)];
	moment += 59 * 60_000;
	await round();
	expect(await stateOf(left)).toBe('waiting');
	moment += 60_000;
	await round();
	expect([await stateOf(left), await stateOf(behind)]).toEqual(['expired', 'waiting']);
	granted(await cancelRegistration({ token: seated }));
	expect(await stateOf(behind)).toBe('offered');
	expect(await confirmRegistration({ token: left })).toMatchObject({ refused: 'hold-over' });
	granted(await declineOffer({ token: behind }));
	expect(granted(await confirmRegistration({ token: left }))).toMatchObject({ state: 'confirmed' });
});

test('of one group who comes after whoever leaves: she waits for seats, and in the same breath is offered them', async () => {
	const of = await date(3);
	const three = await registered(of, {}, { seats: '3' });
	const group = await at.ground.db.transaction(async (tx) => {
		await tx.query('select 1 from occurrences where id = $1 for update', [of.id]);
		const begun: Promise<unknown>[] = [keepHold({ token: three })];
		await pause(50);
		const [two, four] = [asked(of, { seats: '2' }), asked(of, { seats: '3' })];
		await pause(100);
		begun.push(cancelRegistration({ token: three }));
		await pause(50);
		return { begun, two, four };
	});
	await Promise.all(group.begun);
	const [two, four] = [await hers(await group.two), await hers(await group.four)];
	expect([two.state, four.state].sort()).toEqual(['offered', 'waiting']);
	expect([two, four].map(({ offeredUntil, state }) => (offeredUntil !== null) === (state === 'offered'))).toEqual([
		...[true, true],
	]);
});

test('a counselling day: she chooses a time, walk-in times cannot be chosen, and who waits is offered the time that is free', async () => {
	const of = await date(3, { slotMinutes: 20, minutes: 60, walkIn: 1 });
	const slotAt = (place: number) => new Date(of.startsAt.getTime() + place * 1_200_000).toISOString();
	expect(await askForSeats(asking(of))).toMatchObject({ fields: { slot: 'slot' } });
	expect(await askForSeats(asking(of, { slot: slotAt(1) }))).toMatchObject({ refused: 'slot-taken' });
	const [first, last] = [await asked(of, { slot: slotAt(0) }), await asked(of, { slot: slotAt(2), seats: '4' })];
	for (const token of [first, last]) granted(await confirmRegistration({ token }));
	expect((await hers(last)).seats).toBe(1);
	const waiting = await asked(of, { slot: slotAt(0) });
	expect(await hers(waiting)).toMatchObject({ state: 'waiting', slotId: null });
	granted(await cancelRegistration({ token: last }));
	expect(await hers(waiting)).toMatchObject({ state: 'offered', slotId: (await hers(last)).slotId });
});

test('nobody registers for what has begun, is cancelled, is not public or needs no registration', async () => {
	const of = await date(3);
	const open = await date(null, { takesRegistration: false });
	const draft = await date(3, { state: 'draft' });
	expect(await askForSeats(asking(open))).toMatchObject({ refused: 'missing' });
	expect(await askForSeats(asking(draft))).toMatchObject({ refused: 'missing' });
	expect(await askForSeats(asking(of, { seats: '4' }))).toMatchObject({ refused: 'too-many-seats' });
	const token = await registered(of);
	const called = await date(3);
	await occurrences(at.ground.db).save({ ...called, state: 'cancelled', cause: 'staff' });
	expect(await askForSeats(asking(called))).toMatchObject({ refused: 'over' });
	moment = of.startsAt.getTime();
	expect(await askForSeats(asking(of))).toMatchObject({ refused: 'over' });
	expect(await cancelRegistration({ token })).toMatchObject({ refused: 'over' });
});
