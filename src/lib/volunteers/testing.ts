import type { Role, StaffActor } from '#lib/identity/index.ts';
import { instantAt, now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { volunteers } from './people/store.server.ts';
import { shifts } from './shifts/store.server.ts';
import type { Shift } from './shifts/shift.ts';

/** Factories for the tests of volunteers: what is missing is made. */
async function buildOrganisation(id: string): Promise<void> {
	await ground().db.query(
		`insert into organisations (id, kind, names) values ($1, 'association', $2) on conflict do nothing`,
		[id, { fi: id }],
	);
}

/** Somebody with an account, without a row among the volunteers. */
export async function buildStaff(role: Role, organisationId = 'near'): Promise<StaffActor> {
	await buildOrganisation(organisationId);
	const { db } = ground();
	const id = newId();
	const chosenName = `${role} ${id.slice(-6)}`;
	await db.query(
		`insert into accounts (id, short_name, chosen_name, language, password_hash, pledge_accepted_on, made_at)
		values ($1, $2, $3, 'fi', 'x', $4, $5)`,
		[id, id, chosenName, today(), now()],
	);
	await db.query('insert into memberships (account_id, organisation_id, role) values ($1, $2, $3)', [
		...[id, organisationId, role],
	]);
	const rest = { language: 'fi', isDemonstration: false, pledgeIsCurrent: true, mayHelp: true };
	return { kind: 'staff', id, chosenName, ...rest, memberships: [{ organisationId, role }] };
}

/** Active, experienced in chat and events, speaks Russian and Finnish, reached by text message, or as asked. */
export async function buildVolunteer(
	wanted: Partial<Parameters<ReturnType<typeof volunteers>['add']>[0]> = {},
): Promise<StaffActor> {
	const actor = await buildStaff('volunteer', wanted.organisationId);
	await volunteers(ground().db).add({
		...{ id: actor.id, organisationId: 'near', state: 'active', since: today(), changedAt: now() },
		...{ languages: ['ru', 'fi'], works: ['chat', 'events'], knownWorks: ['chat', 'events'] },
		...wanted,
	});
	await ground().db.query(`update volunteers set reached_by = 'sms' where account_id = $1`, [actor.id]);
	return actor;
}

export async function buildDesk(id = 'desk', organisationId = 'near'): Promise<void> {
	await buildOrganisation(organisationId);
	await ground().db.query(
		`insert into desks (id, organisation_id, names) values ($1, $2, '{}') on conflict do nothing`,
		[id, organisationId],
	);
}

/** A shift at the desk the day after tomorrow from ten to one, one place, open to all, or as asked. */
export async function buildShift(wanted: Partial<Shift> = {}): Promise<Shift> {
	await buildDesk(wanted.deskId ?? 'desk', wanted.organisationId);
	const day = wanted.day ?? today(2);
	const shift: Shift = {
		...{ id: newId(), organisationId: 'near', occurrenceId: null, deskId: 'desk', placeId: null, work: 'chat', day },
		...{ startsAt: instantAt(day, '10:00', ZONE), endsAt: instantAt(day, '13:00', ZONE), places: 1, languages: [] },
		...{ qualifications: [], signUp: 'open', state: 'planned' },
		...wanted,
	};
	await shifts(ground().db).addMissing([{ ...shift, needId: null, changedAt: now() }]);
	return shift;
}

const ZONE = 'Europe/Helsinki';
