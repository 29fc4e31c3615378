import * as v from 'valibot';
import { may, organisationsWhere } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { tell } from '../notices/tell.server.ts';
import { lapse } from '../shifts/exchanges/lapse.server.ts';
import { followDesks, vacate } from '../shifts/place.server.ts';
import type { Assignment, Kept } from '../shifts/shift.ts';
import { assignments, shifts } from '../shifts/store.server.ts';
import { openSwap } from '../shifts/swap.server.ts';
import { ensureVolunteer, type Herself } from './ensure.server.ts';
import { type Ending, type Fate, settled, type Settled } from './pausing.ts';
import { enterState } from './state.server.ts';
import { volunteers, type VolunteerRow } from './store.server.ts';

type At = Within<Herself>;
type Pausing = { readonly her: VolunteerRow; readonly open: readonly Assignment[]; readonly rows: readonly Kept[] };

const account = v.pipe(v.string(), v.uuid());
const fates = v.record(account, v.picklist(['give-on', 'give-up'], 'fate'));
const until = v.union([
	v.pipe(
		v.literal(''),
		v.transform(() => null),
	),
	v.pipe(v.string('day'), v.isoDate('day')),
]);

/** For a while, until a day or until she says so. What becomes of each shift of hers in it is said, or nothing is done. */
export const pause = command({
	input: v.object({ account, until, fates }),
	load: ({ account: id }, at: At) => lockHer(id, at),
	allow: ({ her }, _, { until: day }) => {
		if (her.state !== 'active' && her.state !== 'paused') return refused('not-active');
		return day === null || day >= today() || refused('malformed', { until: 'past' });
	},
	run: async (found, at, input) => {
		const refusal = await settleAll(found, at, { ending: { state: 'paused', until: input.until }, fates: input.fates });
		if (isRefusal(refusal)) return refusal;
		await enterState(at, { id: found.her.id, state: 'paused', pausedUntil: input.until });
		await at.audit({ action: 'pause', subject: 'volunteer', subjectId: found.her.id });
		return found.her;
	},
	present: ({ id }) => ({ id }),
});

/** For good: what she left of herself goes, and whatever is still hers is free at once. */
export const leave = command({
	input: v.object({ account, fates }),
	load: ({ account: id }, at: At) => lockHer(id, at),
	// The demonstration people are everybody's.
	allow: (_found, { actor }) => actor.kind !== 'staff' || !actor.isDemonstration || refused('demonstration'),
	run: async (found, at, input) => {
		if (found.her.state === 'left') return found.her;
		await enterState(at, { id: found.her.id, state: 'left', pausedUntil: null });
		await volunteers(at.tx).forget(found.her.id);
		// Last, as desks follow in it.
		const refusal = await settleAll(found, at, { ending: { state: 'left' }, fates: input.fates });
		if (isRefusal(refusal)) return refusal;
		await at.audit({ action: 'leave', subject: 'volunteer', subjectId: found.her.id });
		return found.her;
	},
	present: ({ id }) => ({ id }),
});

/** She is here again. */
export const comeBack = command({
	input: v.object({ account }),
	load: ({ account: id }, at: At) => lockHer(id, at),
	allow: ({ her }) => her.state === 'paused' || her.state === 'active' || refused('not-active'),
	run: async ({ her }, at) => {
		await enterState(at, { id: her.id, state: 'active', pausedUntil: null });
		await at.audit({ action: 'come-back', subject: 'volunteer', subjectId: her.id });
		return her;
	},
	present: ({ id }) => ({ id }),
});

/** Herself, or one whom the actor leads; null otherwise. Her shifts are locked first, then she. */
async function lockHer(id: string, { tx, actor }: At): Promise<Pausing | null> {
	if (!(await isInReach(tx, actor, id))) return null;
	const before = await assignments(tx).openOf(id, now());
	const rows = await shifts(tx).lockedAll(before.map(({ shiftId }) => shiftId));
	const her = await volunteers(tx).locked(id);
	return her && { her, rows, open: await assignments(tx).openOf(id, now()) };
}

async function isInReach(tx: Queryable, actor: Herself, id: string): Promise<boolean> {
	if (id === actor.id) {
		await ensureVolunteer(tx, actor);
		return organisationsWhere(actor, 'useShifts').length > 0;
	}
	const her = await volunteers(tx).byId(id);
	return her !== null && may(actor).leadVolunteers(her.organisationId);
}

type Said = { readonly ending: Ending; readonly fates: Readonly<Record<string, Fate>> };

async function settleAll({ her, open, rows }: Pausing, at: At, said: Said): Promise<Refusal | null> {
	const steps = settled(open, rows, { ...said, at: now() });
	if (steps === null) return refused('choose');
	await lapse(
		at.tx,
		open.map(({ id }) => id),
	);
	for (const step of steps) {
		const refusal = await take(at.tx, her, step);
		if (refusal) return refusal;
		if (step.one.state !== 'taken' || step.fate !== 'give-up' || at.actor.id === her.id) continue;
		await tell(at.tx, her.id, { about: 'taken-over', key: `off/${step.one.id}`, shiftId: step.shift.id });
	}
	await followDesks(
		at.tx,
		steps.map(({ shift }) => shift),
	);
	return null;
}

async function take(tx: Queryable, her: VolunteerRow, { one, shift, fate }: Settled): Promise<Refusal | null> {
	if (fate === 'give-on') return openSwap(tx, { shift, assignmentId: one.id, holderId: her.id, to: null });
	await vacate(tx, { one, to: one.state === 'offered' ? 'declined' : 'withdrawn' });
	return null;
}
