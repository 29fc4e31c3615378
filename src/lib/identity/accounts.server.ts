import * as v from 'valibot';
import type { Actor } from '#lib/platform/actor.ts';
import { command, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { isLanguage } from '#lib/platform/i18n/catalogue.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Account, StaffActor } from './account.ts';
import { makeInvitation } from './invitation.server.ts';
import { deletePasskeysOf } from './passkeys/store.server.ts';
import { may, organisationsWhere } from './policy.ts';
import { accountIdSchema, chosenNameSchema, type NewAccount, newAccountSchema, shortNameSchema } from './schema.ts';
import { SESSIONS_CHANGED } from './session/session.server.ts';
import { deleteSessionsOf } from './session/store.server.ts';
import * as store from './store.server.ts';

/** The open accounts of the organisations whose accounts the actor looks after. */
export async function accountsFor(actor: StaffActor): Promise<Account[]> {
	return store.accountsWithin(ground().db, organisationsWhere(actor, 'manageAccounts'));
}

export const createAccount = command({
	input: v.pipe(
		newAccountSchema,
		v.forward(
			v.check(({ language }) => isLanguage(language), 'language'),
			['language'],
		),
	),
	load: async (input, { actor }: Within<StaffActor>) =>
		may(actor).manageAccounts(input.organisationId) ? input : null,
	allow: (input, { actor }) => may(actor).grant(input),
	run: inviteNewcomer,
	present: ({ shortName, invitation }) => ({ shortName, invitation }),
});

/** In a transaction of its caller, who has asked `may(actor).grant`: an account with one role, and its link. */
export async function inviteNewcomer(
	person: NewAccount,
	{ tx, audit }: Pick<Within<Actor>, 'tx' | 'audit'>,
): Promise<{ id: string; shortName: string; invitation: string } | Refusal> {
	const id = await addAccount(tx, person, [person]);
	if (!id) return refused('taken', { shortName: 'taken' });
	await audit({ action: 'create-account', subject: 'account', subjectId: id, reason: person.role });
	return { id, shortName: person.shortName, invitation: await makeInvitation(tx, id) };
}

/** What one's own account is called from now on. What was signed before keeps its name. */
export const chooseName = command({
	input: chosenNameSchema,
	load: async (_input, { actor }: Within<StaffActor>) => actor,
	// The demonstration people are everybody's.
	allow: (actor) => (actor.isDemonstration ? refused('demonstration') : true),
	async run(actor, { tx, audit, announce }, { chosenName }) {
		if (!(await store.setChosenName(tx, actor.id, chosenName))) return refused('missing');
		await audit({ action: 'choose-name', subject: 'account', subjectId: actor.id });
		announce(SESSIONS_CHANGED, actor.id);
		return { chosenName };
	},
	present: (done) => done,
});

export const closeAccount = command({
	input: accountIdSchema,
	load: ({ id }, at: Within<StaffActor>) => reachable(id, at),
	allow: (account, { actor }) => mayLookAfter(actor, account),
	async run(account, { tx, audit, announce }) {
		await store.closeAccountRow(tx, account.id);
		await deletePasskeysOf(tx, account.id);
		await deleteSessionsOf(tx, account.id);
		await audit({ action: 'close-account', subject: 'account', subjectId: account.id });
		announce(SESSIONS_CHANGED, account.id);
		return account;
	},
	present: ({ shortName }) => ({ shortName }),
});

/** For a lost phone or a forgotten password: what they signed in with, and every session, ends at once. */
export const inviteAgain = command({
	input: accountIdSchema,
	load: ({ id }, at: Within<Actor>) => reachable(id, at),
	allow: (account, { actor }) => mayLookAfter(actor, account),
	async run(account, { tx, audit, announce }) {
		await store.replaceCredentials(tx, { id: account.id, passwordHash: null, secondFactor: null, step: 0 });
		await deletePasskeysOf(tx, account.id);
		await deleteSessionsOf(tx, account.id);
		await audit({ action: 'invite-again', subject: 'account', subjectId: account.id });
		announce(SESSIONS_CHANGED, account.id);
		return { shortName: account.shortName, invitation: await makeInvitation(tx, account.id) };
	},
	present: (done) => done,
});

/** For the command line, which knows people by what they type at sign-in. */
export async function inviteAgainByName(shortName: string): Promise<{ invitation: string } | Refusal> {
	const id = v.is(shortNameSchema, shortName) ? await store.accountIdOf(ground().db, shortName) : null;
	return id ? inviteAgain({ id }, { kind: 'system', id: null }) : refused('missing');
}

/** What the people behind the ids are called, closed accounts too: their words may still be there to read. */
export async function chosenNamesOf(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await store.chosenNames(db, ids);
	return new Map(rows.map(({ id, chosenName }) => [id, chosenName]));
}

/** As whom each of them signs, and their roles. */
export async function signersOf(db: Queryable, ids: readonly string[]): Promise<Map<string, store.Signer>> {
	return new Map((await store.signers(db, ids)).map((signer) => [signer.id, signer]));
}

/** The row and its memberships; null when the short name is taken. */
export async function addAccount(
	tx: Queryable,
	person: Pick<NewAccount, 'shortName' | 'chosenName' | 'language'>,
	memberships: Account['memberships'],
): Promise<string | null> {
	const id = newId();
	if (!(await store.insertAccount(tx, { ...person, id }))) return null;
	for (const { organisationId, role } of memberships) await store.insertMembership(tx, id, { organisationId, role });
	return id;
}

/** An account of another organisation looks as if it were not there. */
async function reachable(id: string, { tx, actor }: Within<Actor>): Promise<Account | null> {
	const account = await store.lockAccount(tx, id);
	if (!account || actor.kind === 'system') return account;
	const reaches = account.memberships.some((one) => may(actor).manageAccounts(one.organisationId));
	return reaches ? account : null;
}

function mayLookAfter(actor: Actor, account: Account): boolean | Refusal {
	if (account.id === actor.id) return refused('own-account');
	// The demonstration people are everybody's: one visitor of the demonstration must not take them from the others.
	if (account.isDemonstration) return refused('demonstration');
	return actor.kind === 'system' || may(actor).lookAfter(account);
}
