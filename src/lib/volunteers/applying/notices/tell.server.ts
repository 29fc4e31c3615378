import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Application } from '../application.ts';
import { applicationNotices } from './store.server.ts';
import { openApplicant, sealUnder } from '../words.server.ts';

/**
 * That there is an answer: in the transaction that gives it, while it is still known how she is reached. To whom lies
 * sealed under a share of the word's own, so that it goes with the word.
 */
export async function tellApplicant(tx: Queryable, one: Application): Promise<void> {
	const who = await openApplicant(one);
	if (!who || who.reachedBy === 'none') return;
	const kept = { id: newId(), keptUntil: one.keptUntil };
	const sealed = await sealUnder(kept, who.contact);
	await applicationNotices(tx).add({ ...kept, applicationId: one.id, kind: who.reachedBy, sealed, at: now() });
}
