import { ground } from '#lib/platform/ground.server.ts';
import { projectById } from '#lib/reports/index.server.ts';
import { currentPlan } from '#lib/reports/index.ts';

/** The lines of the plan on which a series is counted: one of them may have come instead of a date. */
export async function linesOf(projectId: string | null) {
	const project = projectId && (await projectById(ground().db, projectId));
	return project ? currentPlan(project).lines : [];
}
