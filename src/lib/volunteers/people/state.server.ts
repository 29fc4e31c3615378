import { letHelp } from '#lib/identity/index.server.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { volunteers } from './store.server.ts';
import { mayHelp, type Volunteer } from './volunteer.ts';

/** Of herself: nothing but what she did is left here. */
export const hasLeft = async (db: Queryable, id: string): Promise<boolean> =>
	(await volunteers(db).byId(id))?.state === 'left';

/** Her state from now on, and with it whether she is let to people's words: identity knows no volunteers. */
export async function enterState(
	at: Pick<Within<Actor>, 'tx' | 'announce'>,
	{ id, state, pausedUntil }: Pick<Volunteer, 'id' | 'state' | 'pausedUntil'>,
): Promise<void> {
	await volunteers(at.tx).setState(id, { state, pausedUntil });
	await letHelp(at, { id, mayHelp: mayHelp({ state }) });
}
