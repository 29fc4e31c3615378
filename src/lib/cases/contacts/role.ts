import type { StaffActor } from '#lib/identity/index.ts';

/** As what somebody helped at an organisation: one code of each contact. */
export function roleAt(actor: StaffActor, organisationId: string): string {
	const roles = actor.memberships.filter((one) => one.organisationId === organisationId).map((one) => one.role);
	return ['volunteer', 'adviser', 'coordinator'].find((role) => roles.some((one) => one === role)) ?? 'volunteer';
}
