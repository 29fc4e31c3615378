import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { type Keep, memoryKeep } from '#lib/design/tally/kept.ts';
import { type Line, makeQueue, type Queue } from '#lib/design/tally/queue.ts';
import { makeDesk } from '#lib/network/index.server.ts';
import { openTally, tallyFor } from '../../tally/tallies.server.ts';
import type { TapCodes } from '../../tally/tally.ts';
import { takeTaps } from '../../tally/taps.server.ts';

/**
 * The phone's own queue against the site's own command, with everything in between going wrong: what the ledger holds
 * in the end is what people tapped and did not undo.
 */
const at = onGround();
const PHONES = 2;
const codes = (minutes: number): TapCodes => ({
	...{ topic: 'tax', outcome: 'solved-together', minutes, language: 'ru', ageBand: null },
});

let adviser: StaffActor;
beforeAll(async () => {
	const id = newId();
	await at.ground.db.query(`insert into organisations (id, kind, names) values ('home', 'association', '{}')`);
	await at.ground.db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, 'x', 'X', 'fi', now())`,
		[id],
	);
	const desk = { id: 'desk', organisationId: 'home', names: {}, zone: 'Europe/Helsinki', projectId: null };
	await makeDesk(at.ground.db, { ...desk, planLine: null });
	const who = {
		chosenName: 'X',
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
	} as const;
	adviser = { kind: 'staff', id, ...who, memberships: [{ organisationId: 'home', role: 'adviser' }] };
});

/** What happens to what is sent; `killed-…`: the phone goes out at this moment and comes back with what it had kept. */
const FATES = ['well', 'twice', 'lost-before', 'lost-after', 'killed-before', 'killed-after', 'echo-later'] as const;
type Fate = (typeof FATES)[number];
type Step =
	| { readonly do: 'tap'; readonly phone: number; readonly minutes: number }
	| { readonly do: 'undo'; readonly phone: number; readonly which: number }
	| { readonly do: 'bring'; readonly phone: number; readonly fate: Fate; readonly undoMeanwhile: boolean };

const phone = fc.nat(PHONES - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ do: fc.constant('tap' as const), phone, minutes: fc.integer({ min: 1, max: 60 }) }),
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), phone, which: fc.nat(9) }) },
	{
		weight: 3,
		arbitrary: fc.record({
			...{ do: fc.constant('bring' as const), phone, fate: fc.constantFrom(...FATES), undoMeanwhile: fc.boolean() },
		}),
	},
);

class Killed extends Error {}

type Phone = {
	readonly keep: Keep<TapCodes>;
	readonly queue: (fate: Fate, meanwhile?: () => Promise<void>) => Queue<TapCodes>;
};

/** `forgetful`: an undo is never told to the site, as if every tap had only ever been here. */
function makePhone(hand: { tally: string }, later: (() => Promise<unknown>)[], fault?: 'forgetful' | 'new-id'): Phone {
	const keep = memoryKeep<TapCodes>();
	const site: Line<TapCodes> = async (tallyId, taps) => {
		const sent = fault === 'new-id' ? taps.map((tap) => ({ ...tap, id: newId() })) : taps;
		const answer = await takeTaps({ tallyId, taps: sent, topics: ['tax'] }, adviser);
		if (isRefusal(answer)) throw new Error(answer.refused);
		const named = answer.taken.map((taken, place) => ({ ...taken, id: taps[place]?.id ?? '' }));
		return { ...answer, taken: named };
	};
	const line =
		(fate: Fate, meanwhile = async (): Promise<void> => undefined): Line<TapCodes> =>
		async (_, taps) => {
			if (fate === 'killed-before') throw new Killed();
			if (fate === 'lost-before') return 'away';
			const answer = await site(hand.tally, taps);
			if (fate === 'twice') await site(hand.tally, taps);
			if (fate === 'echo-later') later.push(() => site(hand.tally, taps));
			await meanwhile();
			if (fate === 'killed-after') throw new Killed();
			return fate === 'lost-after' ? 'away' : answer;
		};
	const queue = (fate: Fate, meanwhile?: () => Promise<void>): Queue<TapCodes> => {
		const made = makeQueue(keep, line(fate, meanwhile));
		return fault === 'forgetful' ? { ...made, undo: (id) => keep.change(id, () => null) } : made;
	};
	return { keep, queue };
}

async function live(
	steps: readonly Step[],
	fault?: 'forgetful' | 'new-id',
): Promise<{ wanted: number[]; found: number[] }> {
	const tally = newId();
	await openTally({ key: tally, deskId: 'desk', placeId: '', event: 'Kirjasto', day: today() }, adviser);
	const hand = (await tallyFor(at.ground.db, adviser, tally))?.hand ?? '';
	const later: (() => Promise<unknown>)[] = [];
	const phones = Array.from({ length: PHONES }, () => makePhone({ tally }, later, fault));
	const people = new Map<string, number>();
	const undo = async ({ keep, queue }: Phone, which: number): Promise<void> => {
		const kept = (await keep.all()).filter(({ isUndone }) => !isUndone);
		const one = kept[which % (kept.length || 1)];
		if (!one) return;
		await queue('well').undo(one.id);
		people.delete(one.id);
	};
	for (const one of steps) {
		const who = phones[one.phone];
		if (!who) continue;
		if (one.do === 'undo') await undo(who, one.which);
		if (one.do === 'tap') {
			const id = newId();
			await who.queue('well').tap(id, tally, hand, codes(one.minutes));
			people.set(id, one.minutes);
		}
		if (one.do === 'bring') {
			const meanwhile = one.undoMeanwhile ? () => undo(who, 0) : undefined;
			await who
				.queue(one.fate, meanwhile)
				.bring()
				.catch((error: unknown) => (error instanceof Killed ? null : Promise.reject(error)));
		}
	}
	for (const { queue } of phones) await queue('well').bring();
	for (const echo of later) await echo();
	return { wanted: [...people.values()].sort((a, b) => a - b), found: await minutesOn(tally) };
}

/** The minutes of everybody who is counted on it, from the ledger itself. */
async function minutesOn(tally: string): Promise<number[]> {
	const rows = await at.ground.db.query<{ minutes: number }>(
		`select f.minutes from taps t join closings c on c.id = t.closing_id join facts f on f.id = c.fact_id
		where t.tally_id = $1 and not exists (select 1 from facts r where r.reverses = f.id) order by f.minutes`,
		[tally],
	);
	return rows.map(({ minutes }) => minutes);
}

test('whatever goes wrong between phones and site, the ledger holds what was tapped and not undone', async () => {
	const total = async () =>
		(await at.ground.db.query<{ n: number }>('select coalesce(sum(quantity), 0)::integer as n from facts'))[0]?.n ?? 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), async (steps) => {
			const before = await total();
			const { wanted, found } = await live(steps);
			expect(found).toEqual(wanted);
			// And nothing beside: no fact that no tap leads to.
			expect((await total()) - before).toBe(wanted.length);
		}),
		{ numRuns: 60 },
	);
}, 120_000);

test('a phone that forgets what it has sent, and one that names a tap anew, are seen', async () => {
	const sentThenUndone: Step[] = [
		{ do: 'tap', phone: 0, minutes: 5 },
		{ do: 'bring', phone: 0, fate: 'lost-after', undoMeanwhile: false },
		{ do: 'undo', phone: 0, which: 0 },
	];
	const forgetful = await live(sentThenUndone, 'forgetful');
	expect(forgetful.found).not.toEqual(forgetful.wanted);
	const renaming = await live(sentThenUndone.slice(0, 2), 'new-id');
	expect(renaming.found).not.toEqual(renaming.wanted);
});
