import type { Role, StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence } from '../event.ts';
import { eraseOnFor, type Registration, type Who } from '../registration/registration.ts';
import { registrations } from '../registration/store.server.ts';
import { sealWho } from '../registration/words.server.ts';

export const somebody = (role: Role, organisationId = 'near'): StaffActor => ({
	...{
		kind: 'staff',
		id: newId(),
		chosenName: 'X',
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
	},
	memberships: [{ organisationId, role }],
});

/** Somebody with a seat at that date, reached as asked. */
export async function comes(
	to: Pick<Occurrence, 'id' | 'day'>,
	wanted: Partial<Registration> & { who?: Who } = {},
): Promise<Registration> {
	const { who = { name: 'Нина', contact: '+358401234567' }, ...more } = wanted;
	const kept = { id: newId(), eraseOn: eraseOnFor(to.day) };
	const { db } = ground();
	const turn = await registrations(db).nextTurn(to.id);
	const one: Registration = {
		...{ ...kept, clientId: newId(), occurrenceId: to.id, slotId: null, turn, ticket: 1000 + turn, seats: 1 },
		...{ state: 'confirmed', heldUntil: null, isLengthened: false, offeredUntil: null, shortSince: null },
		...{ language: 'ru', needs: [], bookedBy: 'self', accountId: null, reachedBy: 'sms', presence: null },
		...{ madeAt: now(), filledAt: now(), sealed: await sealWho(kept, who), ...more },
	};
	await registrations(db).addAll([{ ...one, codeHash: Buffer.from(newId()), linkHash: null, knownBy: null }]);
	return one;
}
