import { pledgeUntil } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type VolunteerRow, volunteers } from './store.server.ts';
import { BY_CONTRACT, type Volunteer } from './volunteer.ts';

export type Whole = VolunteerRow & Volunteer;

/** With absences from today on, qualifications and pledge: what the rules of shifts look at. */
export async function wholes(db: Queryable, rows: readonly VolunteerRow[]): Promise<Whole[]> {
	const ids = rows.map(({ id }) => id);
	const [absences, qualifications] = [
		await volunteers(db).absences(ids, today()),
		await volunteers(db).qualifications(ids),
	];
	const paid = await volunteers(db).paidAmong(ids);
	return rows.map((row) => ({
		...row,
		absences: absences.filter(({ accountId }) => accountId === row.id),
		qualifications: qualifications.filter(({ accountId }) => accountId === row.id),
		pledgeUntil: paid.includes(row.id) ? BY_CONTRACT : row.pledgedOn && pledgeUntil(row.pledgedOn),
	}));
}

export async function wholeById(db: Queryable, id: string): Promise<Whole | null> {
	const row = await volunteers(db).byId(id);
	return row && ((await wholes(db, [row]))[0] ?? null);
}
