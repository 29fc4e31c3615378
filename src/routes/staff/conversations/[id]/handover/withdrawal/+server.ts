import { withdrawHandover } from '#lib/chat/index.server.ts';
import { answer, bodyOf } from '../../../answer.server.ts';
import type { RequestHandler } from './$types';

/** The holder goes on herself after all. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => withdrawHandover({ ...(await bodyOf(event)), id: event.params.id }, actor));
