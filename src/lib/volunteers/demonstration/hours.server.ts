import { type Deed, recordAudit } from '#lib/platform/audit.server.ts';
import { instant, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { confirmEntry } from '../hours/confirm.server.ts';
import { endShift } from '../hours/over.server.ts';
import { hourEntries, shiftsOver } from '../hours/store.server.ts';
import { demonstration } from './store.server.ts';

/** After a week a colleague has looked at them; the later ones wait for whoever tries it. */
const SEEN_AFTER_DAYS = 7;
const DAY_MS = 86_400_000;
const MOST = 200;

/** Some hours are confirmed, so that the project and the certificate have something to show. Once: later people do it. */
export async function loadHours(tx: Queryable, organisationId: string, coordinator: string): Promise<void> {
	if (await demonstration(tx).hasSettled(organisationId)) return;
	const before = new Date(instant() - SEEN_AFTER_DAYS * DAY_MS);
	for (const { id } of await shiftsOver(tx).ids(before, MOST)) await endShift(tx, id);
	const actor = { kind: 'staff', id: coordinator } as const;
	const at = { tx, actor, audit: (deed: Deed) => recordAudit(tx, actor, deed) };
	for (const entry of await hourEntries(tx).within([organisationId])) {
		const isSeen = entry.assignmentId !== null && entry.day < today(-SEEN_AFTER_DAYS);
		if (isSeen && entry.accountId !== coordinator) await confirmEntry(entry, at, null);
	}
}
