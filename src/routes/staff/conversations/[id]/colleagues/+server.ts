import { colleaguesFor } from '#lib/chat/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { answer, isId } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** To whom the conversation can be handed over. */
export const GET: RequestHandler = (event) =>
	answer(event, (actor) => {
		const { id } = event.params;
		return isId(id) ? colleaguesFor(id, actor) : refused('missing');
	});
