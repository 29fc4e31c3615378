import { error } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { projectById, publicFiguresOf, publicLinesOf } from '#lib/reports/index.server.ts';
import { namesOf } from '#lib/reports/ui/said.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const project = (await projectById(ground().db, params.id)) ?? error(404);
	return {
		project,
		quarters: await publicFiguresOf(ground().db, project),
		dates: await publicLinesOf(ground().db, project),
		topicNames: namesOf(catalogue().topics, params.lang),
	};
};
