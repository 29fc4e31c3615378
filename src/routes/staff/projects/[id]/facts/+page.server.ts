import { error } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { factsBehind, figureIn, projectWithin } from '#lib/reports/index.server.ts';
import { namesOf } from '#lib/reports/ui/said.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 500;

export const load: PageServerLoad = async ({ params, url, locals }) => {
	const project = await projectWithin(ground().db, locals.staff, params.id);
	if (isRefusal(project)) error(statusOf(project));
	if (project.kind === 'reported') error(404);
	const facts = await factsBehind(ground().db, project, figureIn(url.searchParams), SHOWN);
	return { project, facts, shown: SHOWN, topicNames: namesOf(catalogue().topics, locals.lang) };
};
