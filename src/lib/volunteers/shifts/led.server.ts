import { datesWithin, seriesToStaff } from '#lib/events/index.server.ts';
import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.ts';
import { desksOf } from '#lib/network/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { needs } from '../needs/store.server.ts';
import type { Need } from '../needs/need.ts';
import { herself, type Herself } from '../people/ensure.server.ts';
import { wholes } from '../people/read.server.ts';
import { volunteers } from '../people/store.server.ts';
import type { VolunteerState } from '../people/volunteer.ts';
import { isLive, placesLeft } from './shift.ts';
import { standingOf } from './standing.ts';
import { readAround } from './standing.server.ts';
import { type Obstacle, obstacles } from './taking.ts';
import type { NamedShift, ShiftLed } from './told.ts';
import { told } from './told/store.server.ts';

const DAY_MS = 86_400_000;
/** What is over is to be looked at for so long, for whoever did not come. */
const BACK_MS = 7 * DAY_MS;

/** The shifts of the organisations whose volunteers she leads, with everybody who has to do with them. */
export async function shiftsLed(db: Queryable, actor: StaffActor, weeks: number): Promise<ShiftLed[]> {
	const [from, to] = [new Date(instant() - BACK_MS), new Date(instant() + weeks * 7 * DAY_MS)];
	return withPeople(db, await told(db).between(organisationsWhere(actor, 'leadVolunteers'), from, to));
}

/** One of them; null when it is not there, or not hers to lead. */
export async function shiftLed(db: Queryable, actor: StaffActor, id: string): Promise<ShiftLed | null> {
	const shift = await told(db).byId(id);
	if (!shift || !may(actor).leadVolunteers(shift.organisationId)) return null;
	return (await withPeople(db, [shift]))[0] ?? null;
}

/** Whom she could ask for it, and what would keep them from it. */
export async function candidatesFor(
	db: Queryable,
	shift: ShiftLed,
): Promise<{ id: string; name: string; obstacles: readonly Obstacle[] }[]> {
	const under = new Set(shift.people.filter(isLive).map(({ accountId }) => accountId));
	const all = await wholes(db, await volunteers(db).within([shift.organisationId]));
	const others = all.filter(({ id, state }) => state === 'active' && !under.has(id));
	const around = await readAround(
		db,
		[shift],
		others.map(({ id }) => id),
	);
	const found = others.map((one) => ({
		...{ id: one.id, name: one.chosenName },
		obstacles: obstacles(shift, one, standingOf(one, around(shift, one.id))).filter(({ why }) => why !== 'invited'),
	}));
	return found.sort((a, b) => a.obstacles.length - b.obstacles.length);
}

async function withPeople(db: Queryable, all: readonly NamedShift[]): Promise<ShiftLed[]> {
	const people = await told(db).people(all.map(({ id }) => id));
	return all.map((shift) => {
		const own = people.filter(({ shiftId }) => shiftId === shift.id);
		return { ...shift, people: own, left: placesLeft(shift, own) };
	});
}

export type PausingOf = {
	readonly id: string;
	readonly name: string;
	readonly state: VolunteerState;
	readonly until: string | null;
	readonly shifts: readonly { readonly assignment: string; readonly shift: ShiftLed }[];
};

/** What the page of a pause shows: her own, or of somebody whom the actor leads; null otherwise. */
export async function pausingOf(db: Queryable, actor: Herself, id: string): Promise<PausingOf | null> {
	const row = await volunteers(db).byId(id);
	const one = id === actor.id ? await herself(db, actor) : row;
	if (!one || (id !== actor.id && !may(actor).leadVolunteers(one.organisationId))) return null;
	const hers = await withPeople(db, await told(db).hers(id, now()));
	const { state, pausedUntil: until } = one;
	const shifts = hers.flatMap((shift) => {
		const own = shift.people.find((each) => each.accountId === id && each.state === 'taken');
		return own ? [{ assignment: own.id, shift }] : [];
	});
	return { id, name: row?.chosenName ?? actor.chosenName, state, until, shifts };
}

type Place = { readonly id: string; readonly names: Texts };
export type NeedLed = Need & { readonly names: Texts };
export type NeedsLed = {
	readonly needs: readonly NeedLed[];
	readonly series: readonly Place[];
	readonly desks: readonly Place[];
};

/** What is needed where she leads, and where somebody can be needed. */
export async function needsLed(db: Queryable, actor: StaffActor): Promise<NeedsLed> {
	const own = organisationsWhere(actor, 'leadVolunteers');
	const [series, desks] = [await seriesToStaff(db, actor), await desksOf(db, own)];
	const names = new Map([...series, ...desks].map((one) => [one.id, one.names]));
	const all = await needs(db).within(own, today());
	return {
		needs: all.map((need) => ({ ...need, names: names.get(need.seriesId ?? need.deskId ?? '') ?? {} })),
		...{ series, desks },
	};
}

/** Dates of the next weeks at which one more could be needed. */
export async function datesLed(db: Queryable, actor: StaffActor, weeks: number) {
	const own = organisationsWhere(actor, 'leadVolunteers');
	const dates = await datesWithin(db, actor, { from: now(), to: new Date(instant() + weeks * 7 * DAY_MS) });
	return dates
		.filter(({ row, of }) => row.state === 'planned' && row.startsAt > now() && own.includes(of.organisationId))
		.map(({ row, of }) => ({ id: row.id, day: row.day, starts: row.starts, names: row.names ?? of.names }));
}
