import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { tell } from '../notices/tell.server.ts';
import { volunteers } from '../people/store.server.ts';
import { lapse } from './exchanges/lapse.server.ts';
import { vacate } from './place.server.ts';
import { type Assignment, isLive, type Kept } from './shift.ts';
import { assignments, shifts } from './store.server.ts';
import type { Change } from './write.ts';

/** Writes locked shifts anew and tells everybody who has to do with them. Desks have to follow afterwards. */
export async function writeShifts(tx: Queryable, changes: readonly Change[]): Promise<void> {
	const people = (await assignments(tx).ofShifts(changes.map(({ after }) => after.id))).filter(isLive);
	for (const id of [...new Set(people.map(({ accountId }) => accountId))].sort()) await volunteers(tx).locked(id);
	// All are written before anybody is looked at: of two that move together neither stands in the other's way.
	for (const { after } of changes) await shifts(tx).save(after, now());
	await lapse(tx, placesIn(changes, people));
	for (const change of changes) {
		for (const one of people.filter(({ shiftId }) => shiftId === change.after.id)) await tellHer(tx, change, one);
	}
}

/** Of a shift that is off or at another time: nobody said yes to that one. */
function placesIn(changes: readonly Change[], people: readonly Assignment[]): string[] {
	const others = changes.filter(({ how }) => how === 'moved' || how === 'cancelled').map(({ after }) => after.id);
	return people.filter(({ shiftId }) => others.includes(shiftId)).map(({ id }) => id);
}

async function tellHer(tx: Queryable, { after, how }: Change, one: Assignment): Promise<void> {
	if (how !== 'moved' && how !== 'cancelled') return;
	const isOff = how === 'cancelled' || (one.state === 'taken' && (await isElsewhere(tx, after, one)));
	if (isOff) await vacate(tx, { one });
	const word = isOff
		? { about: 'cancelled' as const, key: `off/${one.id}` }
		: { about: 'moved' as const, key: `moved/${after.id}/${after.startsAt.getTime()}/${instant()}` };
	await tell(tx, one.accountId, { ...word, shiftId: after.id });
}

/** At its new time she has another shift: nobody is in two places. */
async function isElsewhere(tx: Queryable, after: Kept, { accountId }: Assignment): Promise<boolean> {
	const hers = await assignments(tx).heldFrom([accountId], after.startsAt);
	return hers.some(({ shiftId, startsAt }) => shiftId !== after.id && startsAt < after.endsAt);
}
