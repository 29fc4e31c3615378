import type { LineDates } from '#lib/events/index.ts';
import type { ExactFigures, LineFigure, ShareFigure } from './figures.ts';
import { currentPlan, type Project } from './project.ts';

/** Nothing is not nought: an empty field was not planned, or nobody counts it. */
type Row = readonly (string | number)[];

export const FIGURES_HEAD = ['part', 'code', 'name', 'unit', 'planned_least', 'planned_most', 'due_by_now', 'counted'];

/**
 * The figures of a project for a spreadsheet, one number in a row. Parts are never to be added: each counts the whole
 * in a way of its own.
 */
export function figuresRows(project: Project, figures: ExactFigures, nameIn: (names: Names) => string): Row[] {
	const names = new Map(currentPlan(project).lines.map((line) => [line.id, nameIn(line.names)]));
	const nameOf = (id: string | null): string => names.get(id ?? '') ?? '';
	return [
		...figures.lines.map((figure) => planRow(figure, nameOf(figure.lineId))),
		...figures.dates.flatMap((line) => dateRows(line, nameOf(line.planLine))),
		...figures.channels.map((share) => shareRow('channel', share)),
		...figures.topics.map((share) => shareRow('topic', share)),
		...figures.quarters.flatMap(({ code, actual, months }) => [
			shareRow('quarter', { code, planned: null, actual }),
			...months.map((month) => shareRow('month', month)),
		]),
	];
}

type Names = Project['names'];

function planRow({ lineId, unit, target, actual, due }: LineFigure, name: string): Row {
	return ['plan', lineId ?? '', name, unit, target?.min ?? '', target?.max ?? target?.min ?? '', due ?? '', actual];
}

function dateRows({ planLine, ...line }: LineDates, name: string): Row[] {
	const counted = {
		...{ planned: line.planned, held: line.held, 'held-in-another-form': line.heldInOtherForm },
		...{ 'held-elsewhere': line.heldElsewhere, cancelled: line.cancelled, replaced: line.replaced },
		...{ 'not-closed': line.notClosed, 'to-come': line.toCome },
	};
	return Object.entries(counted).map(([what, count]) => [
		...[`dates-${what}`, planLine ?? '', name, 'date', '', '', '', count],
	]);
}

const shareRow = (part: string, { code, planned, actual }: ShareFigure): Row => [
	...[part, code ?? '', '', 'contact', planned ?? '', planned ?? '', '', actual],
];
