/**
 * The door of identity: who works here, what they may do, and how they come in and go out. Visitors have no account.
 * A page asks `may(event.locals.staff)`; a stream asks `actorOf(token, { isPerson: false })` and asks again whenever
 * the bus tells SESSIONS_CHANGED with the account's id.
 */
export type { Account, LinkActor, Membership, Role, StaffActor } from './account.ts';
export { ROLES } from './account.ts';
export type { Ability } from './policy.ts';
export { may, organisationsWhere } from './policy.ts';

/** Who the token of a session belongs to, read afresh each time: closed, signed out or idle is null at once. */
export { actorOf, endSessionsOf, type Myself, myselfOf, SESSIONS_CHANGED, signOut } from './session/session.server.ts';

/** Given to the browser that has just signed in: who adds a passkey shows it. */
export { proofFor } from './session/proof.server.ts';

/** Of a personal link, which an area keeps: whose memberships it has. Such an actor has `useShifts`, and nothing else. */
export { linkActorOf } from './link.server.ts';

/** `signIn` gives `refused('wrong')` for whatever was wrong, `refused('wait')` after too many tries. */
export { type SignedIn, signIn, signInDemonstration } from './session/signIn.server.ts';

/**
 * Passkeys. Each way is two steps: `begin…` gives what the browser needs and a token for its cookie; what the browser
 * made of it comes back with that token, once. `placeOf` is null where passkeys do not work.
 */
export { acceptWithPasskey, beginInvitationPasskey } from './passkeys/accept.server.ts';
export {
	addPasskey,
	beginPasskey,
	hasUnknownChange,
	knowChanges,
	mayAdd,
	removePasskey,
	waysOf,
} from './passkeys/keep.server.ts';
export type { Answering } from './passkeys/challenge.server.ts';
export { type Place, placeOf } from './passkeys/passkey.ts';
export { beginPasskeySignIn, signInWithPasskey } from './passkeys/signIn.server.ts';

/** Accounts of one's own organisation. A new account and `inviteAgain` give the path of the invitation, once. */
export {
	accountsFor,
	chooseName,
	chosenNamesOf,
	closeAccount,
	createAccount,
	inviteAgain,
	inviteAgainByName,
	inviteNewcomer,
	signersOf,
} from './accounts.server.ts';
export type { Signer } from './store.server.ts';

/** Who may help at an organisation's desks today. `letHelp`: a volunteer, not while she learns, nor after she left. */
export { helpersOf, letHelp, organisationsAble } from './helpers.server.ts';

/** The two steps of an invitation: a password, then one right code of the new second factor. */
export {
	acceptInvitation,
	chooseAgain,
	choosePassword,
	type InvitationStep,
	invitationStep,
} from './invitation.server.ts';

/** The demonstration network: only while `event.locals.demonstration`, never in a real installation. */
export {
	addDemonstrationPerson,
	type DemonstrationPerson,
	demonstrationPeople,
	loadDemonstrationPeople,
} from './demonstration.server.ts';

/** Whether this data folder is the demonstration network or a real installation; decided once. */
export { installationKind, joinInstallation, markInstallation, setUpInstallation } from './installation.server.ts';

/** Which keystore this database belongs to: the first one writes its mark, another one is refused. */
export { adoptKeystore, claimKeystore, keystoreMark } from './installation/keystoreMark.server.ts';

/** The confidentiality pledge: given for a year, needed by volunteers before the first conversation. */
export { givePledge, pledgeOf } from './pledge.server.ts';

/** For the hourly sweep. */
export { deleteOldInvitations } from './store.server.ts';
