import type { StaffActor } from '#lib/identity/index.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Within } from '#lib/platform/command.server.ts';
import { doInTurn } from '../registration/turns.server.ts';
import { reachPerson, type ReachedPerson } from './reach.server.ts';
import { idSchema, presenceSchema } from './schema.ts';
import { giveSeat } from './seat.server.ts';
import { people } from './store.server.ts';

/** Came, absent, or neither: a slip of the finger is taken back. */
export const markPresence = command({
	input: presenceSchema,
	load: ({ id }, { tx, actor }: Within<StaffActor>) => reachPerson(tx, actor, id),
	allow: ({ of, series, person }: ReachedPerson) => {
		if (of.state !== 'planned') return refused('over');
		if (today(0, series.zone) < of.day) return refused('too-early');
		return person.state === 'confirmed' || refused('no-seat');
	},
	run: async ({ person, of }, { tx, audit }, { presence }) => {
		// Seats are not touched by it, but for a glance: the line is not held up.
		if (person.presence === presence) return person;
		await people(tx).set(person.id, presence, now());
		await audit({ action: presence ?? 'unmark', subject: 'occurrence', subjectId: of.id });
		return person;
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});

/** Somebody from the line stands at the door once it has begun, and a chair is free: she has it, and is here. */
export const seatAtDoor = command({
	input: idSchema,
	load: ({ id }, { tx, actor }: Within<StaffActor>) => reachPerson(tx, actor, id),
	allow: ({ of }: ReachedPerson) => {
		if (of.state !== 'planned') return refused('over');
		return instant() >= of.startsAt.getTime() || refused('too-early');
	},
	run: async ({ person, of }, { tx, audit }) => {
		const done = await doInTurn(tx, of.id, giveSeat(person.id));
		if (isRefusal(done)) return done;
		await people(tx).set(person.id, 'came', now());
		await audit({ action: 'came', subject: 'occurrence', subjectId: of.id });
		return done;
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});
