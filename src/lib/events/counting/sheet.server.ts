import { chosenNamesOf, type StaffActor } from '#lib/identity/index.server.ts';
import { addDays, instant, instantAt } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { reachDate } from '../people/reach.server.ts';
import { series } from '../series/store.server.ts';
import { mayCorrect } from './close.server.ts';
import type { Closed } from './closing.ts';
import type { Told } from './headcount.ts';
import { type HeadCount, peopleIn, toldByTaps } from './heads.ts';
import { type Came, cameTo, headcounts, headTaps } from './store.server.ts';

/** All that the form which closes a date begins with, and how it was closed before. */
export type ClosingSheet = {
	readonly of: Occurrence;
	readonly series: Series;
	/** The last first, with the name under which whoever closed it is known. */
	readonly closed: readonly (Closed & { readonly by: string })[];
	readonly came: Came;
	readonly told: Told | null;
	/** Taps that came after the last closing, not yet in any count. */
	readonly late: number;
	readonly mayCorrect: boolean;
	readonly hasBegun: boolean;
	/** Dates of the same organisation that may have been held instead. */
	readonly others: readonly { readonly id: string; readonly day: string; readonly names: Series['names'] }[];
};

const DAYS_AROUND = 35;

/** Null: not hers, or not there. */
export async function closingSheet(db: Queryable, actor: StaffActor, id: string): Promise<ClosingSheet | null> {
	const reached = await reachDate(db, actor, id);
	if (!reached) return null;
	const { of } = reached;
	const closed = await headcounts(db).of(id);
	const names = await chosenNamesOf(db, [...new Set(closed.map(({ closedBy }) => closedBy))]);
	const counts = await headTaps(db).counts(id);
	return {
		...reached,
		closed: closed.map((one) => ({ ...one, by: names.get(one.closedBy) ?? '' })),
		came: await cameTo(db, id),
		told: counts.length > 0 ? toldByTaps(counts) : null,
		late: closed.length > 0 ? lateIn(counts) : 0,
		mayCorrect: mayCorrect(actor, { ...reached, before: closed[0] ?? null }),
		hasBegun: instant() >= of.startsAt.getTime(),
		others: await othersAround(db, reached),
	};
}

/** The tally page of a date: what is counted there, and her own last tap. */
export async function headTally(db: Queryable, actor: StaffActor, id: string) {
	const reached = await reachDate(db, actor, id);
	if (!reached) return null;
	const counts = await headTaps(db).counts(id);
	return { ...reached, counts, people: peopleIn(counts), last: await headTaps(db).lastOf(id, actor.id) };
}

const lateIn = (counts: readonly HeadCount[]): number => counts.reduce((all, { late }) => all + late, 0);

async function othersAround(db: Queryable, { of, series: own }: { of: Occurrence; series: Series }) {
	const [from, to] = [
		instantAt(addDays(of.day, -DAYS_AROUND), '00:00'),
		instantAt(addDays(of.day, DAYS_AROUND), '00:00'),
	];
	const [dates, all] = await Promise.all([
		occurrences(db).between([own.organisationId], from, to),
		series(db).within([own.organisationId]),
	]);
	const names = new Map(all.map((one) => [one.id, one.names]));
	const others = dates.filter(({ id, state }) => id !== of.id && (state === 'planned' || state === 'held'));
	return others.map(({ id, day, seriesId, names: ownNames }) => ({
		id,
		day,
		names: ownNames ?? names.get(seriesId) ?? {},
	}));
}
