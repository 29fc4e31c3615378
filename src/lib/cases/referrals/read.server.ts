import { may as mayInIdentity, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { isId } from '#lib/platform/id.ts';
import { may } from '../policy.ts';
import { cases } from '../store.server.ts';
import { type Referral, type ReferralState, stateOf } from './referral.ts';
import { mayMakeAnother } from './send.server.ts';
import { referrals } from './store.server.ts';

export type ListedReferral = Pick<
	Referral,
	'caseId' | 'organisationId' | 'topic' | 'serviceId' | 'language' | 'how' | 'referredOn' | 'settledOn'
> & { readonly state: ReferralState };
export type OwnReferral = ListedReferral & { readonly mayMakeAnother: boolean };
export type ComingReferral = ListedReferral & { readonly mayNote: boolean };

/** What the offices of a clerk have sent, and how it stands: no word of anybody. */
export async function referralsSent(actor: StaffActor): Promise<ListedReferral[]> {
	return (await referrals(ground().db).sentBy(organisationsWhere(actor, 'referClients'))).map(listed);
}

/** One of them; null for another office's, as if it were not there. */
export async function referralSent(id: string, actor: StaffActor): Promise<OwnReferral | null> {
	const offices = organisationsWhere(actor, 'referClients');
	const found = isId(id) ? await referrals(ground().db).ofOffice(id, offices) : null;
	return found && { ...listed(found), mayMakeAnother: mayMakeAnother(found) };
}

/** Whom partner offices sent to the desks at which she helps. */
export async function referralsComing(actor: StaffActor): Promise<ComingReferral[]> {
	const { db } = ground();
	const found = await referrals(db).sentTo(organisationsWhere(actor, 'helpAtDesk'));
	return Promise.all(
		found.map(async (referral) => {
			const of = referral.outcome === null ? await cases(db).byId(referral.caseId) : null;
			return { ...listed(referral), mayNote: of !== null && may(actor).write(of) };
		}),
	);
}

/** Who sent whoever the case is about; null when nobody did, or when the desk is not hers. */
export async function referralOf(caseId: string, actor: StaffActor): Promise<ListedReferral | null> {
	const { db } = ground();
	const of = await cases(db).byId(caseId);
	const referral = of && mayInIdentity(actor).helpAtDesk(of.organisationId) ? await referrals(db).ofCase(caseId) : null;
	return referral && listed(referral);
}

function listed(referral: Referral): ListedReferral {
	const { caseId, organisationId, topic, serviceId, language, how, referredOn, settledOn } = referral;
	return { caseId, organisationId, topic, serviceId, language, how, referredOn, settledOn, state: stateOf(referral) };
}
