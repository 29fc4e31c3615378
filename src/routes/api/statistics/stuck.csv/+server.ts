import { json } from '@sveltejs/kit';
import { quarterOfQuery } from './query.ts';
import { mapOf } from '../../../stuckMap.server.ts';
import type { RequestHandler } from './$types';
import { stuckCsv } from './table.server.ts';

/** Anybody may read it: there is nothing here but what the page of the map shows to all. */
const HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };

export const GET: RequestHandler = async ({ url }) => {
	const quarter = quarterOfQuery(url.searchParams);
	if (quarter === null) return json({ error: 'quarter is written like 2026-Q4' }, { status: 400, headers: HEADERS });
	const map = await mapOf(quarter);
	if (!map) return json({ error: 'nothing is published for that quarter' }, { status: 404, headers: HEADERS });
	const service = url.searchParams.get('service');
	return new Response(stuckCsv(map, service), {
		headers: {
			...HEADERS,
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="silta-stuck-${quarter}.csv"`,
		},
	});
};
