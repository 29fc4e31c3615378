import { interpretingFor, inviteClerk } from '#lib/chat/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { answer, bodyOf, isId } from '../../answer.server.ts';
import type { RequestHandler } from './$types';

/** The clerk in a conversation, and whether a machine may draft. */
export const GET: RequestHandler = (event) =>
	answer(event, (actor) => {
		const { id } = event.params;
		return isId(id) ? interpretingFor(id, actor) : refused('missing');
	});

/** A link for one clerk; it is shown this once. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => inviteClerk({ ...(await bodyOf(event)), id: event.params.id }, actor));
