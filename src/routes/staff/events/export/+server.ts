import { error } from '@sveltejs/kit';
import { answerExport } from '#lib/events/index.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import type { RequestHandler } from './$types';

/** Plan and count of her organisation's dates, for a spreadsheet. Another one's are not there. */
export const GET: RequestHandler = async (event) => {
	const actor = whoMay(event, 'seeFigures');
	return (await answerExport(actor, event.url.searchParams)) ?? error(404);
};
