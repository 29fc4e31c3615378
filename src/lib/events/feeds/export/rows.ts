import type { Occurrence } from '../../event.ts';
import type { Dated } from '../../public/calendar.ts';
import { columnsOf, type Row, rowOf, tableOf, type Telling } from '../dates/rows.ts';
import { type Cell, day, type Table } from '../table/table.ts';

/** A date's headcount, as it was closed last. */
export type Counted = {
	readonly occurrenceId: string;
	readonly method: string | null;
	readonly basis: string | null;
	readonly total: number | null;
	readonly parts: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly helpers: number | null;
	readonly unmet: number | null;
};

const MORE = [
	...['planned_day', 'planned_starts', 'planned_minutes', 'planned_mode', 'planned_place', 'cause', 'instead'],
	...['project', 'plan_line', 'total', 'basis', 'method', 'on_site', 'remote', 'first_time', 'unmet', 'helpers'],
];

/** What was planned beside what was, and how many came; nobody's name. */
export function exportTable(dated: readonly Dated[], counted: readonly Counted[], telling: Telling): Table {
	const counts = new Map(counted.map((one) => [one.occurrenceId, one]));
	const byId = new Map(dated.map(({ date }) => [date.id, date]));
	const rows = dated.map((one) => ({
		...rowOf(one, telling),
		...plannedOf(one.date),
		...{ instead: insteadOf(one.date, byId), project: one.of.projectId, plan_line: one.of.planLine },
		...countOf(counts.get(one.date.id)),
	}));
	return tableOf([...columnsOf(telling.languages), ...MORE], rows);
}

function plannedOf({ planned, cause }: Occurrence): Row {
	return {
		...{ planned_day: day(planned.day), planned_starts: planned.starts, planned_minutes: planned.minutes },
		...{ planned_mode: planned.mode, planned_place: planned.placeId ?? '', cause: cause ?? '' },
	};
}

/** Another date, or a line of the plan. */
function insteadOf({ replacedBy, replacedByLine }: Occurrence, byId: ReadonlyMap<string, Occurrence>): Cell {
	const other = byId.get(replacedBy ?? '');
	return other ? `${other.seriesId} ${other.originalDay}` : (replacedByLine ?? '');
}

/** What nobody counted is empty. */
function countOf(count: Counted | undefined): Row {
	if (!count) return {};
	const part = (dimension: string, code: string): number | null => count.parts[dimension]?.[code] ?? null;
	return {
		...{ total: count.total, basis: count.basis ?? '', method: count.method ?? '' },
		...{ on_site: part('presence', 'on-site'), remote: part('presence', 'remote') },
		...{ first_time: part('first-time', 'first'), unmet: count.unmet, helpers: count.helpers },
	};
}
