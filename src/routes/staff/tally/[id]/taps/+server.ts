import { takeTaps } from '#lib/cases/index.server.ts';
import { answer, bodyOf } from '../../../conversations/answer.server.ts';
import { topicIds } from '../shown.server.ts';
import type { RequestHandler } from './$types';

/** Takes what a phone has kept, each tap once, and says of each what became of it. */
export const POST: RequestHandler = (event) =>
	answer(event, async (actor) => {
		const { taps } = await bodyOf(event);
		return takeTaps({ tallyId: event.params.id, taps, topics: topicIds() }, actor);
	});
