import type { StaffActor } from '#lib/identity/index.ts';
import { command, isRefusal, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { followContact } from '../notices/tell.server.ts';
import type { Registration } from '../registration/registration.ts';
import { COMES } from '../registration/seats.ts';
import type { Line } from '../registration/settle.server.ts';
import { type Deed, doInTurn } from '../registration/turns.server.ts';
import { hashOfContact } from '../registration/ways.server.ts';
import { sealWho } from '../registration/words.server.ts';
import { seatsIn } from './list.server.ts';
import { reachPerson } from './reach.server.ts';
import { type Changing, changeSchema, idSchema, readContact } from './schema.ts';
import { endSeat, herIn } from './seat.server.ts';
import { people } from './store.server.ts';

type At = Within<StaffActor>;

/** What she says at the desk or on the telephone: more or fewer people, another number, another language. */
export const changeRegistration = command({
	input: changeSchema,
	load: ({ id }, { tx, actor }: At) => reachPerson(tx, actor, id),
	allow: () => true,
	run: async ({ person, of }, { tx, audit }, changing) => {
		const read = readContact(changing);
		if ('wrong' in read) return refused('malformed', { contact: read.wrong });
		const { name, reachedBy, language } = changing;
		const sealed = await sealWho(person, { name, contact: read.contact });
		const knownBy = reachedBy === 'sms' ? await hashOfContact(read.contact) : null;
		const done = await doInTurn(tx, of.id, changingDeed(person, changing, { sealed, knownBy }));
		if (isRefusal(done)) return done;
		await people(tx).setLanguage(person.id, language);
		await followContact(tx, person.id);
		await audit({ action: 'change', subject: 'occurrence', subjectId: of.id });
		return done;
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});

type Sealed = { readonly sealed: Buffer | null; readonly knownBy: Buffer | null };

function changingDeed(found: Registration, { seats, needs, reachedBy }: Changing, sealed: Sealed): Deed {
	return (line) => {
		const her = herIn(line, found.id);
		if (!her || line.of.state !== 'planned' || !COMES.includes(her.state)) return refused('over');
		// The date was moved in this moment, and what was sealed lies under another day.
		if (her.eraseOn !== found.eraseOn) return refused('again');
		const wrong = seatsRefused(line, her, seats);
		return wrong ?? { row: { ...her, seats, needs, reachedBy, ...sealed } };
	};
}

/** Fewer may come at any time; more where chairs are free. In the line it is enough that so many could ever sit. */
function seatsRefused(line: Line, her: Registration, seats: number): Refusal | null {
	if (seats <= her.seats) return null;
	const { capacity, reserve } = line.room;
	if (line.slots !== null || (capacity !== null && seats > capacity - reserve)) return refused('too-many-seats');
	const { free } = seatsIn(line);
	if (her.state === 'waiting' || free === null) return null;
	return seats - her.seats <= free ? null : refused('full');
}

/** She does not come. */
export const cancelForHer = command({
	input: idSchema,
	load: ({ id }, { tx, actor }: At) => reachPerson(tx, actor, id),
	allow: () => true,
	run: async ({ person, of }, { tx, audit }) => {
		const done = await doInTurn(tx, of.id, endSeat(person.id, 'cancelled'));
		if (isRefusal(done)) return done;
		await audit({ action: 'cancel', subject: 'occurrence', subjectId: of.id });
		return done;
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});
