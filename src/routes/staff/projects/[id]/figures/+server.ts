import { error } from '@sveltejs/kit';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { csvOf, figuresOf, projectWithin } from '#lib/reports/index.server.ts';
import { FIGURES_HEAD, figuresRows } from '#lib/reports/index.ts';
import type { RequestHandler } from './$types';

/** The exact figures of a running project, for a spreadsheet: for whoever sees them on its page. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const project = await projectWithin(ground().db, locals.staff, params.id);
	if (isRefusal(project)) error(statusOf(project));
	if (project.kind !== 'running') error(404);
	const figures = await figuresOf(ground().db, project);
	const rows = figuresRows(project, figures, (names) => inLanguage(names, locals.lang));
	return new Response(csvOf(FIGURES_HEAD, rows), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${project.id}-${figures.countedTo}.csv"`,
		},
	});
};
