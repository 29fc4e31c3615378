import type { Herself } from '../people/ensure.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { today } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { logHours } from './log.server.ts';

/** An hour and a half in the chat of yesterday, or as asked. */
export const typed = (wanted: Record<string, string> = {}) => ({
	...{ day: today(-1), work: 'chat', hours: '1', minutes: '30', clientId: newId() },
	...wanted,
});

/** Writes it down, and gives the id. */
export async function logged(actor: Herself, wanted: Record<string, string> = {}): Promise<string> {
	const done = await logHours(typed(wanted), actor);
	if (isRefusal(done)) throw new Error(`${done.refused} ${JSON.stringify(done.fields)}`);
	return done.id;
}
