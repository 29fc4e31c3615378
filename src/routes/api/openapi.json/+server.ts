import { json } from '@sveltejs/kit';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import type { RequestHandler } from './$types';
import { description } from './description.ts';

export const GET: RequestHandler = () => {
	const codes = languages().map(({ code }) => code);
	return json(description(codes), { headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' } });
};
