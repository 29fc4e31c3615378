import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { now, today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { ensureVolunteer } from '../people/ensure.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { approve, decline, takeOff } from './approve.server.ts';
import { inviteToShift } from './offer.server.ts';
import { colleaguesFor, shiftFor } from './own.server.ts';
import type { Assignment, Shift } from './shift.ts';
import { assignments, shifts } from './store.server.ts';
import { swaps } from './swaps/store.server.ts';
import { acceptSwap, giveOn, withdrawSwap } from './swap.server.ts';
import { answerOffer, askForShift, giveUp, takeShift } from './take.server.ts';

onGround();

const ofShift = (id: string): Promise<Assignment[]> => assignments(ground().db).ofShifts([id]);
const holders = async (id: string): Promise<string[]> =>
	(await ofShift(id)).filter(({ state }) => state === 'taken').map(({ accountId }) => accountId);
const onlyOf = async (id: string): Promise<Assignment> => {
	const [one] = await ofShift(id);
	if (!one) throw new Error('nobody has to do with it');
	return one;
};
const swapOf = async (id: string) => (await swaps(ground().db).openOf([id]))[0];
const told = async (account: string): Promise<string[]> => {
	const text = 'select about from volunteer_notices where account_id = $1 order by made_at, id';
	return (await ground().db.query<{ about: string }>(text, [account])).map(({ about }) => about);
};

/** The pledge is a year's, and today's work. */
const chats = () => buildVolunteer();

test('of fifty who take one place at once, one has it', async () => {
	const { id } = await buildShift();
	const people = await Promise.all(Array.from({ length: 50 }, chats));
	const done = await Promise.all(people.map((one) => takeShift({ shift: id }, one)));
	expect(done.filter((one) => !isRefusal(one))).toHaveLength(1);
	expect(done.filter((one) => isRefusal(one) && one.refused === 'full')).toHaveLength(49);
	expect(await holders(id)).toHaveLength(1);
});

test('one who takes two shifts of the same hour at once has one of them', async () => {
	const [one, her] = [await buildShift(), await chats()];
	const other = await buildShift({ startsAt: new Date(one.startsAt.getTime() + 3_600_000) });
	const done = await Promise.all([one, other].map(({ id }) => takeShift({ shift: id }, her)));
	expect(done.map((each) => isRefusal(each) && each.refused).sort()).toEqual([false, 'overlap']);
});

test('a button pressed twice is one place', async () => {
	const [{ id }, her] = [await buildShift({ places: 2 }), await chats()];
	await Promise.all([takeShift({ shift: id }, her), takeShift({ shift: id }, her)]);
	expect(await ofShift(id)).toHaveLength(1);
});

test('where somebody has to say yes a wish holds no place until she does, and the one who asked is told', async () => {
	const { id } = await buildShift({ signUp: 'approval' });
	const [her, other, lead] = [await chats(), await chats(), await buildStaff('coordinator')];
	expect(await takeShift({ shift: id }, her)).toMatchObject({ refused: 'approval' });
	await askForShift({ shift: id }, her);
	await askForShift({ shift: id }, other);
	expect(await holders(id)).toEqual([]);
	const [first, second] = await ofShift(id);
	expect(await approve({ assignment: first?.id }, lead)).toEqual({ id });
	expect(await approve({ assignment: second?.id }, lead)).toMatchObject({ refused: 'full' });
	await decline({ assignment: second?.id }, lead);
	expect(await holders(id)).toEqual([her.id]);
	expect([await told(her.id), await told(other.id)]).toEqual([['given'], ['declined']]);
});

test('nobody approves her own wish', async () => {
	const { id } = await buildShift({ signUp: 'approval' });
	const lead = await buildStaff('coordinator');
	await askForShift({ shift: id }, lead);
	expect(await approve({ assignment: (await onlyOf(id)).id }, lead)).toMatchObject({ refused: 'own' });
});

test('where somebody has to approve or to invite, nobody asks herself; an open shift is anybody’s', async () => {
	const lead = await buildStaff('coordinator');
	await ensureVolunteer(ground().db, lead);
	const invite = async (signUp: Shift['signUp']) =>
		inviteToShift({ shift: (await buildShift({ signUp })).id, account: lead.id }, lead);
	expect(await invite('approval')).toMatchObject({ refused: 'own' });
	expect(await invite('invited')).toMatchObject({ refused: 'own' });
	expect(await invite('open')).not.toHaveProperty('refused');
	const other = await buildShift({ signUp: 'invited' });
	expect(await inviteToShift({ shift: other.id, account: lead.id }, await buildStaff('coordinator'))).toEqual({
		id: other.id,
	});
});

test('an offer holds no place, and where only the invited may come it is the way in', async () => {
	const { id } = await buildShift({ signUp: 'invited' });
	const [her, lead] = [await chats(), await buildStaff('coordinator')];
	expect(await takeShift({ shift: id }, her)).toMatchObject({ refused: 'invited' });
	await inviteToShift({ shift: id, account: her.id }, lead);
	await inviteToShift({ shift: id, account: her.id }, lead);
	expect([await holders(id), await told(her.id)]).toEqual([[], ['offered']]);
	await answerOffer({ assignment: (await onlyOf(id)).id, answer: 'take' }, her);
	expect(await holders(id)).toEqual([her.id]);
});

test('until a colleague has said yes the holder is responsible; then it is hers, in one step', async () => {
	const { id } = await buildShift();
	const [her, named, other] = [await chats(), await chats(), await chats()];
	await takeShift({ shift: id }, her);
	expect(await giveUp({ assignment: (await onlyOf(id)).id }, her)).toMatchObject({ refused: 'give-on' });
	await giveOn({ assignment: (await onlyOf(id)).id, to: named.id }, her);
	expect(await holders(id)).toEqual([her.id]);
	for (const one of [her, named])
		expect((await shiftFor(ground().db, one, id))?.swap).toMatchObject({ name: her.chosenName, to: named.chosenName });
	expect((await shiftFor(ground().db, other, id))?.swap).toBeNull();
	const swap = (await swapOf(id))?.id;
	expect(await acceptSwap({ swap }, other)).toMatchObject({ refused: 'missing' });
	expect(await acceptSwap({ swap }, named)).toEqual({ id });
	expect(await holders(id)).toEqual([named.id]);
	expect([await told(her.id), await told(named.id)]).toEqual([['taken-over'], ['wanted']]);
});

test('by name it is offered only to whoever could take it over', async () => {
	const { id } = await buildShift({ languages: ['ru'] });
	const [her, able] = [await chats(), await chats()];
	const [silent, newcomer] = [await buildVolunteer({ languages: ['fi'] }), await buildVolunteer({ knownWorks: [] })];
	await takeShift({ shift: id }, her);
	const one = await shiftFor(ground().db, her, id);
	const names = one && (await colleaguesFor(ground().db, her, one)).map((other) => other.id);
	expect(names).toContain(able.id);
	expect(names).not.toContain(silent.id);
	expect(names).not.toContain(newcomer.id);
	expect(names).not.toContain(her.id);
	const assignment = (await onlyOf(id)).id;
	expect(await giveOn({ assignment, to: silent.id }, her)).toMatchObject({ refused: 'colleague' });
	expect(await swapOf(id)).toBeUndefined();
});

test('of many who take over one place at once, one has it', async () => {
	const { id } = await buildShift();
	const her = await chats();
	await takeShift({ shift: id }, her);
	await giveOn({ assignment: (await onlyOf(id)).id, to: '' }, her);
	const swap = (await swapOf(id))?.id;
	const people = await Promise.all(Array.from({ length: 12 }, chats));
	const done = await Promise.all(people.map((one) => acceptSwap({ swap }, one)));
	expect(done.filter((one) => !isRefusal(one))).toHaveLength(1);
	expect(await holders(id)).toHaveLength(1);
	expect(await holders(id)).not.toContain(her.id);
});

test('she keeps it after all, and nobody can take it over', async () => {
	const [{ id }, her] = [await buildShift(), await chats()];
	await takeShift({ shift: id }, her);
	await giveOn({ assignment: (await onlyOf(id)).id, to: '' }, her);
	const swap = (await swapOf(id))?.id;
	expect(await withdrawSwap({ swap }, await chats())).toMatchObject({ refused: 'missing' });
	await withdrawSwap({ swap }, her);
	expect(await acceptSwap({ swap }, await chats())).toMatchObject({ refused: 'swapped' });
	expect(await holders(id)).toEqual([her.id]);
});

test('a newcomer stands beside somebody experienced, or not there at all', async () => {
	const { id } = await buildShift({ places: 2 });
	const newcomer = await buildVolunteer({ knownWorks: [] });
	expect(await takeShift({ shift: id }, newcomer)).toMatchObject({ refused: 'newcomer' });
	await takeShift({ shift: id }, await chats());
	expect(await takeShift({ shift: id }, newcomer)).toEqual({ id });
});

test('what was moved since she took it she may give up; a coordinator takes somebody off and she is told', async () => {
	const [{ id }, her, lead] = [await buildShift(), await chats(), await buildStaff('coordinator')];
	await takeShift({ shift: id }, her);
	const [kept] = await shifts(ground().db).lockedAll([id]);
	if (!kept) throw new Error('no shift');
	await shifts(ground().db).save({ ...kept, movedAt: new Date(now().getTime() + 1) }, now());
	expect(await giveUp({ assignment: (await onlyOf(id)).id }, her)).toEqual({ id });
	const again = await buildShift();
	await takeShift({ shift: again.id }, her);
	await takeOff({ assignment: (await onlyOf(again.id)).id }, lead);
	expect([await holders(again.id), await told(her.id)]).toEqual([[], ['taken-off']]);
});

type Which = 'own' | 'other' | 'closed' | 'missing';
type Made = { shift: string; assignment: string; swap: string };
type Deed = (made: Made, actor: StaffActor) => Promise<unknown>;
const LED: Record<string, Deed> = {
	approve: ({ assignment }, actor) => approve({ assignment }, actor),
	decline: ({ assignment }, actor) => decline({ assignment }, actor),
	'take off': ({ assignment }, actor) => takeOff({ assignment }, actor),
	invite: ({ shift }, actor) => inviteToShift({ shift, account: newId() }, actor),
};
const OWN: Record<string, Deed> = {
	take: ({ shift }, actor) => takeShift({ shift }, actor),
	ask: ({ shift }, actor) => askForShift({ shift }, actor),
	'take over': ({ swap }, actor) => acceptSwap({ swap }, actor),
};
const HERS: Record<string, Deed> = {
	'give on': ({ assignment }, actor) => giveOn({ assignment, to: '' }, actor),
	'give up': ({ assignment }, actor) => giveUp({ assignment }, actor),
	answer: ({ assignment }, actor) => answerOffer({ assignment, answer: 'take' }, actor),
	keep: ({ swap }, actor) => withdrawSwap({ swap }, actor),
};

/** A shift that somebody holds and would pass on. */
async function made(which: Which): Promise<Made> {
	const [{ id: shift }, her] = [await buildShift({ places: 3 }), await chats()];
	await takeShift({ shift }, her);
	const { id: assignment } = await onlyOf(shift);
	await giveOn({ assignment, to: '' }, her);
	const swap = (await swapOf(shift))?.id ?? '';
	const [none, isThere] = [newId(), which !== 'missing'];
	return isThere ? { shift, assignment, swap } : { shift: none, assignment: none, swap: none };
}

const refusalIn = (done: unknown): string => (isRefusal(done) ? done.refused : 'done');

test.each([...Object.entries(LED), ...Object.entries(HERS), ...Object.entries(OWN)])(
	'of another organisation or not there, to %s looks the same',
	async (_, deed) => {
		const outsider = await buildStaff('coordinator', 'far');
		expect(refusalIn(await deed(await made('other'), outsider))).toBe('missing');
		expect(refusalIn(await deed(await made('missing'), await buildStaff('coordinator')))).toBe('missing');
	},
);

test.each(Object.entries(LED))('who does not lead cannot %s', async (_, deed) => {
	expect(refusalIn(await deed(await made('own'), await chats()))).toBe('missing');
	expect(refusalIn(await deed(await made('own'), await buildStaff('adviser')))).toBe('missing');
});

test.each(Object.entries(HERS))('nobody else can %s for her', async (_, deed) => {
	expect(refusalIn(await deed(await made('own'), await chats()))).toBe('missing');
});

test.each(Object.entries(OWN))('whoever has no shifts at all cannot %s', async (_, deed) => {
	for (const role of ['editor', 'funder', 'admin', 'clerk', 'regional'] as const) {
		expect(refusalIn(await deed(await made('own'), await buildStaff(role)))).toBe('missing');
	}
});

test('whoever left or whose account is closed takes nothing', async () => {
	const { id } = await buildShift();
	const [left, closed] = [await buildVolunteer({ state: 'left' }), await chats()];
	await ground().db.query('update accounts set closed_at = $2 where id = $1', [closed.id, now()]);
	expect(await takeShift({ shift: id }, left)).toMatchObject({ refused: 'not-active' });
	expect(await takeShift({ shift: id }, closed)).toMatchObject({ refused: 'missing' });
	expect(await holders(id)).toEqual([]);
});

test('what has begun is taken no more', async () => {
	const [past, her] = [await buildShift({ day: today(-1) }), await chats()];
	expect(await takeShift({ shift: past.id }, her)).toMatchObject({ refused: 'over' });
});
