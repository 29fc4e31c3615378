import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { comeBack, pause } from '../people/pausing.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { approve, takeOff } from './approve.server.ts';
import { answerExchange, proposeExchange } from './exchanges/exchange.server.ts';
import { inviteToShift } from './offer.server.ts';
import { holdsPlace, type Shift } from './shift.ts';
import { assignments, shifts } from './store.server.ts';
import { acceptSwap, giveOn, withdrawSwap } from './swap.server.ts';
import { swaps } from './swaps/store.server.ts';
import { answerOffer, askForShift, giveUp, takeShift } from './take.server.ts';
import { writeShifts } from './write.server.ts';

onGround();

const HOUR_MS = 3_600_000;
const PEOPLE = 4;
const DEEDS = [
	...([
		'take',
		'take',
		'ask',
		'approve',
		'invite',
		'answer',
		'give on',
		'give on',
		'accept',
		'accept',
		'keep',
	] as const),
	...(['give up', 'take off', 'pause', 'back', 'move'] as const),
	...(['exchange', 'exchange', 'say yes', 'say yes', 'say yes', 'say no'] as const),
] as const;
/** What takes no place from anybody without giving it to another. */
const KEEPING: readonly Step['deed'][] = ['give on', 'accept', 'exchange', 'say yes', 'say no'];
type Step = { readonly deed: (typeof DEEDS)[number]; readonly who: number; readonly at: number };
type World = { readonly lead: StaffActor; readonly people: readonly StaffActor[]; readonly all: readonly Shift[] };

/** Four people, one of them a newcomer; three shifts, two of them at the same time, one of which somebody approves. */
async function world(): Promise<World> {
	const day = today(9);
	const people = [];
	for (let at = 0; at < PEOPLE; at += 1) people.push(await buildVolunteer(at === 0 ? { knownWorks: [] } : {}));
	const first = await buildShift({ day, places: 2 });
	const second = await buildShift({ day, signUp: 'approval', startsAt: new Date(first.startsAt.getTime() + HOUR_MS) });
	const third = await buildShift({ day: today(10) });
	return { lead: await buildStaff('coordinator'), people, all: [first, second, third] };
}

const db = () => ground().db;
const allOf = ({ all }: World) => assignments(db()).ofShifts(all.map(({ id }) => id));

async function doStep({ lead, people, all }: World, { deed, who, at }: Step): Promise<void> {
	const [her, shift] = [people[who], all[at]?.id];
	if (!her || !shift) return;
	const own = await assignments(db()).ofShifts([shift]);
	const assignment = own.findLast(({ accountId }) => accountId === her.id)?.id;
	const swap = (await swaps(db()).openOf([shift]))[0]?.id;
	const asked = (await swaps(db()).exchangesOf(her.id)).find(({ toAccount }) => toAccount === her.id)?.id;
	const others = (await allOf({ lead, people, all })).filter(
		({ state, accountId }) => state === 'taken' && accountId !== her.id,
	);
	const other = others[at % Math.max(1, others.length)]?.id;
	const [mine] = await assignments(db()).heldFrom([her.id], now());
	const held = await assignments(db()).openOf(her.id, new Date(0));
	const fates = Object.fromEntries(held.map(({ id }, turn) => [id, turn % 2 === 0 ? 'give-on' : 'give-up']));
	const doings: Record<Step['deed'], () => Promise<unknown>> = {
		take: () => takeShift({ shift }, her),
		ask: () => askForShift({ shift }, her),
		approve: () => approve({ assignment }, lead),
		invite: () => inviteToShift({ shift, account: her.id }, lead),
		answer: () => answerOffer({ assignment, answer: 'take' }, her),
		'give on': () => giveOn({ assignment, to: '' }, her),
		accept: () => acceptSwap({ swap }, her),
		keep: () => withdrawSwap({ swap }, her),
		exchange: () => proposeExchange({ assignment: mine?.id, other }, her),
		'say yes': () => answerExchange({ swap: asked, answer: 'take' }, her),
		'say no': () => answerExchange({ swap: asked, answer: 'decline' }, her),
		'give up': () => giveUp({ assignment }, her),
		'take off': () => takeOff({ assignment }, lead),
		pause: () => pause({ account: her.id, until: '', fates }, her),
		back: () => comeBack({ account: her.id }, her),
		move: () => move(shift),
	};
	await doings[deed]();
}

/** An hour later, as its date in the calendar. */
async function move(id: string): Promise<void> {
	await db().transaction(async (tx) => {
		const [one] = await shifts(tx).lockedAll([id]);
		if (!one) return;
		const [startsAt, endsAt] = [one.startsAt, one.endsAt].map((moment) => new Date(moment.getTime() + HOUR_MS));
		if (!startsAt || !endsAt) return;
		await writeShifts(tx, [{ after: { ...one, startsAt, endsAt, movedAt: now() }, how: 'moved' }]);
	});
}

async function check(one: World, step: Step, before: ReadonlyMap<string, number>): Promise<void> {
	const rows = (await allOf(one)).filter(holdsPlace);
	for (const { id, places } of one.all) {
		const held = rows.filter(({ shiftId }) => shiftId === id).length;
		expect(held).toBeLessThanOrEqual(places);
		// Between giving on and taking over somebody has it all the while.
		if (KEEPING.includes(step.deed)) expect(held).toBe(before.get(id));
	}
	for (const { id } of one.people) {
		const hers = await assignments(db()).heldFrom([id], new Date(0));
		hers.forEach((first, at) => {
			for (const other of hers.slice(at + 1))
				expect(other.startsAt < first.endsAt && first.startsAt < other.endsAt).toBe(false);
		});
	}
	const each = rows.map(({ shiftId, accountId }) => `${shiftId} ${accountId}`);
	expect(new Set(each).size).toBe(each.length);
	const responsible = new Set(rows.map(({ id }) => id));
	for (const swap of await swaps(db()).openOf(one.all.map(({ id }) => id))) {
		expect(responsible.has(swap.assignmentId)).toBe(true);
		expect(swap.otherId === null || responsible.has(swap.otherId)).toBe(true);
	}
}

const step: fc.Arbitrary<Step> = fc.record({ deed: fc.constantFrom(...DEEDS), who: fc.nat(PEOPLE - 1), at: fc.nat(2) });

test('whatever people do one after the other, nobody is in two places and no shift without whoever answers for it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
			const one = await world();
			for (const each of steps) {
				const rows = (await allOf(one)).filter(holdsPlace);
				const before = new Map(one.all.map(({ id }) => [id, rows.filter(({ shiftId }) => shiftId === id).length]));
				await doStep(one, each);
				await check(one, each, before);
			}
		}),
		{ numRuns: 12 },
	);
}, 120_000);

test('nor when they all do it at once', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
			const one = await world();
			await Promise.all(steps.map((each) => doStep(one, each)));
			await check(one, { deed: 'take', who: 0, at: 0 }, new Map());
		}),
		{ numRuns: 8 },
	);
}, 120_000);
