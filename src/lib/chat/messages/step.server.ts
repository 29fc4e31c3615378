import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Conversation } from '../conversation.ts';
import { messages, type NewMessage } from './store.server.ts';

/** A message that has no number and no seal yet. */
export type Unplaced = Omit<NewMessage, 'conversationId' | 'seq' | 'sealed'>;
type Change = Pick<NewMessage, 'kind'> & Partial<Pick<NewMessage, 'signed' | 'aboutSeq'>>;

/** A change of state as a step of the conversation, so that every reader's one cursor meets it. */
export function eventRow(kind: NewMessage['kind'], clientId = newId()): Unplaced {
	return {
		clientId,
		author: 'desk',
		accountId: null,
		signed: null,
		kind,
		aboutSeq: null,
		hidden: [],
		language: null,
		made: null,
		sentAt: now(),
	};
}

/** Adds a change of state as the next step of a locked conversation. */
export async function addStep(tx: Queryable, { id, lastSeq }: Conversation, change: Change): Promise<void> {
	const row = { ...eventRow(change.kind), ...change };
	await messages(tx).addAll([{ ...row, conversationId: id, seq: lastSeq + 1, sealed: null }]);
}
