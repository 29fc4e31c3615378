import { chosenNamesOf, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { addDays, instantAt, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { wholes } from '../people/read.server.ts';
import { volunteers } from '../people/store.server.ts';
import { assignments } from '../shifts/store.server.ts';
import type { NamedShift } from '../shifts/told.ts';
import { told } from '../shifts/told/store.server.ts';
import { type Waiting, weeks } from './store.server.ts';
import {
	endingSoon,
	type Forgotten,
	forgotten,
	mondayOf,
	type PersonEnding,
	uncoveredMinutes,
	weekShift,
	type WeekShift,
} from './week.ts';

export type ToAnswer = Pick<Waiting, 'kind' | 'until'> & {
	readonly name: string;
	readonly shift: Pick<WeekShift, 'id' | 'day' | 'names' | 'starts' | 'minutes'>;
};
export type Week = {
	readonly monday: string;
	readonly shifts: readonly WeekShift[];
	readonly uncoveredMinutes: number;
	readonly toAnswer: readonly ToAnswer[];
	readonly ending: readonly PersonEnding[];
	readonly forgotten: readonly Forgotten[];
};

/** The week of a day, and what waits for the one who leads. */
export async function weekFor(db: Queryable, actor: StaffActor, day: string): Promise<Week> {
	const organisations = organisationsWhere(actor, 'leadVolunteers');
	const monday = mondayOf(day);
	const [from, to] = [instantAt(monday, '00:00'), instantAt(addDays(monday, 7), '00:00')];
	const own = await told(db).between(organisations, from, to);
	const shown = await readShifts(
		db,
		own.filter(({ startsAt }) => startsAt >= from),
	);
	const people = await wholes(db, await volunteers(db).within(organisations));
	const last = await assignments(db).lastShifts(people.map(({ id }) => id));
	return {
		...{ monday, shifts: shown, uncoveredMinutes: uncoveredMinutes(shown) },
		toAnswer: await readWaiting(db, await weeks(db).waiting(organisations, now())),
		...{ ending: endingSoon(people, today()), forgotten: forgotten(people, last, today()) },
	};
}

async function readShifts(db: Queryable, all: readonly NamedShift[]): Promise<WeekShift[]> {
	const ids = all.map(({ id }) => id);
	const taken = await assignments(db).ofShifts(ids);
	const people = [...new Set(taken.map(({ accountId }) => accountId))];
	const [chosenNames, known] = [await chosenNamesOf(db, people), await assignments(db).knownWorks(people)];
	return all.map((shift) => weekShift(shift, { at: now(), assignments: taken, known, chosenNames }));
}

async function readWaiting(db: Queryable, all: readonly Waiting[]): Promise<ToAnswer[]> {
	const ids = all.map(({ shiftId }) => shiftId);
	const read = await readShifts(db, await told(db).byIds(ids));
	const names = await chosenNamesOf(
		db,
		all.map(({ accountId }) => accountId),
	);
	return all.flatMap(({ kind, until, shiftId, accountId }) => {
		const shift = read.find(({ id }) => id === shiftId);
		return shift ? [{ kind, until, shift, name: names.get(accountId) ?? '' }] : [];
	});
}
