import { expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { newsOf } from '../../notices/news.server.ts';
import { leave, pause } from '../../people/pausing.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../../testing.ts';
import { takeOff } from '../approve.server.ts';
import { shiftFor, shiftsFor } from '../own.server.ts';
import { settleShifts } from '../rounds.server.ts';
import type { Shift } from '../shift.ts';
import { cancelShift } from '../single.server.ts';
import { assignments, shifts } from '../store.server.ts';
import { acceptSwap, giveOn, withdrawSwap } from '../swap.server.ts';
import { swaps } from '../swaps/store.server.ts';
import { takeShift } from '../take.server.ts';
import { writeShifts } from '../write.server.ts';
import { exchangeChoices } from './choices.server.ts';
import { answerExchange, proposeExchange } from './exchange.server.ts';
import { exchangesFor } from './own.server.ts';

onGround();

const db = () => ground().db;
const holders = async (...ids: string[]): Promise<string[]> => {
	const all = await assignments(db()).ofShifts(ids);
	return ids.map((id) => all.find(({ shiftId, state }) => shiftId === id && state === 'taken')?.accountId ?? '');
};
const told = async (account: string): Promise<string[]> => {
	const text = 'select about from volunteer_notices where account_id = $1 order by made_at, id';
	return (await db().query<{ about: string }>(text, [account])).map(({ about }) => about);
};
const refusalIn = (done: unknown): string => (isRefusal(done) ? done.refused : 'done');

async function hold(one: StaffActor, wanted: Partial<Shift> = {}): Promise<{ shift: string; place: string }> {
	const { id: shift } = await buildShift(wanted);
	expect(refusalIn(await takeShift({ shift }, one))).toBe('done');
	return { shift, place: (await assignments(db()).ofShifts([shift]))[0]?.id ?? '' };
}

type Scene = {
	readonly her: StaffActor;
	readonly other: StaffActor;
	readonly mine: { shift: string; place: string };
	readonly theirs: { shift: string; place: string };
};

/** Two people with a shift each, on two days. */
async function scene(mine: Partial<Shift> = {}, theirs: Partial<Shift> = { day: today(4) }): Promise<Scene> {
	const [her, other] = [await buildVolunteer(), await buildVolunteer()];
	return { her, other, mine: await hold(her, mine), theirs: await hold(other, theirs) };
}

async function propose({ her, mine, theirs }: Scene): Promise<string> {
	const done = await proposeExchange({ assignment: mine.place, other: theirs.place }, her);
	expect(refusalIn(done)).toBe('done');
	return (await swaps(db()).exchangesOf(her.id))[0]?.id ?? '';
}
const isOpen = async ({ her }: Scene): Promise<boolean> => (await swaps(db()).exchangesOf(her.id)).length > 0;

test('until the other has said yes each has her own; then both change hands in one step, and both are told', async () => {
	const one = await scene();
	const { her, other, mine, theirs } = one;
	const swap = await propose(one);
	await proposeExchange({ assignment: mine.place, other: theirs.place }, her);
	expect(await holders(mine.shift, theirs.shift)).toEqual([her.id, other.id]);
	expect((await exchangesFor(db(), other)).map(({ isMine, gives, gets }) => [isMine, gives.id, gets.id])).toEqual([
		[false, theirs.shift, mine.shift],
	]);
	expect(await answerExchange({ swap, answer: 'take' }, other)).toEqual({ id: mine.shift });
	expect(await holders(mine.shift, theirs.shift)).toEqual([other.id, her.id]);
	expect(await answerExchange({ swap, answer: 'take' }, other)).toEqual({ id: mine.shift });
	expect(await answerExchange({ swap, answer: 'decline' }, other)).toMatchObject({ refused: 'swapped' });
	expect([await told(her.id), await told(other.id)]).toEqual([['exchanged'], ['exchange', 'given']]);
});

test('word of it says both shifts, and only while it waits', async () => {
	const one = await scene();
	const swap = await propose(one);
	const text = 'update volunteer_notices set due_at = made_at where account_id = $1';
	await db().query(text, [one.other.id]);
	const line = (await newsOf(one.other.id, 'en')).find(({ about }) => about === 'exchange')?.line ?? '';
	expect(line.match(/10(:00|am)?.{1,3}1/g)).toHaveLength(2);
	await withdrawSwap({ swap }, one.her);
	expect(await newsOf(one.other.id, 'en')).toEqual([]);
});

test('after a no each keeps her own, and whoever proposed it is told', async () => {
	const one = await scene();
	const swap = await propose(one);
	for (const answer of ['decline', 'decline'])
		expect(refusalIn(await answerExchange({ swap, answer }, one.other))).toBe('done');
	expect(await holders(one.mine.shift, one.theirs.shift)).toEqual([one.her.id, one.other.id]);
	expect([await told(one.her.id), await isOpen(one)]).toEqual([['not-exchanged'], false]);
});

test('it is judged as it would be afterwards: two shifts of the same hour may be exchanged', async () => {
	const one = await scene({ deskId: 'left' }, { deskId: 'right' });
	const swap = await propose(one);
	expect(await answerExchange({ swap, answer: 'take' }, one.other)).toEqual({ id: one.mine.shift });
	expect(await holders(one.mine.shift, one.theirs.shift)).toEqual([one.other.id, one.her.id]);
});

test('what keeps either of the two from it is asked again at the yes, and there is never half an exchange', async () => {
	const one = await scene();
	const swap = await propose(one);
	const clash = await hold(one.other, { deskId: 'clash' });
	expect(await answerExchange({ swap, answer: 'take' }, one.other)).toMatchObject({ refused: 'overlap' });
	await takeOff({ assignment: clash.place }, await buildStaff('coordinator'));
	await hold(one.her, { deskId: 'clash-2', day: today(4) });
	expect(await answerExchange({ swap, answer: 'take' }, one.other)).toMatchObject({ refused: 'exchange' });
	expect(await holders(one.mine.shift, one.theirs.shift)).toEqual([one.her.id, one.other.id]);
});

test('only what both may take is to choose from, and nothing else can be proposed', async () => {
	const one = await scene({}, { day: today(4), languages: ['ru'] });
	const [silent, there] = [await buildVolunteer({ languages: ['fi'] }), await buildVolunteer()];
	const known = await hold(silent, { day: today(5), deskId: 'third' });
	const [clash, needsRussian] = [
		await hold(there, { day: today(6), deskId: 'fourth' }),
		await hold(silent, { day: today(7) }),
	];
	await hold(one.her, { day: today(6), deskId: 'fifth' });
	const choices = async (by: StaffActor, shift: string) => {
		const found = await shiftFor(db(), by, shift);
		return found ? (await exchangeChoices(db(), by, found)).map(({ id }) => id) : [];
	};
	const hers = await choices(one.her, one.mine.shift);
	expect([one.theirs, known, clash].map(({ place }) => hers.includes(place))).toEqual([true, true, false]);
	expect(await choices(silent, needsRussian.shift)).not.toContain(one.theirs.place);
	const deed = { assignment: needsRussian.place, other: one.theirs.place };
	expect(await proposeExchange(deed, silent)).toMatchObject({ refused: 'colleague' });
});

test('where a coordinator decides, somebody who does not know the work gets nothing in exchange', async () => {
	const newcomer = await buildVolunteer({ knownWorks: ['events'] });
	const her = await buildVolunteer();
	const mine = await hold(newcomer, { work: 'events' });
	const { id } = await buildShift({ day: today(4), signUp: 'approval', places: 2 });
	for (const by of [her, await buildVolunteer()]) {
		const row = {
			id: newId(),
			shiftId: id,
			accountId: by.id,
			state: 'taken',
			byWay: 'self',
			offeredUntil: null,
		} as const;
		await assignments(db()).add(row, now());
	}
	const place = (await assignments(db()).ofShifts([id])).find(({ accountId }) => accountId === her.id)?.id;
	const done = await proposeExchange({ assignment: mine.place, other: place }, newcomer);
	expect(done).toMatchObject({ refused: 'colleague' });
});

const moveIt = async (id: string): Promise<void> =>
	db().transaction(async (tx) => {
		const [kept] = await shifts(tx).lockedAll([id]);
		if (!kept) return;
		const startsAt = new Date(kept.startsAt.getTime() + 60_000);
		await writeShifts(tx, [{ after: { ...kept, startsAt, movedAt: now() }, how: 'moved' }]);
	});
const beginIt = (id: string) =>
	db().query('update shifts set starts_at = $2 where id = $1', [id, new Date(now().getTime() - 60_000)]);

const ENDINGS: Record<string, (one: Scene, lead: StaffActor) => Promise<unknown>> = {
	'hers is moved': ({ mine }) => moveIt(mine.shift),
	'the other is moved': ({ theirs }) => moveIt(theirs.shift),
	'hers is cancelled': ({ mine }, lead) => cancelShift({ shift: mine.shift }, lead),
	'the other is cancelled': ({ theirs }, lead) => cancelShift({ shift: theirs.shift }, lead),
	'the other is taken off': ({ theirs }, lead) => takeOff({ assignment: theirs.place }, lead),
	'the other pauses': ({ other, theirs }) =>
		pause({ account: other.id, until: '', fates: { [theirs.place]: 'give-on' } }, other),
	'the other leaves': ({ other, theirs }) => leave({ account: other.id, fates: { [theirs.place]: 'give-up' } }, other),
	'she pauses until before it': ({ her }) => pause({ account: her.id, until: today(1), fates: {} }, her),
	'she offers it to all': ({ her, mine }) => giveOn({ assignment: mine.place, to: '' }, her),
	'hers begins': async ({ mine }) => [await beginIt(mine.shift), await settleShifts()],
	'the other begins': async ({ theirs }) => [await beginIt(theirs.shift), await settleShifts()],
};

test.each(Object.entries(ENDINGS))('it lapses when %s', async (_, end) => {
	const one = await scene();
	const swap = await propose(one);
	await end(one, await buildStaff('coordinator'));
	expect(await isOpen(one)).toBe(false);
	expect(isRefusal(await answerExchange({ swap, answer: 'take' }, one.other))).toBe(true);
	expect((await holders(one.mine.shift, one.theirs.shift)).includes(one.other.id)).toBe(
		(await holders(one.theirs.shift))[0] === one.other.id,
	);
	expect(await holders(one.mine.shift)).not.toContain(one.other.id);
});

test('what was closed meanwhile gets nothing: whoever proposed it has no account any more', async () => {
	const one = await scene();
	const swap = await propose(one);
	await db().query('update accounts set closed_at = $2 where id = $1', [one.her.id, now()]);
	expect(await answerExchange({ swap, answer: 'take' }, one.other)).toMatchObject({ refused: 'missing' });
	expect((await holders(one.theirs.shift))[0]).toBe(one.other.id);
});

test('of two who say yes to what names the same place, one exchanges, and the other is told', async () => {
	const one = await scene();
	const third = await buildVolunteer();
	const thirds = await hold(third, { day: today(5), deskId: 'third' });
	const swap = await propose(one);
	await proposeExchange({ assignment: thirds.place, other: one.mine.place }, third);
	const second = (await swaps(db()).exchangesOf(third.id))[0]?.id;
	const done = await Promise.all([
		answerExchange({ swap, answer: 'take' }, one.other),
		answerExchange({ swap: second, answer: 'take' }, one.her),
	]);
	expect(done.filter((each) => !isRefusal(each))).toHaveLength(1);
	const now3 = await holders(one.mine.shift, one.theirs.shift, thirds.shift);
	expect([...now3].sort()).toEqual([one.her.id, one.other.id, third.id].sort());
	expect(await isOpen(one)).toBe(false);
});

test('nobody else says yes or no, by no other door, and nobody hears of it', async () => {
	const one = await scene();
	const swap = await propose(one);
	const third = await buildVolunteer();
	for (const by of [third, one.her, await buildStaff('coordinator'), await buildStaff('coordinator', 'far')]) {
		expect(refusalIn(await answerExchange({ swap, answer: 'take' }, by))).toBe('missing');
		expect(refusalIn(await answerExchange({ swap, answer: 'decline' }, by))).toBe('missing');
	}
	expect(refusalIn(await acceptSwap({ swap }, one.other))).toBe('missing');
	expect(refusalIn(await withdrawSwap({ swap }, one.other))).toBe('missing');
	expect(await exchangesFor(db(), third)).toEqual([]);
	expect((await shiftsFor(db(), one.other))?.wanted.map(({ id }) => id)).not.toContain(one.mine.shift);
	expect(refusalIn(await withdrawSwap({ swap }, one.her))).toBe('done');
	expect(refusalIn(await answerExchange({ swap, answer: 'take' }, one.other))).toBe('swapped');
});

test('of another organisation, not there, not hers: to propose looks the same', async () => {
	const one = await scene();
	const far = await buildVolunteer({ organisationId: 'far' });
	const farPlace = await hold(far, { organisationId: 'far', deskId: 'far-desk', day: today(4) });
	const { mine, theirs, her, other } = one;
	const tries: [StaffActor, string, string][] = [
		[her, mine.place, farPlace.place],
		[far, farPlace.place, mine.place],
		[her, mine.place, newId()],
		[her, newId(), theirs.place],
		[other, mine.place, theirs.place],
		[her, mine.place, mine.place],
		[await buildVolunteer(), mine.place, theirs.place],
		[await buildStaff('coordinator'), mine.place, theirs.place],
		[await buildStaff('editor'), mine.place, theirs.place],
	];
	for (const [by, assignment, place] of tries)
		expect(refusalIn(await proposeExchange({ assignment, other: place }, by))).toBe('missing');
	expect(refusalIn(await proposeExchange({ assignment: '', other: 'x' }, her))).toBe('malformed');
});
