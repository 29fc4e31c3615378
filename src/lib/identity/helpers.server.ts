import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Account, pledgeIsCurrent, type StaffActor } from './account.ts';
import { type Ability, may, rolesWith } from './policy.ts';
import { accountsWithin, organisationsOfRoles, pledgeDays } from './store.server.ts';

/** Those who may help at the desks of the organisation today, by the same rule by which they are let in. */
export async function helpersOf(db: Queryable, organisationId: string): Promise<{ id: string; chosenName: string }[]> {
	const accounts = await accountsWithin(db, [organisationId]);
	const days = await pledgeDays(
		db,
		accounts.map(({ id }) => id),
	);
	return accounts
		.filter((account) => account.canSignIn && may(asActor(account, days)).helpAtDesk(organisationId))
		.map(({ id, chosenName }) => ({ id, chosenName }));
}

/** The organisations in which somebody is there who has the ability. */
export const organisationsAble = (db: Queryable, ability: Ability): Promise<string[]> =>
	organisationsOfRoles(db, rolesWith(ability));

function asActor(account: Account, days: ReadonlyMap<string, string>): StaffActor {
	const isCurrent = pledgeIsCurrent(days.get(account.id) ?? null, today());
	return { ...account, kind: 'staff', pledgeIsCurrent: isCurrent };
}
