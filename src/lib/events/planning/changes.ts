import { addDays, weekdayOf } from '#lib/platform/clock.ts';
import type { Cause, Occurrence, Series } from '../event.ts';
import { type AsPlanned, asPlanned, plannedOf } from '../series/asPlanned.ts';
import { daysOf } from '../series/rule.ts';

/** The dates of a series as they stand. `people`: seats by date, zero where somebody was registered once. */
export type Standing = {
	readonly rows: readonly Occurrence[];
	readonly people: ReadonlyMap<string, number>;
	/** Of which day of the rule a date takes the place. */
	readonly inPlaceOf: ReadonlyMap<string, string>;
};

/** What is wanted: the series as it shall be, for the dates planned for `from` and later, up to `last`. */
export type Edit = {
	readonly wanted: Series;
	readonly from: string;
	readonly last: string;
	/**
	 * What she chose, date by date, where people are registered: it changes too and everybody is told, or stays as it is.
	 * Where nothing was chosen it stays, and is asked about.
	 */
	readonly chosen: ReadonlyMap<string, Along>;
	/** Why dates are held in another form than was planned, where they come to be. */
	readonly cause: Cause | null;
	readonly at: Date;
};

export const ALONG = ['along', 'leave'] as const;
export type Along = (typeof ALONG)[number];

export type Why = 'held' | 'registered' | 'detached';
export type Rewrite = { readonly before: Occurrence; readonly after: Occurrence; readonly people: number };
/** A date that does not follow by itself; `to`: as it would be if it did, null where the new rule has no day for it. */
export type Kept = {
	readonly row: Occurrence;
	readonly why: Why;
	readonly people: number;
	readonly to: Occurrence | null;
};

export type Changes = {
	readonly rewrites: readonly Rewrite[];
	readonly additions: readonly string[];
	readonly removals: readonly Occurrence[];
	readonly kept: readonly Kept[];
	/** Of which day each date takes the place from now on. */
	readonly inPlaceOf: ReadonlyMap<string, string>;
};

/**
 * What saving would change, and nothing else. A date that was held, cancelled or changed on its own is never touched;
 * one with people only when that was chosen. No id and no original day changes.
 */
export function changesOf(standing: Standing, edit: Edit): Changes {
	const days = daysOf(edit.wanted, edit.last).filter((day) => day >= edit.from);
	const rows = standing.rows.filter(({ originalDay }) => originalDay >= edit.from);
	const inPlaceOf = pair(rows, days, { standing, edit });
	const judged = rows.map((row) => judge(row, { days, inPlaceOf, standing, edit }));
	const own = new Set([...rows.map(({ originalDay }) => originalDay), ...inPlaceOf.values()]);
	return {
		rewrites: judged.flatMap(({ rewrite }) => rewrite ?? []),
		additions: days.filter((day) => !own.has(day)),
		removals: judged.flatMap(({ removal }) => removal ?? []),
		kept: judged.flatMap(({ kept }) => kept ?? []),
		inPlaceOf,
	};
}

/** Dates that would follow only if she chooses so. */
export const askedAbout = ({ kept }: Pick<Changes, 'kept'>): Kept[] =>
	kept.filter(({ why, to }) => why === 'registered' && to !== null);

/** It comes to be held in another form than was planned: the report asks why. */
export const needsCause = (before: Occurrence, after: Occurrence): boolean =>
	before.mode !== after.mode && after.mode !== after.planned.mode;

type Ground = { readonly standing: Standing; readonly edit: Edit };
type Judged = { readonly rewrite?: Rewrite; readonly removal?: Occurrence; readonly kept?: Kept };

/** Dates that stay while the rule has no such day any more: each takes the place of the next free day near it. */
function pair(rows: readonly Occurrence[], days: readonly string[], { standing, edit }: Ground): Map<string, string> {
	const own = new Set(rows.map(({ originalDay }) => originalDay));
	const free = new Set(days.filter((day) => !own.has(day)));
	const found = new Map<string, string>();
	for (const row of rows) {
		if (days.includes(row.originalDay) || row.state !== 'planned' || !staysUnasked(row, { standing, edit })) continue;
		const day = nearest(row.originalDay, free, standing.inPlaceOf.get(row.id));
		if (day === undefined) continue;
		found.set(row.id, day);
		free.delete(day);
	}
	return found;
}

const staysUnasked = (row: Occurrence, { standing, edit }: Ground): boolean =>
	whyOf(row, edit.at, standing.people) !== null || standing.people.has(row.id);

/** In the same week; the one that it had already, if it is still there. */
function nearest(of: string, free: ReadonlySet<string>, had: string | undefined): string | undefined {
	if (had !== undefined && free.has(had)) return had;
	const monday = addDays(of, 1 - weekdayOf(of));
	return [...free].find((day) => monday <= day && day <= addDays(monday, 6));
}

function judge(
	row: Occurrence,
	{ days, inPlaceOf, standing, edit }: Ground & Pick<Changes, 'inPlaceOf'> & { days: readonly string[] },
): Judged {
	const day = days.includes(row.originalDay) ? row.originalDay : inPlaceOf.get(row.id);
	const after = day === undefined ? null : rewritten(row, asPlanned(edit.wanted, day), edit);
	if (after && isSame(row, after)) return {};
	const people = standing.people.get(row.id) ?? 0;
	const why = whyOf(row, edit.at, standing.people) ?? (after || !standing.people.has(row.id) ? null : 'registered');
	if (why === null) return after ? { rewrite: { before: row, after, people } } : { removal: row };
	if (why === 'registered' && after && edit.chosen.get(row.id) === 'along')
		return { rewrite: { before: row, after, people } };
	return { kept: { row, why, people, to: after } };
}

function whyOf(row: Occurrence, at: Date, people: ReadonlyMap<string, number>): Why | null {
	if (row.state !== 'planned' || row.startsAt <= at) return 'held';
	if (row.detached) return 'detached';
	return (people.get(row.id) ?? 0) > 0 ? 'registered' : null;
}

/** What was planned once stays on record, but for drafts, which nobody has seen. */
function rewritten(row: Occurrence, wanted: AsPlanned, { wanted: of, cause, at }: Edit): Occurrence {
	const planned = of.state === 'draft' ? plannedOf(wanted) : row.planned;
	const after = { ...row, ...wanted, link: row.link, planned, sequence: row.sequence + 1, changedAt: at };
	return { ...after, cause: needsCause(row, after) ? cause : after.mode === planned.mode ? null : row.cause };
}

const SEEN = ['day', 'starts', 'minutes', 'mode', 'placeId', 'capacity', 'walkIn', 'slotMinutes'] as const;
const isSame = (row: Occurrence, after: Occurrence): boolean => SEEN.every((name) => row[name] === after[name]);
