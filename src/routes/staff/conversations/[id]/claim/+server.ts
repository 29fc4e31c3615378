import { claimConversation } from '#lib/chat/index.server.ts';
import { answer } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Of many who try at once, one gets it; the others are told. */
export const POST: RequestHandler = (event) =>
	answer(event, (actor) => claimConversation({ id: event.params.id }, actor));
