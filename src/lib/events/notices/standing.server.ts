import { readServicePoints } from '#lib/network/index.server.ts';
import { dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import type { Registration } from '../registration/registration.ts';
import { registrations, slots } from '../registration/store.server.ts';
import { series } from '../series/store.server.ts';
import type { Dated, Read } from './facts.ts';
import type { Notice } from './notice.ts';
import { eventNotices } from './store.server.ts';
import type { Standing } from './truth.ts';

/** Null when the registration is gone. */
export async function readStanding(db: Queryable, { registrationId }: Notice): Promise<Read | null> {
	const registration = await registrations(db).byId(registrationId);
	const dated = registration && (await datedOf(db, registration.occurrenceId));
	if (!registration || !dated) return null;
	const [places, before, startsAt] = await Promise.all([
		readServicePoints(db),
		eventNotices(db).toldTo(registrationId),
		startOf(db, registration, dated.of),
	]);
	const instead = dated.of.replacedBy === null ? null : await datedOf(db, dated.of.replacedBy);
	const standing = { now: nowOf(registration, dated, startsAt), startsAt, before };
	return { registration, ...dated, standing, places, instead };
}

async function datedOf(db: Queryable, id: string): Promise<Dated | null> {
	const of = await occurrences(db).byId(id);
	const its = of && (await series(db).byId(of.seriesId));
	return its && { of, its };
}

/** Of a counselling day, her own time. */
async function startOf(db: Queryable, { slotId }: Registration, of: Occurrence): Promise<Date> {
	const own = slotId === null ? undefined : (await slots(db).of(of.id)).find(({ id }) => id === slotId);
	return own?.startsAt ?? of.startsAt;
}

function nowOf({ state, seats, offeredUntil }: Registration, { of, its }: Dated, startsAt: Date): Standing['now'] {
	return {
		...{ day: dayOf(startsAt, its.zone), starts: wallTimeOf(startsAt, its.zone), minutes: of.minutes },
		...{ mode: of.mode, placeId: of.placeId, occurrenceId: of.id, date: of.state },
		...{ seat: state, seats, until: offeredUntil?.getTime() ?? null },
	};
}
