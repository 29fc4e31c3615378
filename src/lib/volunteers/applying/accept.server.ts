import { inviteNewcomer, letHelp, may, type StaffActor } from '#lib/identity/index.server.ts';
import { newAccountSchema } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { command, isRefusal, malformed, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import * as v from 'valibot';
import { sealContact } from '../people/contact.server.ts';
import { volunteers } from '../people/store.server.ts';
import { type Applicant, type Application, mayBecome } from './application.ts';
import { tellApplicant } from './notices/tell.server.ts';
import { acceptSchema } from './schema.ts';
import { lockApplication } from './steps.server.ts';
import { applications } from './store.server.ts';
import { forgetLater, openApplicant } from './words.server.ts';

type At = Within<StaffActor>;

/**
 * She becomes a volunteer who still learns: an account by invitation, with what she chose and how she is reached. What
 * she told in the application is erased. The link of the invitation is given once, to be handed over.
 */
export const acceptApplication = command({
	input: acceptSchema,
	load: ({ id }, at: At) => lockApplication(id, at),
	allow: ({ organisationId }, { actor }) => may(actor).grant({ organisationId, role: 'volunteer' }),
	run: async (one, at, chosen) => {
		if (!mayBecome(one.state, 'accepted')) return refused('over');
		const who = await openApplicant(one);
		if (!who) return refused('erased');
		const account = await accountFor(one, at, chosen);
		if (isRefusal(account)) return account;
		await addVolunteer(at.tx, { ...one, accountId: account.id }, who);
		await letHelp(at, { id: account.id, mayHelp: false });
		await tellApplicant(at.tx, one);
		const step = { state: 'accepted', holder: at.actor.id, accountId: account.id, sealed: null } as const;
		await applications(at.tx).set(one.id, { ...one, ...step });
		await forgetLater(at.tx, one);
		await at.audit({ action: 'accept', subject: 'application', subjectId: one.id });
		return account;
	},
	present: (account) => account,
});

type Chosen = { readonly shortName: string; readonly chosenName: string };

async function accountFor(one: Application, at: At, chosen: Chosen): ReturnType<typeof inviteNewcomer> {
	const { organisationId, language } = one;
	const parsed = v.safeParse(newAccountSchema, { ...chosen, organisationId, language, role: 'volunteer' });
	if (!parsed.success) return malformed(parsed.issues);
	return inviteNewcomer(parsed.output, at);
}

async function addVolunteer(
	tx: Queryable,
	{ accountId, organisationId, languages, works }: Application & { readonly accountId: string },
	{ reachedBy, contact }: Applicant,
): Promise<void> {
	const state = { state: 'training', knownWorks: [], since: today(), changedAt: now() } as const;
	await volunteers(tx).add({ id: accountId, organisationId, languages, works, ...state });
	await volunteers(tx).setContact(accountId, { reachedBy, sealed: await sealContact(accountId, contact) });
}
