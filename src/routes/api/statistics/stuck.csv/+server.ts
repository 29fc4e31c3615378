import { json } from '@sveltejs/kit';
import { remembered } from '#lib/platform/keystore/remembered.server.ts';
import type { PublishedMap } from '#lib/reports/index.server.ts';
import { quarterOfQuery } from './query.ts';
import { mapOf } from '../../../stuckMap.server.ts';
import type { RequestHandler } from './$types';
import { stuckCsv } from './table.server.ts';

/** Whoever asks a thousand times has the ledger summed once in so long. */
const KEPT_MS = 10_000;
const MOST_QUARTERS = 400;
const maps = remembered<Promise<PublishedMap | null>>(KEPT_MS, MOST_QUARTERS);

/** Anybody may read it: there is nothing here but what the page of the map shows to all. */
const HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' };

export const GET: RequestHandler = async ({ url }) => {
	const quarter = quarterOfQuery(url.searchParams);
	if (quarter === null) return json({ error: 'quarter is written like 2026-Q4' }, { status: 400, headers: HEADERS });
	const map = await mapKept(quarter);
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

function mapKept(quarter: string): Promise<PublishedMap | null> {
	const kept = maps.get(quarter);
	if (kept) return kept;
	const map = mapOf(quarter);
	maps.set(quarter, map);
	map.catch(() => maps.delete(quarter));
	return map;
}
