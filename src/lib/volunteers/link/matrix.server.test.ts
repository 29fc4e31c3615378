import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { LinkActor, StaffActor } from '#lib/identity/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import * as door from '../index.server.ts';
import { comeBack, pause } from '../people/pausing.server.ts';
import type { Assignment, Shift } from '../shifts/shift.ts';
import { assignments } from '../shifts/store.server.ts';
import { swaps } from '../shifts/swaps/store.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';

const at = onGround();
const DAYS = Array.from({ length: 40 }, (_, day) => today(day + 2));

/** Somebody, signed in, and the same by her personal link. */
type Both = { readonly staff: StaffActor; readonly link: LinkActor };
const both = (staff: StaffActor): Both => {
	const { id, chosenName, language, memberships } = staff;
	return { staff, link: { kind: 'link', id, chosenName, language, memberships } };
};
let [her, colleague, third, far, lead]: Both[] = [];

beforeAll(async () => {
	[her, colleague] = [both(await buildVolunteer()), both(await buildVolunteer())];
	third = both(await buildVolunteer());
	far = both(await buildVolunteer({ organisationId: 'far' }));
	lead = both(await buildStaff('coordinator'));
});

const some = <T>(one: T | undefined): T => {
	if (one === undefined) throw new Error('nobody is there');
	return one;
};
/** Each on a day of its own, so that none overlaps another. */
const fresh = (wanted: Partial<Shift> = {}): Promise<Shift> => buildShift({ day: some(DAYS.pop()), ...wanted });

async function held(by: Both, state: Assignment['state'] = 'taken', wanted: Partial<Shift> = {}): Promise<string> {
	const id = newId();
	const rest = { accountId: by.staff.id, byWay: 'self' as const, offeredUntil: null };
	await assignments(at.ground.db).add({ id, shiftId: (await fresh(wanted)).id, state, ...rest }, new Date());
	return id;
}

async function passedOn(by: Both, to: string | null = null): Promise<string> {
	const id = newId();
	await swaps(at.ground.db).add({ id, assignmentId: await held(by), toAccount: to }, new Date());
	return id;
}

async function asked(by: Both, to: Both): Promise<string> {
	const id = newId();
	const places = { assignmentId: await held(by), otherId: await held(to) };
	await swaps(at.ground.db).add({ id, toAccount: to.staff.id, ...places }, new Date());
	return id;
}

const outcomeOf = (done: object): string => ('refused' in done ? String(done.refused) : 'done');

test('by her link she does with her own shifts what she may, with those of others nothing, and finds none elsewhere', async () => {
	const [her1, other, elsewhere] = [some(her), some(colleague), some(far)];
	const link = her1.link;
	const cells: [string, Promise<object>, string][] = [
		['take an open one', door.takeShift({ shift: (await fresh()).id }, link), 'done'],
		[
			'take one of another organisation',
			door.takeShift({ shift: (await fresh({ deskId: 'd-far', organisationId: 'far' })).id }, link),
			'missing',
		],
		['take a cancelled one', door.takeShift({ shift: (await fresh({ state: 'cancelled' })).id }, link), 'cancelled'],
		['take one that is not there', door.takeShift({ shift: newId() }, link), 'missing'],
		['pass on her own', door.giveOn({ assignment: await held(her1), to: '' }, link), 'done'],
		['pass on a colleague’s', door.giveOn({ assignment: await held(other), to: '' }, link), 'missing'],
		['pass on one that is not there', door.giveOn({ assignment: newId(), to: '' }, link), 'missing'],
		['take over a colleague’s', door.acceptSwap({ swap: await passedOn(other) }, link), 'done'],
		[
			'take over what was meant for another',
			door.acceptSwap({ swap: await passedOn(other, some(third).staff.id) }, link),
			'missing',
		],
		['take over her own', door.acceptSwap({ swap: await passedOn(her1) }, link), 'missing'],
		['keep her own', door.withdrawSwap({ swap: await passedOn(her1) }, link), 'done'],
		['keep a colleague’s', door.withdrawSwap({ swap: await passedOn(other) }, link), 'missing'],
		['answer her offer', door.answerOffer({ assignment: await held(her1, 'offered'), answer: 'take' }, link), 'done'],
		[
			'answer a colleague’s',
			door.answerOffer({ assignment: await held(other, 'offered'), answer: 'take' }, link),
			'missing',
		],
		['take back her wish', door.giveUp({ assignment: await held(her1, 'asked') }, link), 'done'],
		['take back a colleague’s', door.giveUp({ assignment: await held(other, 'asked') }, link), 'missing'],
		['one of hers from elsewhere', door.giveOn({ assignment: await held(her1), to: '' }, elsewhere.link), 'missing'],
		['pause a colleague', pause({ account: other.staff.id, until: '', fates: {} }, link), 'missing'],
		['end a colleague’s pause', comeBack({ account: other.staff.id }, link), 'missing'],
	];
	const found: string[] = [];
	for (const [what, done, expected] of cells) {
		const outcome = outcomeOf(await done);
		if (outcome !== expected) found.push(`${what}: ${outcome}, not ${expected}`);
	}
	expect(found).toEqual([]);
});

test('by her link she exchanges her own shift for a colleague’s, and answers what was meant for her alone', async () => {
	const [her1, other, link] = [some(her), some(colleague), some(her).link];
	const [mine, theirs] = [await held(her1), await held(other)];
	const propose = async (assignment: string, place: string) =>
		outcomeOf(await door.proposeExchange({ assignment, other: place }, link));
	const answer = async (to: Both) =>
		outcomeOf(await door.answerExchange({ swap: await asked(other, to), answer: 'take' }, link));
	expect(await propose(theirs, mine)).toBe('missing');
	expect(await propose(mine, theirs)).toBe('done');
	expect(await answer(some(third))).toBe('missing');
	expect(await answer(her1)).toBe('done');
});

test('hours: her own she writes down and takes back, nobody else’s', async () => {
	const [one, other] = [some(her).link, some(colleague).link];
	const entry = (clientId: string) => ({
		clientId,
		organisation: 'near',
		day: today(-1),
		work: 'travel',
		hours: '1',
		minutes: '0',
	});
	const logged = await door.logHours(entry(newId()), one);
	if (isRefusal(logged)) throw new Error(JSON.stringify(logged));
	expect(await door.logHours({ ...entry(newId()), organisation: 'far' }, one)).toMatchObject({ refused: 'missing' });
	expect(await door.withdrawHours({ id: logged.id }, other)).toMatchObject({ refused: 'missing' });
	expect(await door.withdrawHours({ id: logged.id }, one)).not.toHaveProperty('refused');
});

test('the link of a coordinator leads nobody: what she may when she signs in she may not by it', async () => {
	const { staff, link } = some(lead);
	const { id } = some(colleague).staff;
	// By no page it comes so far; the commands refuse it, too.
	const forged = link as unknown as StaffActor;
	const deeds: [string, () => Promise<(actor: StaffActor) => Promise<object>>][] = [
		['approve', async () => with1(door.approve, { assignment: await held(some(colleague), 'asked') })],
		['decline', async () => with1(door.decline, { assignment: await held(some(colleague), 'asked') })],
		['take off', async () => with1(door.takeOff, { assignment: await held(some(colleague)) })],
		['ask somebody', async () => with1(door.inviteToShift, { shift: (await fresh()).id, account: id })],
		['make a link', async () => with1(door.makeLinkFor, { account: id })],
		['end a link', async () => with1(door.revokeLinkOf, { account: id })],
		['note that she was told', async () => with1(door.volunteerTold, { id })],
	];
	const found: string[] = [];
	for (const [what, make] of deeds) {
		const deed = await make();
		const [byLink, signedIn] = [outcomeOf(await deed(forged)), outcomeOf(await deed(staff))];
		if (byLink !== 'missing' && byLink !== 'forbidden') found.push(`${what} by link: ${byLink}`);
		if (signedIn !== 'done') found.push(`${what} signed in: ${signedIn}`);
	}
	expect(found).toEqual([]);
	expect(await door.makeOwnKey({ kind: 'link' }, forged)).toMatchObject({ refused: 'missing' });
});

const with1 =
	<Raw>(deed: (raw: Raw, actor: StaffActor) => Promise<object>, raw: Raw) =>
	(actor: StaffActor): Promise<object> =>
		deed(raw, actor);
