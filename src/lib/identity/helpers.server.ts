import type { Actor } from '#lib/platform/actor.ts';
import { today } from '#lib/platform/clock.ts';
import type { Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Account, pledgeIsCurrent, type StaffActor } from './account.ts';
import { type Ability, may, rolesWith } from './policy.ts';
import { SESSIONS_CHANGED } from './session/session.server.ts';
import { accountsWithin, organisationsOfRoles, pledgeDays, setMayHelp } from './store.server.ts';

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

/**
 * Whether a volunteer may help yet, or any more: said by the area that knows, in the transaction in which it changes. Her
 * open streams look again at once.
 */
export async function letHelp({ tx, announce }: Pick<Within<Actor>, 'tx' | 'announce'>, one: Helping): Promise<void> {
	if (await setMayHelp(tx, one.id, one.mayHelp)) announce(SESSIONS_CHANGED, one.id);
}

type Helping = Pick<Account, 'id' | 'mayHelp'>;

function asActor(account: Account, days: ReadonlyMap<string, string>): StaffActor {
	const isCurrent = pledgeIsCurrent(days.get(account.id) ?? null, today());
	return { ...account, kind: 'staff', pledgeIsCurrent: isCurrent };
}
