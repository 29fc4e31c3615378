import { answerCalendar } from '#lib/events/index.server.ts';
import type { RequestHandler } from './$types';

/** For calendar programs, which ask every few hours for as long as they live. */
export const GET: RequestHandler = ({ request, url, params: { lang } }) => answerCalendar({ request, url, lang });
