import { answerLinked } from '#lib/events/index.server.ts';
import type { RequestHandler } from './$types';

// Linked Events ends its addresses with a slash; readers that leave it out are answered too.
export const trailingSlash = 'ignore';

export const GET: RequestHandler = ({ request, url, params: { kind } }) => answerLinked({ request, url }, kind);
