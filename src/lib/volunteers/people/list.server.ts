import { chosenNamesOf, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { applications } from '../applying/store.server.ts';
import { type Progress, progressOf } from '../training/training.server.ts';
import { openContact } from './contact.server.ts';
import { type Lapse, lapsesOf } from './lapse.ts';
import { reachVolunteer } from './lead.server.ts';
import { type Whole, wholes } from './read.server.ts';
import { type VolunteerRow, volunteers } from './store.server.ts';
import { BY_CONTRACT, holdsOn, type Qualification, stateOnReturn } from './volunteer.ts';

type Seen = Pick<
	Whole,
	'id' | 'chosenName' | 'state' | 'pausedUntil' | 'languages' | 'works' | 'leastMinutes' | 'mostMinutes'
>;
export type Person = Seen & {
	readonly qualified: readonly string[];
	readonly lapses: readonly Lapse[];
	readonly training: Progress;
};
const NONE: Progress = { done: 0, all: 0 };

/** Those who left, and may ask to come again. */
type Gone = Pick<VolunteerRow, 'id' | 'chosenName'>;
type People = { readonly people: Person[]; readonly gone: readonly Gone[]; readonly asked: number };

/** The people whom the actor leads, by name; `asked`: so many applications nobody has looked at. */
export async function volunteersFor(db: Queryable, actor: StaffActor): Promise<People> {
	const organisations = organisationsWhere(actor, 'leadVolunteers');
	const all = await wholes(db, await volunteers(db).within(organisations));
	const progress = await progressOf(
		db,
		all.map(({ id }) => id),
	);
	const people = all.map((one) => personOf(one, progress.get(one.id) ?? NONE));
	const gone = await volunteers(db).gone(organisations);
	return { people, gone, asked: await applications(db).count(organisations, 'asked') };
}

/** What she holds, by whom it was seen; `lastDay`: null while it has no end. */
export type Held = Qualification & { readonly id: string; readonly by: string; readonly isHeld: boolean };
export type One = Person &
	Pick<Whole, 'free' | 'absences' | 'placeIds' | 'isRemote' | 'knownWorks' | 'since' | 'reachedBy'> & {
		readonly held: readonly Held[];
		readonly pledgeUntil: string | null;
		readonly isPaid: boolean;
		readonly contact: string;
		readonly isHerself: boolean;
		/** As what she would begin again; null while she has not left. */
		readonly onReturn: 'active' | 'training' | null;
	};

/** One of them, with how she is reached: whoever leads her has to call. Null: not there, or another organisation's. */
export async function volunteerFor(db: Queryable, actor: StaffActor, id: string): Promise<One | null> {
	const row = await reachVolunteer(db, actor, id);
	const [one] = row ? await wholes(db, [row]) : [];
	if (!row || !one) return null;
	const held = await volunteers(db).qualifications([id]);
	const names = await chosenNamesOf(
		db,
		held.map(({ grantedBy }) => grantedBy),
	);
	const { free, absences, placeIds, isRemote, knownWorks, since, reachedBy, pledgeUntil } = one;
	return {
		...personOf(one, (await progressOf(db, [id])).get(id) ?? NONE),
		...{ free, absences, placeIds, isRemote, knownWorks, since, reachedBy, pledgeUntil },
		held: held.map((each) => ({ ...each, by: names.get(each.grantedBy) ?? '', isHeld: holdsOn(each, today()) })),
		...{ isPaid: pledgeUntil === BY_CONTRACT, contact: await openContact(row), isHerself: id === actor.id },
		onReturn: one.state === 'left' ? stateOnReturn(one, today()) : null,
	};
}

function personOf(one: Whole, progress: Progress): Person {
	const { id, chosenName, state, pausedUntil, languages, works, leastMinutes, mostMinutes } = one;
	const held = one.qualifications.filter((each) => holdsOn(each, today())).map(({ code }) => code);
	return {
		...{ id, chosenName, state, pausedUntil, languages, works, leastMinutes, mostMinutes },
		...{ qualified: [...new Set(held)], lapses: lapsesOf(one, today()), training: progress },
	};
}
