import type { Queryable } from '#lib/platform/db/database.server.ts';
import { countWait } from '../figures/waits.server.ts';
import type { CaseRow } from '../store.server.ts';
import { hands } from './store.server.ts';

/** She has been answered, by whatever way: her wait is over and goes into the figures. Nothing for one who does not wait. */
export async function endWait(tx: Queryable, { id, deskId, waitingSince }: CaseRow): Promise<void> {
	if (!waitingSince) return;
	const wrote = await hands(tx).channelOf(id);
	const channel = wrote === null || wrote === 'site' ? 'question' : wrote;
	await countWait(tx, { subjectId: id, caseId: id, deskId, channel, began: waitingSince }, 'answered');
	await hands(tx).answered(id);
}
