import { error } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { figuresOf, projectWithin } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const project = await projectWithin(ground().db, locals.staff, params.id);
	if (isRefusal(project)) error(statusOf(project));
	const names = catalogue().topics.map((topic) => [topic.id, inLanguage(topic.names, locals.lang)]);
	return {
		project,
		figures: project.kind === 'running' ? await figuresOf(ground().db, project) : null,
		topicNames: Object.fromEntries(names) as Record<string, string>,
	};
};
