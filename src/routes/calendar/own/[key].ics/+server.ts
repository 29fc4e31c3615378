import { answerOwnCalendar } from '#lib/volunteers/index.server.ts';
import { pauseAfterWrongCode } from '../../../wrongCode.server.ts';
import type { RequestHandler } from './$types';

/** One's own shifts for the calendar of a telephone. An unknown key and one that was taken back look the same. */
export const GET: RequestHandler = async ({ request, params, url, locals }) => {
	const answer = await answerOwnCalendar(request, { key: params.key, origin: url.origin });
	if (answer) return answer;
	await pauseAfterWrongCode(locals.source);
	return new Response(null, { status: 404 });
};
