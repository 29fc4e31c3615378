import { error } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { projectById, publicFiguresOf } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const project = (await projectById(ground().db, params.id)) ?? error(404);
	const names = catalogue().topics.map((topic) => [topic.id, inLanguage(topic.names, params.lang)]);
	return {
		project,
		quarters: await publicFiguresOf(ground().db, project),
		topicNames: Object.fromEntries(names) as Record<string, string>,
	};
};
