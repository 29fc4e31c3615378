import { countWait } from '#lib/cases/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Conversation } from '../conversation.ts';
import { conversations } from '../store.server.ts';

/** Who waits right now in an organisation: given-back conversations too, which are no new waits. */
export async function waitingNow(organisationId: string): Promise<Waiting[]> {
	const rows = await conversations(ground().db).standing(organisationId);
	return rows.map(({ kind, waiting, since }) => ({ channel: channelOf(kind), waiting, since }));
}

type Waiting = { readonly channel: 'chat' | 'question'; readonly waiting: number; readonly since: Date };
type End = Parameters<typeof countWait>[2];

/** Her wait is over, one way or the other, and goes into the figures of the desk. Nothing for one who does not wait. */
export async function endWait(tx: Queryable, of: Conversation, end: End): Promise<void> {
	const { id, caseId, deskId, kind, waitingSince } = of;
	if (!waitingSince) return;
	await countWait(tx, { subjectId: id, caseId, deskId, channel: channelOf(kind), began: waitingSince }, end);
}

const channelOf = (kind: Conversation['kind']): Waiting['channel'] => (kind === 'chat' ? 'chat' : 'question');

/** The same for those of many that still wait, before they are deleted. */
export async function endWaits(tx: Queryable, ids: readonly string[], end: End): Promise<void> {
	for (const waiting of await conversations(tx).waitingAmong(ids)) await endWait(tx, waiting, end);
}
