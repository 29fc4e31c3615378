import { draftRendering } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** What a machine makes of one message, for the interpreter alone. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => draftRendering({ ...(await bodyOf(event)), id: event.params.id }, actor));
