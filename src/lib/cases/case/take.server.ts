import * as v from 'valibot';
import { chosenNamesOf, helpersOf } from '#lib/identity/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { may } from '../policy.ts';
import { id } from '../schema.ts';
import { caseWithin } from './reach.server.ts';
import { hands } from './store.server.ts';

/** Takes a case in hand. Of two who try at once one gets it, and the other reads who did. */
export const takeCase = command({
	input: v.object({ id }),
	load: caseWithin,
	allow: (of, { actor }: { actor: StaffActor }) => may(actor).take(of),
	run: async (of, { tx, actor, audit }) => {
		if (of.holder === actor.id) return of;
		if (of.holder !== null) return heldByAnother(tx, of.holder);
		await hands(tx).put(of.id, actor.id, now());
		await audit({ action: 'take', subject: 'case', subjectId: of.id });
		return of;
	},
	present: ({ id }) => ({ id }),
});

/** Out of hand again; if she waits for an answer, at the place that she had. */
export const releaseCase = command({
	input: v.object({ id }),
	load: caseWithin,
	allow: (of, { actor }: { actor: StaffActor }) => may(actor).release(of) || refused('not-held'),
	run: async (of, { tx, audit }) => {
		await hands(tx).put(of.id, null, now());
		await audit({ action: 'release', subject: 'case', subjectId: of.id });
		return of;
	},
	present: ({ id }) => ({ id }),
});

/** Into the hand of a colleague who may help at the desks of the same organisation today. */
export const passCase = command({
	input: v.object({ id, to: v.pipe(v.string('to'), v.uuid('to')) }),
	load: caseWithin,
	allow: (of, { actor }: { actor: StaffActor }) => may(actor).release(of) || refused('not-held'),
	run: async (of, { tx, audit }, { to }) => {
		const colleagues = await helpersOf(tx, of.organisationId);
		if (!colleagues.some((one) => one.id === to)) return refused('malformed', { to: 'to' });
		await hands(tx).put(of.id, to, now());
		await audit({ action: 'pass', subject: 'case', subjectId: of.id, reason: `to ${to}` });
		return of;
	},
	present: ({ id }) => ({ id }),
});

async function heldByAnother(tx: Queryable, holder: string): Promise<Refusal> {
	return refused('held-by-another', { by: (await chosenNamesOf(tx, [holder])).get(holder) ?? '' });
}
