import { error } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { figuresOf, projectWithin } from '#lib/reports/index.server.ts';
import { namesOf } from '#lib/reports/ui/said.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const project = await projectWithin(ground().db, locals.staff, params.id);
	if (isRefusal(project)) error(statusOf(project));
	return {
		project,
		figures: project.kind === 'running' ? await figuresOf(ground().db, project) : null,
		topicNames: namesOf(catalogue().topics, locals.lang),
	};
};
