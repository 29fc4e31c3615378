import { organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { quartersIn } from './entry.ts';
import { hourEntries, type NamedEntry } from './store.server.ts';

/**
 * What waits for a colleague, by person. Somebody else will look at `own`: so many of hers, and at `byLink`: so many that
 * were written down through a link that she made.
 */
export type ToConfirm = {
	readonly people: readonly PersonHours[];
	readonly own: number;
	readonly byLink: number;
	/** Settled in the last weeks, the latest first: a slip is found here. */
	readonly settled: readonly NamedEntry[];
};

export type PersonHours = {
	readonly accountId: string;
	readonly chosenName: string;
	readonly quarters: number;
	readonly entries: readonly NamedEntry[];
};

const RECENT_DAYS = 31;
const MOST_RECENT = 60;

export async function hoursToConfirm(db: Queryable, actor: StaffActor): Promise<ToConfirm> {
	const organisations = organisationsWhere(actor, 'confirmHours');
	const waiting = await hourEntries(db).within(organisations);
	const others = waiting.filter(({ accountId }) => accountId !== actor.id);
	const seen = others.filter(({ linkMadeBy }) => linkMadeBy !== actor.id);
	const since = addDays(today(), -RECENT_DAYS);
	const settled = await hourEntries(db).settledSince(organisations, since, MOST_RECENT);
	return {
		people: byPerson(seen),
		...{ own: waiting.length - others.length, byLink: others.length - seen.length },
		settled: settled.filter(({ accountId }) => accountId !== actor.id),
	};
}

function byPerson(entries: readonly NamedEntry[]): PersonHours[] {
	const ids = [...new Set(entries.map(({ accountId }) => accountId))];
	return ids.map((accountId) => {
		const hers = entries.filter((one) => one.accountId === accountId);
		return { accountId, chosenName: hers[0]?.chosenName ?? '', quarters: quartersIn(hers), entries: hers };
	});
}
