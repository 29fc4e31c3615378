import { type Count, type Dimension, numberOf, of, sum, type Unit } from '#lib/ledger/index.ts';
import type { LineDates } from '#lib/events/index.ts';
import { currentPlan, type Measure, type PlanLine, type Project, type Target } from './project.ts';
import type { Protected } from './suppression.ts';

/**
 * One planned figure beside what was counted. `lineId` is the code on the facts; `line` is null where the plan has no
 * such line. `due` is where an even pace would be today.
 */
export type LineFigure = {
	readonly lineId: string | null;
	readonly line: PlanLine | null;
	readonly unit: Unit;
	readonly target: Target | null;
	readonly actual: number;
	readonly due: number | null;
};

/** A part of all contacts: planned (null: the plan says nothing) and counted. */
export type ShareFigure = { readonly code: string | null; readonly planned: number | null; readonly actual: number };

export type QuarterFigure = { readonly code: string; readonly actual: number; readonly months: readonly ShareFigure[] };

export type ExactFigures = {
	readonly countedTo: string;
	readonly lines: readonly LineFigure[];
	/** The calendar beside the plan: what was held, and what was not and why. */
	readonly dates: readonly LineDates[];
	readonly channels: readonly ShareFigure[];
	readonly topics: readonly ShareFigure[];
	readonly quarters: readonly QuarterFigure[];
};

export type PublicQuarter = Protected & {
	readonly quarter: string;
	/** `running`: shown in steps of five; `fixed`: no later correction changes it. */
	readonly state: 'running' | 'fixed';
};

/** The measures that the ledger counts, each in a unit of its own; the rest is rhythm and stays words. */
export const UNIT_OF: Readonly<Partial<Record<Measure, Unit>>> = {
	contacts: 'contact',
	sessions: 'session',
	visits: 'visit',
	participants: 'participant',
	hours: 'hour',
};

/** Every countable target of the plan, then what was counted outside it, so that the sum is all there is. */
export function planAgainstActual(project: Project, counts: readonly Count[], day: string): LineFigure[] {
	const planned = currentPlan(project).lines.flatMap((line) =>
		line.targets.flatMap((target) => {
			const unit = UNIT_OF[target.measure];
			if (!unit) return [];
			const actual = actualOf(counts, line.id, unit);
			return [{ lineId: line.id, line, unit, target, actual, due: dueBy(project, target, day) }];
		}),
	);
	const isPlanned = (count: Count): boolean =>
		planned.some((figure) => figure.lineId === count.key.planLine && figure.unit === count.unit);
	return [...planned, ...counts.filter((count) => !isPlanned(count)).map((count) => beyondPlan(project, count))];
}

/** Lines as the plan has them; what stands outside it comes last. */
export function inPlanOrder(project: Project, dates: readonly LineDates[]): LineDates[] {
	const order = currentPlan(project).lines.map(({ id }) => id);
	const placeOf = ({ planLine }: LineDates): number => {
		const place = order.indexOf(planLine ?? '');
		return place < 0 ? order.length : place;
	};
	return dates.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/**
 * Contacts by channel or topic: the plan's own order first, then what the plan did not name, by code. Never by size:
 * the order of a public table must not tell what its hidden numbers are.
 */
export function sharesOf(planned: Project['byChannel'], counts: readonly Count[], dimension: Dimension): ShareFigure[] {
	const contacts = of('contact', counts);
	const actual = (code: string | null): number =>
		total(
			'contact',
			contacts.filter((count) => count.key[dimension] === code),
		);
	const named = (planned ?? []).map((share) => ({
		code: share.code,
		planned: share.contacts,
		actual: actual(share.code),
	}));
	const codes = new Set(contacts.map((count) => count.key[dimension] ?? null));
	for (const { code } of named) codes.delete(code);
	const beyond = [...codes].map((code) => ({ code, planned: null, actual: actual(code) }));
	return [...named, ...beyond.sort(byCode)];
}

function byCode(a: ShareFigure, b: ShareFigure): number {
	if (a.code === null || b.code === null) return a.code === null ? 1 : -1;
	return a.code < b.code ? -1 : 1;
}

/** Contacts of each quarter and its months, also of those in which nothing was counted. */
export function quartersOf(months: readonly string[], counts: readonly Count[]): QuarterFigure[] {
	const ofMonth = (month: string): ShareFigure => ({
		code: month,
		planned: null,
		actual: total(
			'contact',
			of('contact', counts).filter((count) => count.key.month === month),
		),
	});
	return [...new Set(months.map(quarterOf))].map((quarter) => {
		const own = months.filter((month) => quarterOf(month) === quarter).map(ofMonth);
		return { code: quarter, actual: own.reduce((sum, month) => sum + month.actual, 0), months: own };
	});
}

export function monthsBetween(from: string, to: string): string[] {
	const months: string[] = [];
	for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
	return months;
}

/** `YYYY-Qn`, as the ledger names a quarter. */
export function quarterOf(month: string): string {
	return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

export function quartersBetween(from: string, to: string): string[] {
	return [...new Set(monthsBetween(from, to).map(quarterOf))];
}

export function lastDayOf(quarter: string): string {
	const ends = ['03-31', '06-30', '09-30', '12-31'];
	return `${quarter.slice(0, 4)}-${ends[Number(quarter.slice(6)) - 1]}`;
}

/** An even pace over the project's days; a range is due by its lower end. */
export function dueBy(project: Pick<Project, 'starts' | 'ends'>, target: Target, day: string): number | null {
	if (!project.starts || !project.ends) return null;
	const whole = daysFrom(project.starts, project.ends) + 1;
	const gone = Math.min(Math.max(daysFrom(project.starts, day) + 1, 0), whole);
	return Math.floor((target.min * gone) / whole);
}

function actualOf(counts: readonly Count[], lineId: string, unit: Unit): number {
	return total(
		unit,
		of(unit, counts).filter((count) => count.key.planLine === lineId),
	);
}

function beyondPlan(project: Project, count: Count): LineFigure {
	const lineId = count.key.planLine ?? null;
	const line = currentPlan(project).lines.find((found) => found.id === lineId) ?? null;
	return { lineId, line, unit: count.unit, target: null, actual: numberOf(count), due: null };
}

function total<U extends Unit>(unit: U, counts: readonly Count<NoInfer<U>>[]): number {
	return numberOf(sum(unit, counts));
}

function nextMonth(month: string): string {
	const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
	return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function daysFrom(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}
