import type { Actor } from '#lib/platform/actor.ts';
import type { Account, LinkActor, Membership, Role, StaffActor } from './account.ts';

/** Which roles have which ability in their own organisation: the table of docs/roles.md in code. */
const ABILITIES = {
	manageAccounts: ['coordinator', 'admin'],
	helpAtDesk: ['volunteer', 'adviser', 'coordinator'],
	correctClosings: ['adviser', 'coordinator'],
	setHours: ['adviser', 'coordinator'],
	seeFigures: ['adviser', 'coordinator', 'regional', 'funder', 'admin'],
	seeRetention: ['coordinator', 'admin'],
	seeAllRetention: ['admin'],
	seeMailbox: ['coordinator', 'admin'],
	seeDesign: ['admin'],
	checkContent: ['volunteer', 'adviser', 'coordinator', 'editor'],
	writeContent: ['adviser', 'editor'],
	reviewContent: ['adviser', 'coordinator', 'editor'],
	publishContent: ['coordinator', 'editor'],
	useBoard: ['volunteer', 'adviser', 'coordinator', 'editor'],
	tendBoard: ['coordinator'],
	referClients: ['clerk'],
	runEvents: ['volunteer', 'adviser', 'coordinator'],
	planEvents: ['adviser', 'coordinator'],
	managePlaces: ['coordinator', 'admin'],
	useShifts: ['volunteer', 'adviser', 'coordinator'],
	confirmHours: ['adviser', 'coordinator'],
	leadVolunteers: ['coordinator'],
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof ABILITIES;

/** People's words: volunteers have these while their pledge holds, once they have learnt and until they leave. */
const PLEDGED: readonly Ability[] = ['helpAtDesk', 'runEvents'];

/** Whoever comes by a personal link has these alone. */
const BY_LINK: readonly Ability[] = ['useShifts'];

/** What somebody may do, in sentences: `may(actor).helpAtDesk(organisationId)`. A visitor, or nobody, may nothing. */
export function may(actor: Actor | null) {
	const within = (ability: Ability) => (organisationId: string) =>
		organisationsWhere(actor, ability).includes(organisationId);
	return {
		manageAccounts: within('manageAccounts'),
		helpAtDesk: within('helpAtDesk'),
		correctClosings: within('correctClosings'),
		setHours: within('setHours'),
		seeFigures: within('seeFigures'),
		seeRetention: within('seeRetention'),
		/** Of every organisation: whoever keeps the site running. */
		seeAllRetention: () => organisationsWhere(actor, 'seeAllRetention').length > 0,
		seeMailbox: () => organisationsWhere(actor, 'seeMailbox').length > 0,
		seeDesign: () => organisationsWhere(actor, 'seeDesign').length > 0,
		// Texts belong to the whole network, not to one organisation: any membership with the role will do.
		checkContent: () => organisationsWhere(actor, 'checkContent').length > 0,
		writeContent: () => organisationsWhere(actor, 'writeContent').length > 0,
		reviewContent: () => organisationsWhere(actor, 'reviewContent').length > 0,
		publishContent: () => organisationsWhere(actor, 'publishContent').length > 0,
		// So does the board.
		useBoard: () => organisationsWhere(actor, 'useBoard').length > 0,
		tendBoard: () => organisationsWhere(actor, 'tendBoard').length > 0,
		referClients: within('referClients'),
		/** Who comes, sheets, counting, closing. Names and numbers are people's words. */
		runEvents: within('runEvents'),
		planEvents: within('planEvents'),
		managePlaces: within('managePlaces'),
		/** Her own shifts and hours: see, take, give on, write down. */
		useShifts: within('useShifts'),
		/** Hours of others; her own nobody confirms. */
		confirmHours: within('confirmHours'),
		/** Who may volunteer, what is needed, who takes what. */
		leadVolunteers: within('leadVolunteers'),
		grant: (one: Membership) => mayGrant(actor, one),
		/** Close an account or send a new link: by those who could give all that it has; nobody to themselves. */
		lookAfter: (account: Pick<Account, 'id' | 'memberships'>) =>
			account.id !== actor?.id && account.memberships.every((one) => mayGrant(actor, one)),
	};
}

/** The organisations in which the actor has the ability. */
export function organisationsWhere(actor: Actor | null, ability: Ability): string[] {
	if (!Object.hasOwn(ABILITIES, ability)) throw new Error(`nobody defined the ability ${ability}`);
	if (isByLink(actor)) return BY_LINK.includes(ability) ? rolesIn(actor, ABILITIES[ability]) : [];
	if (!isStaff(actor)) return [];
	const found = actor.memberships.filter((one) => gives(one.role, ability, actor));
	return [...new Set(found.map((one) => one.organisationId))];
}

/** The roles that have it. */
export const rolesWith = (ability: Ability): readonly Role[] => ABILITIES[ability];

function gives(role: Role, ability: Ability, actor: StaffActor): boolean {
	const roles: readonly Role[] = ABILITIES[ability];
	if (!roles.includes(role)) return false;
	// Paid workers are bound by their contract.
	return role !== 'volunteer' || !PLEDGED.includes(ability) || (actor.pledgeIsCurrent && actor.mayHelp);
}

/** A coordinator gives every role but the administrator's, so that nobody can raise themselves. */
function mayGrant(actor: Actor | null, one: Membership): boolean {
	if (!organisationsWhere(actor, 'manageAccounts').includes(one.organisationId)) return false;
	return one.role !== 'admin' || isAdminOf(actor, one.organisationId);
}

function isAdminOf(actor: Actor | null, organisationId: string): boolean {
	if (!isStaff(actor)) return false;
	return actor.memberships.some((one) => one.organisationId === organisationId && one.role === 'admin');
}

function isByLink(actor: Actor | null): actor is LinkActor {
	return actor?.kind === 'link' && 'memberships' in actor;
}

function rolesIn({ memberships }: LinkActor, roles: readonly Role[]): string[] {
	return [...new Set(memberships.filter(({ role }) => roles.includes(role)).map((one) => one.organisationId))];
}

function isStaff(actor: Actor | null): actor is StaffActor {
	return actor?.kind === 'staff' && 'memberships' in actor;
}
