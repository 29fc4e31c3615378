import type { StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import type { Within } from '#lib/platform/command.server.ts';
import { may } from '../policy.ts';
import { type CaseRow, cases } from '../store.server.ts';

/** Locked. Of another organisation, past its last day and not there look the same: null, so 404. */
export async function caseWithin(
	{ id }: { readonly id: string },
	{ tx, actor }: Pick<Within<StaffActor>, 'tx' | 'actor'>,
): Promise<CaseRow | null> {
	const of = await cases(tx).locked(id);
	return of && isInReach(of, actor) ? of : null;
}

export function isInReach(of: CaseRow, actor: StaffActor): boolean {
	return isKept(of) && may(actor).see(of);
}

/** What is past its last day may wait for the sweep for an hour: for people it is gone. */
export const isKept = ({ expiresOn }: Pick<CaseRow, 'expiresOn'>): boolean => expiresOn >= today();
