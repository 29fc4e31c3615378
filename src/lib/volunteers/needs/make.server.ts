import { datesOfLine } from '#lib/events/index.server.ts';
import { deskById } from '#lib/network/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { shifts } from '../shifts/store.server.ts';
import { asNeeded, atDates, atDesk, missing, type Need, type Wanted } from './need.ts';

/** The shifts of a need that are missing; one that is there is never touched. The need is locked. */
export async function makeShifts(tx: Queryable, need: Need): Promise<void> {
	const there = await shifts(tx).allOfNeed(need.id);
	const rows = missing(await wantedBy(tx, need), there).map((one) => ({
		...{ ...one, ...asNeeded(need), id: newId(), needId: need.id, organisationId: need.organisationId },
		...{ state: 'planned' as const, changedAt: now() },
	}));
	await shifts(tx).addMissing(rows);
}

export async function wantedBy(db: Queryable, need: Need): Promise<Wanted[]> {
	if (need.seriesId !== null) return atDates(need, await datesOfLine(db, need.seriesId), now());
	const desk = need.deskId === null ? null : await deskById(db, need.deskId);
	return desk ? atDesk(need, { zone: desk.zone, at: now() }) : [];
}
