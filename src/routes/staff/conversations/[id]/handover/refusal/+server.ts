import { declineHandover } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Leaves it with the one who offered it. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => declineHandover({ ...(await bodyOf(event)), id: event.params.id }, actor));
