import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { deskById, readServicePoints } from '#lib/network/index.server.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { DAYS_TALLIES_KEPT } from '#lib/privacy/index.ts';
import { openSchema, tallyIdSchema } from './schema.ts';
import { hands, tallies, taps } from './store.server.ts';
import type { Hand, Tally } from './tally.ts';

/** Opens a tally for today or a day ahead; whoever opens it has a hand on it. The same form sent twice is one tally. */
export const openTally = command({
	input: openSchema(today),
	load: async ({ deskId }, { tx, actor }: Within<StaffActor>) => {
		const desk = await deskById(tx, deskId);
		return desk && reach(actor).includes(desk.organisationId) ? desk : null;
	},
	allow: () => true,
	run: async (desk, { tx, actor, audit }, { key, placeId, event, day }) => {
		if (placeId !== null && !(await isPlace(tx, placeId))) return refused('malformed', { placeId: 'place' });
		const tally = {
			...{ id: key, deskId: desk.id, organisationId: desk.organisationId, day, openedBy: actor.id, closedOn: null },
			...{ placeId, event: placeId === null ? mask(event).text : null },
		};
		const isNew = await tallies(tx).add(tally);
		if (!isNew && !(await tallies(tx).within(key, [desk.organisationId]))) return refused('missing');
		await keepHand(tx, actor, tally);
		if (isNew) await audit({ action: 'open', subject: 'tally', subjectId: key });
		return tally;
	},
	present: ({ id }) => ({ id }),
});

/** Takes a hand on a tally that somebody else opened. */
export const joinTally = command({
	input: tallyIdSchema,
	load: ({ tallyId }, { tx, actor }: Within<StaffActor>) => tallies(tx).within(tallyId, reach(actor)),
	allow: () => true,
	run: async (tally, { tx, actor }) => {
		await keepHand(tx, actor, tally);
		return tally;
	},
	present: ({ id }) => ({ id }),
});

/** The day is over: what phones have kept still comes in, and is marked late. */
export const closeTally = command({
	input: tallyIdSchema,
	load: ({ tallyId }, { tx, actor }: Within<StaffActor>) => tallies(tx).locked(tallyId, reach(actor)),
	allow: () => true,
	run: async (tally, { tx, audit }) => {
		if (tally.closedOn !== null) return tally;
		await tallies(tx).setClosed(tally.id, today());
		await audit({ action: 'close', subject: 'tally', subjectId: tally.id });
		return tally;
	},
	present: ({ id }) => ({ id }),
});

/** The newest tallies that the actor may tap on. */
export const talliesFor = (db: Queryable, actor: StaffActor, limit = 40) => tallies(db).newest(reach(actor), limit);

/** One tally as its page shows it: with the actor's hand, her last taps, and what is counted. Null: not hers. */
export async function tallyFor(db: Queryable, actor: StaffActor, id: string) {
	const tally = await tallies(db).within(id, reach(actor));
	if (!tally) return null;
	const hand = await hands(db).of(id, actor.id);
	return {
		tally,
		hand: hand?.id ?? null,
		last: hand ? await taps(db).lastOf(hand.id, 5) : [],
		counts: await taps(db).counts(id),
	};
}

/** For the round that tidies: a tally goes as a whole; what was counted stays in the ledger. */
export async function deleteOldTallies(db: Queryable): Promise<number> {
	return (await tallies(db).removeBefore(addDays(today(), -DAYS_TALLIES_KEPT))).length;
}

const reach = (actor: StaffActor): string[] => organisationsWhere(actor, 'helpAtDesk');

async function isPlace(tx: Queryable, placeId: string): Promise<boolean> {
	return (await readServicePoints(tx)).some(({ id }) => id === placeId);
}

async function keepHand(tx: Queryable, actor: StaffActor, { id, organisationId }: Tally): Promise<void> {
	const hand: Hand = { id: newId(), tallyId: id, accountId: actor.id, helperRole: roleOf(actor, organisationId) };
	await hands(tx).keep(hand);
}

function roleOf(actor: StaffActor, organisationId: string): string {
	const roles = actor.memberships.filter((one) => one.organisationId === organisationId).map((one) => one.role);
	return ['volunteer', 'adviser', 'coordinator'].find((role) => roles.some((one) => one === role)) ?? 'volunteer';
}
