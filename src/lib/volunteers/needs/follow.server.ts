import { calendarRevision, datesToStaff } from '#lib/events/index.server.ts';
import { now, today } from '#lib/platform/clock.ts';
import { DatabaseDown, type Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { enqueue, pokeWorker } from '#lib/platform/jobs.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import type { Kept } from '../shifts/shift.ts';
import { shifts } from '../shifts/store.server.ts';
import type { Change } from '../shifts/write.ts';
import { writeShifts } from '../shifts/write.server.ts';
import { followed } from './following.ts';
import { makeShifts } from './make.server.ts';
import type { ShiftDate } from './need.ts';
import { needs } from './store.server.ts';

/** As the calendar stood when it was followed last, here. Another node looks for itself, and finds nothing to do. */
let seen = '';

/** Shifts follow the calendar: dates that came, moved or are off. Bears being run at any moment, as often as one likes. */
export async function followCalendar(): Promise<void> {
	const revision = `${await calendarRevision(ground().db)}.${today()}`;
	if (revision === seen) return;
	await followAll();
	seen = revision;
}

/** As soon as somebody plans something; the round looks besides, so that nothing is missed. Gives the way to stop it. */
export function followPlanning(): () => Promise<void> {
	const stop = ground().bus.on('content', () => void askToFollow());
	return async () => stop();
}

async function askToFollow(): Promise<void> {
	try {
		await enqueue(ground().db, { kind: 'follow-calendar', key: 'round', runAt: now() });
		pokeWorker();
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('follow-calendar', error);
	}
}

/** The same whatever was seen before. */
export async function followAll(): Promise<void> {
	const { db } = ground();
	await followDates();
	for (const id of await needs(db).living(today())) await db.transaction((tx) => makeOf(tx, id));
}

async function makeOf(tx: Queryable, id: string): Promise<void> {
	const need = await needs(tx).locked(id);
	if (need) await makeShifts(tx, need);
}

async function followDates(): Promise<void> {
	const { db } = ground();
	const drifted = (await changesOf(db, await shifts(db).ofCalendar(now()))).map(({ after }) => after.id);
	for (let from = 0; from < drifted.length; from += AT_ONCE) {
		await db.transaction((tx) => followThese(tx, drifted.slice(from, from + AT_ONCE)));
	}
}

/** So many in one transaction, that nobody waits for long. */
const AT_ONCE = 40;

/** Locked they are looked at once more: somebody else may just have done it. */
async function followThese(tx: Queryable, ids: readonly string[]): Promise<void> {
	const changes = await changesOf(tx, await shifts(tx).lockedAll(ids));
	await writeShifts(tx, changes);
}

/** What is different now; of shifts that are as their dates would have them nothing. */
async function changesOf(db: Queryable, all: readonly Kept[]): Promise<Change[]> {
	const dates = await datesById(db, all);
	const untils = await needs(db).untils([...new Set(all.flatMap(({ needId }) => needId ?? []))]);
	const staffed = await shifts(db).staffed([...dates.keys()]);
	return all
		.map((shift) => {
			const date = dates.get(shift.occurrenceId ?? '') ?? null;
			const other = dates.get(date?.replacedBy ?? '') ?? null;
			// Where the other date has its own people, these are not sent there besides.
			const hasOwn = staffed.some(({ needId, occurrenceId }) => needId === shift.needId && occurrenceId === other?.id);
			const instead = hasOwn ? null : other;
			const isWanted = shift.day <= (untils.get(shift.needId ?? '') ?? shift.day);
			return followed(shift, { date, instead, isWanted, at: now() });
		})
		.filter(({ how }) => how !== 'same');
}

async function datesById(db: Queryable, all: readonly Kept[]): Promise<ReadonlyMap<string, ShiftDate>> {
	const own = await datesToStaff(
		db,
		all.flatMap(({ occurrenceId }) => occurrenceId ?? []),
	);
	const others = await datesToStaff(
		db,
		own.flatMap(({ replacedBy }) => replacedBy ?? []),
	);
	return new Map([...own, ...others].map((date) => [date.id, date]));
}
