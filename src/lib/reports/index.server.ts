import { type FactFilter, type ListedFact, listFacts } from '#lib/ledger/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { exactFigures, type PublicLine, publicLines, publicQuarters } from './figures.server.ts';
import type { ExactFigures, PublicQuarter } from './figures.ts';
import type { Project } from './project.ts';
import * as starter from './starter.server.ts';
import { selectProject, selectProjects } from './store.server.ts';

export { type Contacts, contactsOf, DESK_DIMENSIONS } from './desk/desk.server.ts';
export { type Period, periodOf, periodsFor } from './desk/period.ts';
export { csvOf } from './stuck/csv.ts';
export { fewestOfTopics, NONE, type PublicService, type PublicStep, type StuckService } from './stuck/map.ts';
export {
	type MissingGuide,
	missingGuides,
	type PublishedMap,
	publishedMap,
	publishedQuarters,
	stuckOf,
} from './stuck/map.server.ts';
export { figureIn } from './query.ts';
export { projectsWithin, projectWithin } from './reach.server.ts';
export type { ExactFigures, LineFigure, PublicQuarter, QuarterFigure, ShareFigure } from './figures.ts';
export type { Deviation, LineStory, PlanLine, PlanVersion, Project, ReportedLine, Target } from './project.ts';

/**
 * Brings the projects of starter/projects into the database; run at every start, after the organisations. A real
 * installation gets the reported projects only.
 */
export function loadProjects(tx: Queryable, network: { demonstration: boolean }): Promise<void> {
	return starter.loadProjects(tx, network);
}

/** The id of this year's demonstration project: what the demonstration desk's contacts are counted on. */
export function demonstrationProjectId(): string {
	return starter.demonstrationProjectId();
}

/** Every project with its plans and what was reported, in the order in which they are shown. */
export function projects(db: Queryable): Promise<Project[]> {
	return selectProjects(db);
}

export function projectById(db: Queryable, id: string): Promise<Project | null> {
	return selectProject(db, id);
}

/** Exact figures, for those who may see them (`may(actor).seeFigures`); never for a public page. */
export function figuresOf(db: Queryable, project: Project): Promise<ExactFigures> {
	return exactFigures(db, project);
}

/** What the public may see, by quarter, suppressed. Nothing for a project that is shown as reported. */
export function publicFiguresOf(db: Queryable, project: Project): Promise<PublicQuarter[]> {
	return publicQuarters(db, project);
}

/** What the public may see of each line: dates of the calendar as they are, visits suppressed. */
export function publicLinesOf(db: Queryable, project: Project): Promise<PublicLine[]> {
	return publicLines(db, project);
}

/** The facts behind an exact figure, for those who may see it; at most `limit`, the latest first. */
export function factsBehind(
	db: Queryable,
	project: Project,
	figure: Pick<FactFilter, 'unit' | 'where'>,
	limit = 500,
): Promise<ListedFact[]> {
	return listFacts(db, { projectId: project.id, organisationId: project.organisation, ...figure }, limit);
}
