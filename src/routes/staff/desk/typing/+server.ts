import { announceTyping, mayFollow } from '#lib/chat/index.server.ts';
import { answer, bodyOf, isId } from '../../conversations/answer.server.ts';
import type { RequestHandler } from './$types';

/** Tells the visitor that an answer is being written: that it is, never what. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => {
		const { id } = await bodyOf(event);
		if (isId(id) && (await mayFollow(id, actor))) announceTyping(id, 'helper');
		return {};
	});
