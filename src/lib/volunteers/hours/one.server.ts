import { may, type StaffActor } from '#lib/identity/index.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { assignments } from '../shifts/store.server.ts';
import { mayBecome } from './entry.ts';
import { hourEntries, type NamedEntry } from './store.server.ts';

/** One entry as a colleague looks at it, and what she may do with it. */
export type EntryToSettle = {
	readonly entry: NamedEntry;
	readonly mayReject: boolean;
	/** Of the shift it came from; null where she may not say whether somebody came. */
	readonly presence: 'came' | 'absent' | null;
};

export async function hourEntryFor(db: Queryable, actor: StaffActor, id: string): Promise<EntryToSettle | null> {
	const entry = await hourEntries(db).named(id);
	if (!entry || !may(actor).confirmHours(entry.organisationId)) return null;
	const isOwn = entry.accountId === actor.id;
	const mayMark = !isOwn && may(actor).leadVolunteers(entry.organisationId);
	const assignment = entry.assignmentId && mayMark ? await assignments(db).byId(entry.assignmentId) : null;
	const presence = assignment?.state === 'no-show' ? 'absent' : assignment?.state === 'done' ? 'came' : null;
	return { entry, mayReject: !isOwn && mayBecome(entry.state, 'rejected'), presence };
}
