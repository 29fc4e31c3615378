import { datesOfProject, type LineDates } from '#lib/events/index.server.ts';
import { type Count, countFacts, type Dimension } from '#lib/ledger/index.server.ts';
import { numberOf } from '#lib/ledger/index.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import {
	type ExactFigures,
	inPlanOrder,
	lastDayOf,
	monthsBetween,
	planAgainstActual,
	type PublicQuarter,
	quartersBetween,
	quartersOf,
	sharesOf,
} from './figures.ts';
import type { Project } from './project.ts';
import {
	type Cell,
	FEWEST,
	inFives,
	inSteps,
	mergeSmallest,
	protect,
	protectWhole,
	type Shown,
} from './suppression.ts';

/** Corrections are taken in until so many days after a quarter; then its published numbers stay as they are. */
export const DAYS_UNTIL_FIXED = 14;

export async function exactFigures(db: Queryable, project: Project): Promise<ExactFigures> {
	const of = (by: Dimension): Promise<Count[]> =>
		countFacts(db, { projectId: project.id, organisationId: project.organisation, by: [by] });
	const [lines, channels, topics, months] = await Promise.all([
		of('planLine'),
		of('channel'),
		of('topic'),
		of('month'),
	]);
	return {
		countedTo: today(),
		lines: planAgainstActual(project, lines, today()),
		dates: inPlanOrder(project, await datesOfProject(db, project)),
		channels: sharesOf(project.byChannel, channels, 'channel'),
		topics: sharesOf(project.byTopic, topics, 'topic'),
		quarters: quartersOf(monthsBetween(project.starts ?? today(), lastDay(project)), months),
	};
}

/** Newest first. Contacts only: units are never added together. */
export async function publicQuarters(db: Queryable, project: Project): Promise<PublicQuarter[]> {
	if (project.kind === 'reported' || !project.starts) return [];
	const quarters = quartersBetween(project.starts, lastDay(project));
	return Promise.all(quarters.reverse().map((quarter) => publicQuarter(db, project, quarter)));
}

/** A line of the plan for everybody: its dates as they are, its visits in steps of five and never a few of them. */
export type PublicLine = LineDates & { readonly visits: Shown };

export async function publicLines(db: Queryable, project: Project): Promise<PublicLine[]> {
	if (project.kind === 'reported') return [];
	const dates = inPlanOrder(project, await datesOfProject(db, project));
	const of = { projectId: project.id, organisationId: project.organisation };
	const counts = await countFacts(db, { ...of, unit: 'visit', by: ['planLine'] });
	const visitsOf = (line: string | null): number =>
		counts.filter(({ key }) => (key.planLine ?? null) === line).reduce((_, one) => numberOf(one), 0);
	const cells = dates.map(({ planLine }) => ({ code: planLine ?? '', count: visitsOf(planLine), fewest: FEWEST }));
	const { parts } = protectWhole(cells);
	return dates.map((line, at) => ({ ...line, visits: inFives(parts[at]?.count ?? 'hidden') }));
}

async function publicQuarter(db: Queryable, project: Project, quarter: string): Promise<PublicQuarter> {
	const recordedBy = addDays(lastDayOf(quarter), DAYS_UNTIL_FIXED);
	const cells = async (by: Dimension, planned: Project['byChannel']): Promise<Cell[]> => {
		const where = { quarter };
		const counts = await countFacts(db, { projectId: project.id, unit: 'contact', recordedBy, where, by: [by] });
		return sharesOf(planned, counts, by).map((share) => ({ code: share.code ?? 'none', count: share.actual }));
	};
	const [channel, topic] = await Promise.all([cells('channel', project.byChannel), cells('topic', project.byTopic)]);
	const numbers = protect({ channel, topic: mergeSmallest(topic) });
	const isFixed = today() > recordedBy;
	return { quarter, state: isFixed ? 'fixed' : 'running', ...(isFixed ? numbers : inSteps(numbers)) };
}

function lastDay(project: Project): string {
	return project.ends && project.ends < today() ? project.ends : today();
}
