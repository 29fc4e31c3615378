import { afterEach, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { instantAt, today, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { makeDesk } from '#lib/network/index.server.ts';
import { countFromPaper, tapWithoutScript } from './byForm.server.ts';
import { closeTally, deleteOldTallies, joinTally, openTally, talliesFor, tallyFor } from './tallies.server.ts';
import type { Tap } from './tally.ts';
import { takeTaps } from './taps.server.ts';

const at = onGround();
const TOPICS = ['health', 'tax'];
let adviser: StaffActor;
let turnBack = (): void => undefined;
afterEach(() => turnBack());

beforeAll(async () => {
	for (const id of ['home', 'other']) {
		await at.ground.db.query(`insert into organisations (id, kind, names) values ($1, 'association', '{}')`, [id]);
		const desk = { id: `desk-${id}`, organisationId: id, names: {}, zone: 'Europe/Helsinki' };
		await makeDesk(at.ground.db, { ...desk, projectId: null, planLine: null });
	}
	adviser = await somebody();
});

async function somebody(organisationId = 'home'): Promise<StaffActor> {
	const id = newId();
	await at.ground.db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, 'X', 'fi', now())`,
		[id, id],
	);
	const who = {
		chosenName: 'X',
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
	} as const;
	return { kind: 'staff', id, ...who, memberships: [{ organisationId, role: 'adviser' }] };
}

async function openOne(day = today()): Promise<{ id: string; hand: string }> {
	const id = newId();
	const opened = await openTally({ key: id, deskId: 'desk-home', placeId: '', event: 'Kirjasto', day }, adviser);
	if (isRefusal(opened)) throw new Error(opened.refused);
	return { id, hand: await handOf(id, adviser) };
}

async function handOf(id: string, actor: StaffActor): Promise<string> {
	return (await tallyFor(at.ground.db, actor, id))?.hand ?? 'none';
}

const tapBy = (hand: string, more: Partial<Tap> = {}): Tap => ({
	...{ id: newId(), hand, topic: 'tax', outcome: 'solved-together', minutes: 10, language: 'ru', ageBand: null },
	...{ isUndone: false, ...more },
});

async function bring(tallyId: string, taps: unknown[], actor = adviser) {
	const done = await takeTaps({ tallyId, taps, topics: TOPICS }, actor);
	if (isRefusal(done)) throw new Error(done.refused);
	return done;
}

async function inLedger(day = today()): Promise<number> {
	const [row] = await at.ground.db.query<{ people: number }>(
		`select coalesce(sum(quantity), 0)::integer as people from facts where occurred_on = $1`,
		[day],
	);
	return row?.people ?? 0;
}

/** How many people the work adds to the ledger on the day. */
async function counted(work: () => Promise<unknown>, day = today()): Promise<number> {
	const before = await inLedger(day);
	await work();
	return (await inLedger(day)) - before;
}

const turnTo = (day: string): void => {
	turnBack = turnClock(() => instantAt(day, '12:00').getTime());
};

test('a tap that is brought three times, twice in one breath, is one person', async () => {
	const { id, hand } = await openOne();
	const tap = tapBy(hand);
	expect(await counted(() => Promise.all([bring(id, [tap, tap]), bring(id, [tap])]))).toBe(1);
});

test('an undo takes a person off once, in whatever order it comes', async () => {
	const { id, hand } = await openOne();
	const [first, second] = [tapBy(hand), tapBy(hand)];
	const undone = { ...first, isUndone: true };
	expect(await counted(() => bring(id, [first, second]))).toBe(2);
	expect(await counted(() => bring(id, [undone, undone, first]))).toBe(-1);
	const late = tapBy(hand);
	expect(await counted(() => bring(id, [{ ...late, isUndone: true }, late]))).toBe(0);
	expect((await bring(id, [])).counts).toEqual([{ topic: 'tax', people: 1, late: 0 }]);
});

test('one that cannot be taken does not hold up the others, and is told by its reason', async () => {
	const { id, hand } = await openOne();
	const wrong = [tapBy(hand, { topic: 'no-such' }), { ...tapBy(hand), minutes: -1 }, tapBy(newId()), 'nonsense'];
	const right = tapBy(hand);
	const { taken } = await bring(id, [...wrong, right]);
	expect(taken.map((one) => (one.state === 'refused' ? one.reason : one.state))).toEqual([
		...['topic', 'malformed', 'hand', 'malformed', 'stored'],
	]);
});

test('the day is that of the tally, also when the taps come days later, and then they are marked late', async () => {
	const day = today();
	const { id, hand } = await openOne();
	turnTo('2027-01-01');
	expect((await bring(id, [tapBy(hand)])).taken).toMatchObject([{ state: 'refused', reason: 'over' }]);
	turnBack();
	await closeTally({ tallyId: id }, adviser);
	expect(await counted(() => bring(id, [tapBy(hand)]), day)).toBe(1);
	expect((await bring(id, [])).counts).toEqual([{ topic: 'tax', people: 1, late: 1 }]);
});

test('what comes before its day waits', async () => {
	const day = today(1);
	const { id, hand } = await openOne(day);
	const tap = tapBy(hand);
	expect((await bring(id, [tap])).taken).toMatchObject([{ state: 'refused', reason: 'early' }]);
	turnTo(day);
	expect(await counted(() => bring(id, [tap]), day)).toBe(1);
});

test('a colleague brings the taps of another, and they stay hers', async () => {
	const { id, hand } = await openOne();
	const colleague = await somebody();
	await joinTally({ tallyId: id }, colleague);
	const answer = await bring(id, [tapBy(hand)], colleague);
	expect(answer.hand).toBe(await handOf(id, colleague));
	const [closing] = await at.ground.db.query<{ by: string }>(
		'select c.closed_by as by from closings c join taps t on t.closing_id = c.id where t.tally_id = $1',
		[id],
	);
	expect(closing?.by).toBe(adviser.id);
	const carried = `select count(*)::integer as times from audit_entries where action = 'carry-taps' and actor_id = $1`;
	expect(await at.ground.db.query(carried, [colleague.id])).toEqual([{ times: 1 }]);
});

test('to another organisation a tally is not there', async () => {
	const { id, hand } = await openOne();
	const stranger = await somebody('other');
	expect(await takeTaps({ tallyId: id, taps: [tapBy(hand)], topics: TOPICS }, stranger)).toMatchObject({
		refused: 'missing',
	});
	expect(await joinTally({ tallyId: id }, stranger)).toMatchObject({ refused: 'missing' });
	expect(await closeTally({ tallyId: id }, stranger)).toMatchObject({ refused: 'missing' });
	expect(await tallyFor(at.ground.db, stranger, id)).toBeNull();
	expect(await talliesFor(at.ground.db, stranger)).toEqual([]);
});

test('a tap of one tally is none of another', async () => {
	const [one, two] = [await openOne(), await openOne()];
	const tap = tapBy(one.hand);
	await bring(one.id, [tap]);
	expect((await bring(two.id, [{ ...tap, hand: two.hand }])).taken).toMatchObject([{ reason: 'elsewhere' }]);
});

test('paper is typed in at once, and the same form sent again adds nobody', async () => {
	const { id } = await openOne();
	const of = { tallyId: id, topics: TOPICS };
	const alike = { key: newId(), outcome: 'solved-by-person', minutes: 5, language: 'fi', ageBand: '' };
	const type = (counts: Record<string, number>) => countFromPaper(of, { ...alike, counts }, adviser);
	expect(await counted(() => type({ tax: 3 }))).toBe(3);
	expect(await counted(() => type({ health: 120, tax: 4 }))).toBe(121);
	expect(await type({ tax: 300 })).toMatchObject({ refused: 'malformed' });
});

test('without a script one form is one person', async () => {
	const { id } = await openOne();
	const { hand: _, ...tap } = tapBy('');
	const send = () => tapWithoutScript({ tallyId: id, topics: TOPICS }, tap, adviser);
	expect(
		await counted(async () => {
			await send();
			await send();
		}),
	).toBe(1);
	expect(await tapWithoutScript({ tallyId: id, topics: [] }, { ...tap, id: newId() }, adviser)).toMatchObject({
		refused: 'topic',
	});
});

test('a tally is opened once, for a day ahead at most two weeks, at a place or at something with a name', async () => {
	const form = { key: newId(), deskId: 'desk-home', placeId: '', event: 'Torstaikahvila', day: today() };
	expect(await openTally(form, adviser)).toEqual({ id: form.key });
	expect(await openTally(form, adviser)).toEqual({ id: form.key });
	const again = { ...form, key: newId() };
	expect(await openTally({ ...again, day: today(15) }, adviser)).toMatchObject({ fields: { day: 'day' } });
	expect(await openTally({ ...again, day: today(-1) }, adviser)).toMatchObject({ fields: { day: 'day' } });
	expect(await openTally({ ...again, event: ' ' }, adviser)).toMatchObject({ fields: { event: 'where' } });
	expect(await openTally({ ...again, placeId: 'nowhere' }, adviser)).toMatchObject({ fields: { placeId: 'place' } });
	expect(await openTally({ ...again, deskId: 'desk-other' }, adviser)).toMatchObject({ refused: 'missing' });
});

test('a tally goes ninety days after its day, and what was counted stays', async () => {
	const day = today();
	const { id, hand } = await openOne();
	await bring(id, [tapBy(hand)]);
	const people = await inLedger(day);
	turnTo(today(90));
	await deleteOldTallies(at.ground.db);
	expect(await tallyFor(at.ground.db, adviser, id)).not.toBeNull();
	turnBack();
	turnTo(today(91));
	await deleteOldTallies(at.ground.db);
	expect(await tallyFor(at.ground.db, adviser, id)).toBeNull();
	expect(await inLedger(day)).toBe(people);
});

test('what is no id is no tally, for the page and for its form without a script', async () => {
	expect(await tallyFor(at.ground.db, adviser, 'tally')).toBeNull();
	const tapped = await tapWithoutScript({ tallyId: 'tally', topics: TOPICS }, tapBy('none'), adviser);
	expect(tapped).toMatchObject({ refused: 'missing' });
});
