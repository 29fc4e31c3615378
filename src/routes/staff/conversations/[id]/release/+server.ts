import { releaseConversation } from '#lib/chat/index.server.ts';
import { answer } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Back into the queue, at the old place. */
export const POST: RequestHandler = (event) =>
	answer(event, (actor) => releaseConversation({ id: event.params.id }, actor));
