import type { Queryable } from '#lib/platform/db/database.server.ts';
import { messages, type NewMessage } from './messages/store.server.ts';

type Answer = { readonly conversationId: string; readonly after: number; readonly accountId: string };

/**
 * Whether a colleague has answered since the step that the writer had before her eyes when she began. Asked under the
 * lock of the conversation: also of what is being written in the same moment.
 */
export async function isAnsweredMeanwhile(
	tx: Queryable,
	rows: readonly NewMessage[],
	{ conversationId, after, accountId }: Answer,
): Promise<boolean> {
	const isOfColleague = (row: NewMessage): boolean =>
		row.conversationId === conversationId &&
		row.author === 'helper' &&
		row.kind !== 'rendering' &&
		row.accountId !== accountId;
	if (rows.some((row) => isOfColleague(row) && row.seq > after)) return true;
	return messages(tx).hasAnswerOfAnother(conversationId, after, accountId);
}
