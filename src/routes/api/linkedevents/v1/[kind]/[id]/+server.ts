import { answerLinked } from '#lib/events/index.server.ts';
import type { RequestHandler } from './$types';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ request, url, params: { kind, id } }) => answerLinked({ request, url }, kind, id);
