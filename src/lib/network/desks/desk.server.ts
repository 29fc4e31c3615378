import { addDays, dayOf, instant, instantAt, now, wallTimeOf } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Hours, spellsOn, type WeeklySpell } from './hours.ts';
import { type DeskRow, desks, type DeskWays } from './store.server.ts';

/** Somebody who was seen at the desk within this time is there. */
const PRESENT_MS = 60_000;
const PRESENCE_KEPT_MS = 86_400_000;

/** The desk to which the chat of the public site leads; null before one was made. */
export const siteDesk = (db: Queryable): Promise<DeskRow | null> => desks(db).ofSite();

export const deskById = (db: Queryable, id: string): Promise<DeskRow | null> => desks(db).byId(id);

export const desksOf = (db: Queryable, organisationIds: readonly string[]): Promise<DeskRow[]> =>
	desks(db).within(organisationIds);

/** The desks of all other organisations of the site. */
export const desksOutside = (db: Queryable, organisationIds: readonly string[]): Promise<DeskRow[]> =>
	desks(db).outside(organisationIds);

export async function hoursOf(db: Queryable, desk: DeskRow): Promise<Hours> {
	const from = addDays(dayOf(now(), desk.zone), -1);
	const { opensBy } = await desks(db).ways(desk.id);
	const covered = opensBy === 'shifts' ? await desks(db).spells(desk.id, instantAt(from, '00:00', desk.zone)) : null;
	const [weekly, exceptions] = [await desks(db).weekly(desk.id), await desks(db).exceptions(desk.id, from)];
	return { zone: desk.zone, weekly, covered, exceptions };
}

export const deskWays = (db: Queryable, deskId: string): Promise<DeskWays> => desks(db).ways(deskId);

/** The accounts of those who sit at the desk now. */
export const helpersAt = (db: Queryable, deskId: string): Promise<string[]> =>
	desks(db).presentSince(deskId, new Date(instant() - PRESENT_MS));

export const helpersPresent = async (db: Queryable, deskId: string): Promise<number> =>
	(await helpersAt(db, deskId)).length;

/** Says that somebody sits at the desk now; to be said again within a minute. */
export async function notePresence(db: Queryable, deskId: string, accountId: string): Promise<void> {
	await desks(db).notePresence(deskId, accountId, now());
}

/** When each of them was last seen at any desk; nobody knows of those who are missing here. */
export async function lastSeen(db: Queryable, accountIds: readonly string[]): Promise<Map<string, Date>> {
	const rows = accountIds.length > 0 ? await desks(db).lastSeen(accountIds) : [];
	return new Map(rows.map(({ accountId, seenAt }) => [accountId, seenAt]));
}

/** Who was not there for a day was not there: nothing more is kept of it. */
export async function forgetOldPresences(db: Queryable): Promise<void> {
	await desks(db).removePresencesBefore(new Date(instant() - PRESENCE_KEPT_MS));
}

/** Opens the desk outside its hours, from now until `closes` today; gives false when that is already past. */
export async function openUntil(
	tx: Queryable,
	desk: DeskRow,
	{ closes, openedBy }: { closes: string; openedBy: string },
): Promise<boolean> {
	const opens = wallTimeOf(now(), desk.zone);
	if (closes <= opens) return false;
	await desks(tx).addException(desk.id, { day: dayOf(now(), desk.zone), opens, closes }, openedBy);
	return true;
}

/** Until when she has opened the desk today herself; null: she has not, or that is over. */
export const openedUntil = (db: Queryable, desk: DeskRow, accountId: string): Promise<string | null> =>
	desks(db).openedBy(desk.id, accountId, { day: dayOf(now(), desk.zone), time: wallTimeOf(now(), desk.zone) });

/** Ends today's hours now; what was already open today stays on record. */
export async function closeForToday(tx: Queryable, desk: DeskRow): Promise<void> {
	const day = dayOf(now(), desk.zone);
	const time = wallTimeOf(now(), desk.zone);
	const hours = await hoursOf(tx, desk);
	await desks(tx).clearDay(desk.id, day);
	await desks(tx).addException(desk.id, { day, opens: null, closes: null });
	for (const spell of spellsOn(hours, day).filter(({ opens }) => opens < time)) {
		const closes = spell.closes < time ? spell.closes : time;
		if (closes > spell.opens) await desks(tx).addException(desk.id, { day, opens: spell.opens, closes });
	}
}

/** Twelve hours a week, as the chat of the model network had: the demonstration's. */
export const TWELVE_HOURS: readonly WeeklySpell[] = [
	{ weekday: 1, opens: '10:00', closes: '13:00' },
	{ weekday: 2, opens: '16:00', closes: '19:00' },
	{ weekday: 3, opens: '10:00', closes: '13:00' },
	{ weekday: 4, opens: '16:00', closes: '19:00' },
];

/** Makes a desk with its first hours; done again it changes only what the desk is counted on. */
export async function makeDesk(tx: Queryable, desk: DeskRow, weekly: readonly WeeklySpell[] = []): Promise<void> {
	const isNew = (await desks(tx).byId(desk.id)) === null;
	await desks(tx).save(desk);
	if (isNew) for (const spell of weekly) await desks(tx).addWeekly(desk.id, spell);
}
