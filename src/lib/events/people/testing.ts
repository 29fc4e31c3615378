import type { Role, StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId, randomKey } from '#lib/platform/randomness.server.ts';
import type { Occurrence } from '../event.ts';
import { eraseOnFor, type Registration } from '../registration/registration.ts';
import { type NewRegistration, registrations } from '../registration/store.server.ts';
import { sealWho } from '../registration/words.server.ts';

/** Builders for the tests of who comes. */
export async function helper(role: Role = 'volunteer', organisationId = 'near', pledged = true): Promise<StaffActor> {
	const id = newId();
	await ground().db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at) values ($1, $2, 'Лена', 'fi', now())`,
		[id, id],
	);
	return {
		...{
			kind: 'staff',
			id,
			chosenName: 'Лена',
			language: 'fi',
			isDemonstration: false,
			pledgeIsCurrent: pledged,
			mayHelp: true,
		},
		memberships: [{ organisationId, role }],
	};
}

type Wanted = Partial<NewRegistration> & { readonly name?: string; readonly contact?: string };

/** Somebody with a seat at the date, or as asked. */
export async function registered(of: Occurrence, { name = '', contact = '', ...wanted }: Wanted = {}) {
	const { db } = ground();
	const id = newId();
	const eraseOn = eraseOnFor(of.day);
	const turn = await registrations(db).nextTurn(of.id);
	const one: NewRegistration = {
		...{ id, clientId: newId(), occurrenceId: of.id, slotId: null, turn, ticket: 1000 + turn, seats: 1 },
		...{ state: 'confirmed', heldUntil: null, isLengthened: false, offeredUntil: null, shortSince: null },
		...{ language: 'ru', needs: [], bookedBy: 'self', accountId: null, reachedBy: 'phone', eraseOn },
		...{ sealed: await sealWho({ id, eraseOn }, { name, contact }), presence: null, madeAt: now(), filledAt: now() },
		...{ codeHash: randomKey(), linkHash: null, knownBy: null, filledAt: now() },
		...wanted,
	};
	await registrations(db).addAll([one]);
	return one;
}

export async function fresh(id: string): Promise<Registration> {
	const found = await registrations(ground().db).byId(id);
	if (!found) throw new Error('the registration is not there');
	return found;
}
