import { acceptHandover } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Takes over what was offered. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => acceptHandover({ ...(await bodyOf(event)), id: event.params.id }, actor));
