import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Outcome } from '../codes.ts';
import { outcomeOf } from './referral.ts';
import { referrals } from './store.server.ts';

/**
 * A contact in a case has ended, over whatever channel: if an office sent her, that is how the referral stands now. Gives
 * the office, for the figures; null when nobody sent her.
 */
export async function answerReferral(tx: Queryable, caseId: string, contact: Outcome): Promise<string | null> {
	const referral = await referrals(tx).ofCase(caseId);
	const outcome = referral && outcomeOf(contact);
	if (outcome) await referrals(tx).settle(caseId, outcome);
	return referral?.organisationId ?? null;
}
