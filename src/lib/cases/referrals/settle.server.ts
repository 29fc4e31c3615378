import * as v from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { caseWithin } from '../case/reach.server.ts';
import { hands } from '../case/store.server.ts';
import { endWait } from '../case/waiting.server.ts';
import { may } from '../policy.ts';
import { id } from '../schema.ts';
import type { CaseRow } from '../store.server.ts';
import type { Referral } from './referral.ts';
import { referrals } from './store.server.ts';

type Loaded = { readonly of: CaseRow; readonly referral: Referral };

/** She never came, or nobody answered: the office learns it, and the case waits no more. A later contact puts it right. */
export const noteNotReached = command({
	input: v.object({ id }),
	load: async (given, at: Within<StaffActor>): Promise<Loaded | null> => {
		const of = await caseWithin(given, at);
		const referral = of && (await referrals(at.tx).ofCase(of.id));
		return referral && { of, referral };
	},
	allow: ({ of, referral }, { actor }) => {
		if (referral.outcome !== null) return refused('settled');
		return may(actor).write(of) || refused('not-held');
	},
	run: async ({ of }, { tx, audit, announce }) => {
		await referrals(tx).settle(of.id, 'not-reached');
		await endWait(tx, of);
		await hands(tx).put(of.id, null, now());
		await audit({ action: 'not-reached', subject: 'case', subjectId: of.id });
		announce('queue', of.deskId);
		return of;
	},
	present: ({ id }) => ({ id }),
});
