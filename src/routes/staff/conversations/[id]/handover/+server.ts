import { offerHandover } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Offers it to a colleague or a desk; until somebody accepts, its holder stays responsible. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => offerHandover({ ...(await bodyOf(event)), id: event.params.id }, actor));
