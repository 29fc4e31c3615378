import {
	type DeskRow,
	type DeskState,
	deskStateAt,
	deskWays,
	helpersAt,
	hoursOf,
	type Sitting,
} from '#lib/network/index.server.ts';
import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { rooms } from './store.server.ts';

/** Somebody who has said nothing for so long keeps no helper busy. */
const TALK_GOES_ON_MS = 20 * 60_000;
const NOBODY: Sitting = { present: 0, room: 0, waiting: 0 };

/** Whether somebody answers at the desk now, and else what is missing or when it opens. */
export async function deskState(db: Queryable, desk: DeskRow): Promise<DeskState> {
	const hours = await hoursOf(db, desk);
	return deskStateAt(hours, now(), hours.covered ? await sittingAt(db, desk.id) : NOBODY);
}

/** Who waits for a talk has a place in it before whoever comes; who left a question waits without one. */
async function sittingAt(db: Queryable, deskId: string): Promise<Sitting> {
	const here = await helpersAt(db, deskId);
	const { talksEach } = await deskWays(db, deskId);
	const { talks, waiting, forTalk } = await rooms(db).busy(deskId, here, new Date(instant() - TALK_GOES_ON_MS));
	return { present: here.length, room: here.length * talksEach - talks - forTalk, waiting };
}
