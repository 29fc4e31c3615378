import { mayFollow, noteReadBy } from '#lib/chat/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { answer, bodyOf, isId } from '../../conversations/answer.server.ts';
import type { RequestHandler } from './$types';

/** Notes how far the helper has read. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => {
		const { id, seq } = await bodyOf(event);
		if (!isId(id) || !(await mayFollow(id, actor))) return refused('missing');
		const noted = await noteReadBy('helper', id, { seq });
		return noted === true ? {} : noted;
	});
