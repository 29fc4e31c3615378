import type { Role, StaffActor } from '../../src/lib/identity/index.ts';
import { ground } from '../../src/lib/platform/ground.server.ts';
import { newId } from '../../src/lib/platform/randomness.server.ts';

/** Somebody with an account and a role in one organisation, which is made with the first of them. */
export async function person(role: Role, name: string = role): Promise<StaffActor> {
	const { db } = ground();
	const id = newId();
	await db.query(
		`insert into organisations (id, kind, names) values ('home', 'association', '{}') on conflict do nothing`,
	);
	await db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, $2, 'fi', now())`,
		[id, name],
	);
	const actor = { id, chosenName: name, language: 'fi', isDemonstration: false, pledgeIsCurrent: true, mayHelp: true };
	return { ...actor, kind: 'staff', memberships: [{ organisationId: 'home', role }] };
}
