import { answerDoubt } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** Answers a colleague who is not sure. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => answerDoubt({ ...(await bodyOf(event)), id: event.params.id }, actor));
