import { may, type StaffActor } from '#lib/identity/index.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import type { Registration } from '../registration/registration.ts';
import { registrations } from '../registration/store.server.ts';
import { series } from '../series/store.server.ts';

/** A date with its series. */
export type Reached = { readonly of: Occurrence; readonly series: Series };

/** Null when there is none, or when it is of an organisation for which the actor runs no events: both look the same. */
export async function reachDate(db: Queryable, actor: StaffActor, id: string): Promise<Reached | null> {
	const of = await occurrences(db).byId(id);
	const its = of && (await series(db).byId(of.seriesId));
	return its && may(actor).runEvents(its.organisationId) ? { of, series: its } : null;
}

export type ReachedPerson = Reached & { readonly person: Registration };

/** Somebody at a date. What is done with her is done in her turn (registration/turns.server.ts), which sees her anew. */
export async function reachPerson(db: Queryable, actor: StaffActor, id: string): Promise<ReachedPerson | null> {
	const person = await registrations(db).byId(id);
	const reached = person && (await reachDate(db, actor, person.occurrenceId));
	return reached && { ...reached, person };
}
