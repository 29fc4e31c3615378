import { csvLines, harmless } from '#lib/platform/csv.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { hourRows } from '#lib/volunteers/index.server.ts';
import { yearIn } from '#lib/volunteers/index.ts';
import { organisationIn, whoLeads } from '../../door.server.ts';
import type { RequestHandler } from './$types';

/** Confirmed hours by month, form of work and line of a plan, for a spreadsheet. Nobody's name is in it. */
export const GET: RequestHandler = async (event) => {
	const { organisationId } = organisationIn(whoLeads(event), event.url.searchParams);
	const year = yearIn(event.url.searchParams.get('year'), today());
	const rows = await hourRows(ground().db, organisationId, year);
	const file = csvLines(
		rows.map((row) => row.map(harmless)),
		',',
	);
	const name = `hours-${organisationId}-${year}.csv`;
	const headers = {
		'content-type': 'text/csv; charset=utf-8',
		'content-disposition': `attachment; filename="${name}"`,
	};
	return new Response(file, { headers });
};
