import { ground } from '#lib/platform/ground.server.ts';
import { house } from '../../house.server.ts';
import type { RequestHandler } from './$types';

/** 0: all well; 3: no database, so cards, places and phone numbers only. 200 as long as the site can serve guides. */
export const GET: RequestHandler = () => {
	const degree = ground().db.isUp() && house().schema() !== null ? 0 : 3;
	const body = { version: process.env.npm_package_version ?? '0.1.0', schema: house().schema(), degree };
	return Response.json(body, { headers: { 'cache-control': 'no-store' } });
};
