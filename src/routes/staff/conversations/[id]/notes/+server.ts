import { notesFor, writeNote } from '#lib/chat/index.server.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { answer, bodyOf, isId } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** What colleagues wrote to each other about a conversation. */
export const GET: RequestHandler = (event) =>
	answer(event, async (actor) => {
		const { id } = event.params;
		const notes = isId(id) ? await notesFor(id, actor) : refused('missing');
		return isRefusal(notes) ? notes : { notes };
	});

export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => writeNote({ ...(await bodyOf(event)), id: event.params.id }, actor));
