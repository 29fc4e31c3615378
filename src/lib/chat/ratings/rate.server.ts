import * as v from 'valibot';
import { today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { herOwn } from '../end.server.ts';
import type { VisitorActor } from '../visitor.ts';
import { FACES, quarterOf, type Shown, shownRatings } from './rating.ts';
import { ratings } from './store.server.ts';

/** One press after the end, once. What is kept of it is a number of the desk and the quarter. */
export const rateConversation = command({
	input: v.object({ face: v.picklist(FACES) }),
	load: (_input, at: Within<VisitorActor>) => herOwn({}, at),
	allow: (conversation) => (conversation.endedAt !== null && conversation.blockedAt === null) || refused('not-ended'),
	run: async (conversation, { tx }, { face }) => {
		if (await ratings(tx).markRated(conversation.id))
			await ratings(tx).add(conversation.deskId, quarterOf(today()), face);
		return {};
	},
	present: () => ({ rated: true }),
});

/**
 * The newest quarter that is over. The running one is shown to nobody: who saw it before and after a conversation would
 * know what its visitor pressed.
 */
export async function ratingsOf(deskId: string): Promise<Shown | null> {
	const rows = await ratings(ground().db).before(deskId, quarterOf(today()));
	const [newest] = rows;
	if (!newest) return null;
	return shownRatings(
		newest.quarter,
		rows.filter(({ quarter }) => quarter === newest.quarter),
	);
}
