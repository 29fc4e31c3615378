import { closeConversation } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Ends the conversation with its codes. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => closeConversation({ ...(await bodyOf(event)), id: event.params.id }, actor));
