import { type LinkActor, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { wholeById } from './read.server.ts';
import { volunteers } from './store.server.ts';
import { BY_CONTRACT, type Volunteer } from './volunteer.ts';

/** Somebody who does what is her own: signed in, or by her personal link. */
export type Herself = StaffActor | LinkActor;

/** Paid workers know these by their trade. */
const BY_TRADE = ['chat', 'phone', 'events'] as const;

/** The row of whoever may use shifts: made when she does something here for the first time, never by looking. */
export async function ensureVolunteer(tx: Queryable, actor: Herself): Promise<void> {
	const [organisationId] = organisationsWhere(actor, 'useShifts');
	if (organisationId === undefined) return;
	await volunteers(tx).add({ ...begins(actor), organisationId, since: today(), changedAt: now() });
}

const begins = (actor: Herself) => ({
	...{ id: actor.id, state: 'active' as const, languages: [actor.language], works: [] },
	knownWorks: isPaid(actor.memberships) ? BY_TRADE : [],
});

const isPaid = (all: readonly { readonly role: string }[]): boolean =>
	all.some(({ role }) => role === 'adviser' || role === 'coordinator');

/** Herself as the rules see her, with a row or as she would begin; null for whoever has no shifts. */
export async function herself(db: Queryable, actor: Herself): Promise<Volunteer | null> {
	const [organisationId] = organisationsWhere(actor, 'useShifts');
	if (organisationId === undefined) return null;
	const known = await wholeById(db, actor.id);
	return known ?? { ...begins(actor), ...BEGINNER, organisationId, pledgeUntil: pledgeOf(actor) };
}

const BEGINNER = {
	...{ pausedUntil: null, free: [], absences: [], placeIds: [], isRemote: true, qualifications: [] },
	...{ leastMinutes: 120, mostMinutes: 300 },
};

function pledgeOf(actor: Herself): string | null {
	if (isPaid(actor.memberships)) return BY_CONTRACT;
	return actor.kind === 'staff' && actor.pledgeIsCurrent ? today() : null;
}
