import type { Role, StaffActor } from '#lib/identity/index.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';

/** Two organisations that work next to each other, and a partner that nobody signs in for. */
export async function buildNetwork(): Promise<void> {
	await ground().db.query(`insert into organisations (id, kind, names, is_demonstration) values
		('near', 'association', '{"fi":"Lähellä"}', true), ('far', 'association', '{"fi":"Kaukana"}', false),
		('office', 'authority', '{"fi":"Virasto"}', false)`);
}

/** Somebody with an account and one role. */
export async function staffOf(role: Role, organisationId = 'near'): Promise<StaffActor> {
	const { db } = ground();
	const id = newId();
	await db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, $2, 'fi', now())`,
		[id, `${role}-${id}`],
	);
	await db.query('insert into memberships (account_id, organisation_id, role) values ($1, $2, $3)', [
		...[id, organisationId, role],
	]);
	const actor = { id, chosenName: role, language: 'fi', isDemonstration: false, pledgeIsCurrent: true, mayHelp: true };
	return { ...actor, kind: 'staff', memberships: [{ organisationId, role }] };
}
