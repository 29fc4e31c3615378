import { takeHeads } from '#lib/events/index.server.ts';
import { answer, bodyOf } from '../../../../conversations/answer.server.ts';
import type { RequestHandler } from './$types';

/** Takes what a phone has kept of those who came, each tap once, and says of each what became of it. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => {
		const { taps } = await bodyOf(event);
		return takeHeads({ occurrenceId: event.params.date, taps }, actor);
	});
