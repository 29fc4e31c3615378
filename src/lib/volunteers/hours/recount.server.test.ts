import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { countFacts } from '#lib/ledger/index.server.ts';
import { numberOf } from '#lib/ledger/index.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { assignments } from '../shifts/store.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { confirmHours, rejectHours } from './confirm.server.ts';
import { HOUR_WORKS } from './entry.ts';
import { logHours, withdrawHours } from './log.server.ts';
import { endShifts } from './over.server.ts';
import { markShift } from './presence.server.ts';
import { typed } from './testing.ts';

const at = onGround();

type Step =
	| { readonly do: 'log'; readonly quarters: number; readonly work: string; readonly day: number }
	| { readonly do: 'shift'; readonly hours: number }
	| { readonly do: 'confirm' | 'reject' | 'withdraw' | 'absent' | 'came'; readonly which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		do: fc.constant('log' as const),
		quarters: fc.integer({ min: 1, max: 40 }),
		work: fc.constantFrom(...HOUR_WORKS),
		day: fc.integer({ min: -3, max: 0 }),
	}),
	fc.record({ do: fc.constant('shift' as const), hours: fc.integer({ min: 1, max: 4 }) }),
	fc.record({
		do: fc.constantFrom('confirm' as const, 'confirm' as const, 'reject' as const, 'withdraw' as const),
		which: fc.nat(),
	}),
	fc.record({ do: fc.constantFrom('absent' as const, 'came' as const), which: fc.nat() }),
);

/** A network of its own: who writes down, who confirms. */
async function aNetwork() {
	const organisationId = newId();
	const her = await buildVolunteer({ organisationId });
	return { organisationId, her, lead: await buildStaff('coordinator', organisationId) };
}
type Network = Awaited<ReturnType<typeof aNetwork>>;

async function shiftFor({ her, organisationId }: Network, hours: number): Promise<void> {
	const endsAt = new Date(instant() - 60_000);
	const times = { endsAt, startsAt: new Date(endsAt.getTime() - hours * 3_600_000), day: today() };
	const shift = await buildShift({ ...times, organisationId, deskId: newId().slice(-12) });
	const one = { id: newId(), shiftId: shift.id, accountId: her.id, byWay: 'self', offeredUntil: null } as const;
	await assignments(at.ground.db).add({ ...one, state: 'taken' }, now());
	await endShifts();
}

async function take(network: Network, taken: Step): Promise<unknown> {
	const { her, lead } = network;
	if (taken.do === 'log') {
		const { quarters, work, day } = taken;
		const time = { hours: String(Math.floor(quarters / 4)), minutes: String((quarters % 4) * 15) };
		return logHours(typed({ ...time, work, day: today(day) }), her);
	}
	if (taken.do === 'shift') return shiftFor(network, taken.hours);
	const { entries, parts } = await allOf(her);
	if (taken.do === 'absent' || taken.do === 'came') {
		const id = parts[taken.which % Math.max(1, parts.length)]?.id;
		return id && markShift({ id, presence: taken.do }, lead);
	}
	const id = entries[taken.which % Math.max(1, entries.length)]?.id;
	if (!id) return;
	if (taken.do === 'confirm') return confirmHours({ ids: [id] }, lead);
	return taken.do === 'reject' ? rejectHours({ id, reason: 'twice' }, lead) : withdrawHours({ id }, her);
}

async function allOf(her: StaffActor) {
	const { db } = at.ground;
	return {
		entries: await db.query<{ id: string }>('select id from hour_entries where account_id = $1 order by id', [her.id]),
		parts: await db.query<{ id: string }>('select id from assignments where account_id = $1 order by id', [her.id]),
	};
}

test('after any history of writing down, confirming, rejecting and undoing the ledger is what is confirmed', async () => {
	let done = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
			const network = await aNetwork();
			for (const one of steps) done += isRefusal(await take(network, one)) ? 0 : 1;
			const { organisationId } = network;
			const counts = await countFacts(at.ground.db, { organisationId, by: ['month', 'work', 'projectId'] });
			const confirmed = await at.ground.db.query(
				`select to_char(day, 'YYYY-MM') as month, work, project_id as "projectId", sum(quarters) / 4.0 as hours
				from hour_entries where organisation_id = $1 and state = 'confirmed' group by 1, 2, 3 order by 1, 2, 3`,
				[organisationId],
			);
			expect(counts.map(({ key, ...one }) => ({ ...key, hours: numberOf(one) }))).toEqual(confirmed);
			const long = await at.ground.db.query(
				`select from hour_entries where organisation_id = $1 and state = 'confirmed' group by day having sum(quarters) > 96`,
				[organisationId],
			);
			expect(long).toEqual([]);
		}),
		{ numRuns: 40 },
	);
	expect(done).toBeGreaterThan(100);
}, 120_000);
