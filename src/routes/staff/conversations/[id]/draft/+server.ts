import { saveDraft } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Keeps what she has begun to write, sealed; an empty one is gone. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => saveDraft({ ...(await bodyOf(event)), id: event.params.id }, actor));
