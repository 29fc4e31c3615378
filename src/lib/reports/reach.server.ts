import type { StaffActor } from '#lib/identity/index.ts';
import { may, organisationsWhere } from '#lib/identity/index.server.ts';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Project } from './project.ts';
import { selectProject, selectProjects } from './store.server.ts';

/**
 * A project as somebody signed in may read it: reported ones are for all, a running one for those who see the figures
 * of its organisation. Refused with `missing` from outside the organisation, `forbidden` from inside.
 */
export async function projectWithin(db: Queryable, actor: StaffActor | null, id: string): Promise<Project | Refusal> {
	const project = actor ? await selectProject(db, id) : null;
	if (!actor || !project) return refused('missing');
	if (project.kind === 'reported' || may(actor).seeFigures(project.organisation)) return project;
	const isInside = actor.memberships.some((one) => one.organisationId === project.organisation);
	return refused(isInside ? 'forbidden' : 'missing');
}

/** The projects that `projectWithin` would give this actor. */
export async function projectsWithin(db: Queryable, actor: StaffActor | null): Promise<Project[]> {
	if (!actor) return [];
	const own = organisationsWhere(actor, 'seeFigures');
	const all = await selectProjects(db);
	return all.filter((project) => project.kind === 'reported' || own.includes(project.organisation));
}
