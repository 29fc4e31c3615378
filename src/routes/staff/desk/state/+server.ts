import { deskView } from '#lib/chat/index.server.ts';
import { instant } from '#lib/platform/clock.ts';
import { answer } from '../../conversations/answer.server.ts';
import type { RequestHandler } from './$types';

/** The lists of the desk, for a console that was told of a change or has come back. */
export const GET: RequestHandler = (event) =>
	answer(event, async (actor) => ({ view: await deskView(actor), now: instant() }));
