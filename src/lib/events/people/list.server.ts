import type { StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { instant } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Registration, seatedOf } from '../registration/registration.ts';
import { type Line, readLine } from '../registration/settle.server.ts';
import { openWho } from '../registration/words.server.ts';
import { type Person, type Sorted, sorted } from './person.ts';
import { type Reached, reachDate } from './reach.server.ts';
import { type SeatsNow, seatsNow } from './seating.ts';

export type PeopleOfDate = Reached & Sorted & { readonly seats: SeatsNow };

/** Who comes. That somebody looked stands in the audit, under the date and not under anybody's name. */
export async function peopleOf(tx: Queryable, actor: StaffActor, id: string): Promise<PeopleOfDate | null> {
	const reached = await reachDate(tx, actor, id);
	if (!reached) return null;
	await recordAudit(tx, actor, { action: 'read-people', subject: 'occurrence', subjectId: id });
	const line = await readLine(tx, reached.of);
	const people = await Promise.all(line.all.map((one) => personIn(line, one)));
	return { ...reached, ...sorted(people), seats: seatsIn(line) };
}

export function seatsIn({ room, all }: Line): SeatsNow {
	return seatsNow(
		room,
		all.map((one) => ({ ...seatedOf(one), presence: one.presence })),
		instant(),
	);
}

export async function personIn({ slots }: Line, one: Registration): Promise<Person> {
	const { id, ticket, seats, state, language, needs, bookedBy, reachedBy, presence, turn } = one;
	const who = await openWho(one);
	return {
		...{ id, ticket, seats, state, language, needs, bookedBy, reachedBy, presence, turn },
		...{ name: who?.name ?? '', startsAt: slots?.find((slot) => slot.id === one.slotId)?.startsAt ?? null },
	};
}
