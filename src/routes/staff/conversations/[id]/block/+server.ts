import { blockConversation } from '#lib/chat/index.server.ts';
import { answer } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Ends abuse; the console asks before. */
export const POST: RequestHandler = (event) =>
	answer(event, (actor) => blockConversation({ id: event.params.id }, actor));
