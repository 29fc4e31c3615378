import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { readCalendar } from '../calendar.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { askForSeats } from './ask.server.ts';
import { cancelRegistration } from './cancel.server.ts';
import { confirmRegistration } from './confirm.server.ts';
import { declineOffer, takeOffer } from './offer.server.ts';
import { settleLines } from './rounds.server.ts';
import { CALL_MS } from './seats.ts';
import { registrations } from './store.server.ts';
import { asking } from './testing.ts';

const at = onGround();
const NOON = instantAt('2026-01-10', '12:00').getTime();
let moment = NOON;
const back = turnClock(() => moment);
beforeAll(buildOrganisers);
afterAll(back);

const CAPACITY = 4;
const ACTS = { confirm: confirmRegistration, cancel: cancelRegistration, take: takeOffer, decline: declineOffer };

/** What people do in one moment, all at once, and how long nothing happens afterwards. */
const happening = fc.record({
	asks: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
	acts: fc.array(
		fc.record({ kind: fc.constantFrom('confirm' as const, 'cancel', 'take', 'decline'), who: fc.nat(12) }),
		{ maxLength: 4 },
	),
	minutes: fc.constantFrom(0, 4, 11, 60, 26 * 60),
});

test('whatever people do at once and one after the other: no seat twice, nobody waits beside a free seat, turns stay', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 8 }), async (history) => {
			moment = NOON;
			const { dates } = await planned({ capacity: CAPACITY, walkIn: 0, times: 4 });
			const of = dates[3];
			if (!of) throw new Error('there are four dates');
			await readCalendar();
			const tokens: string[] = [];
			for (const { asks, acts, minutes } of history) {
				const asked = asks.map((seats) => askForSeats(asking(of, { seats: String(seats) })));
				const acted = acts.flatMap(({ kind, who }) => {
					const token = tokens[who % Math.max(1, tokens.length)];
					return token ? [ACTS[kind]({ token })] : [];
				});
				await Promise.all(acted);
				for (const one of await Promise.all(asked)) if (!isRefusal(one)) tokens.push(one.token);
				moment += minutes * 60_000;
				await settleLines({});
				await holds(of.id, of.startsAt.getTime());
			}
		}),
		{ numRuns: 12 },
	);
}, 60_000);

/** Over the tables, in other words than the code that fills them. */
async function holds(id: string, startsAt: number): Promise<void> {
	const all = await registrations(at.ground.db).ofOccurrence(id);
	const seats = (states: readonly string[]): number =>
		all.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.seats, 0);
	const taken = seats(['held', 'confirmed', 'offered']);
	expect(taken).toBeLessThanOrEqual(CAPACITY);
	expect(all.map(({ turn }) => turn)).toEqual(all.map((_, place) => place + 1));
	const first = all.find(({ state }) => state === 'waiting');
	if (first && moment < startsAt - CALL_MS) expect(first.seats).toBeGreaterThan(CAPACITY - taken);
	expect((await occurrences(at.ground.db).byId(id))?.isFull).toBe(taken >= CAPACITY || first !== undefined);
}
