import { refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Unfolded } from '../attachments/parcel.ts';
import type { SentCard } from '../cards/card.ts';
import type { Conversation, Hidden } from '../conversation.ts';
import type { Said } from '../interpreting/place.server.ts';

/** A message on its way into a conversation. */
export type Sending = {
	readonly conversationId: string;
	readonly clientId: string;
	readonly text: string;
	/** Kinds that were hidden before the text came here. */
	readonly alreadyHidden?: readonly Hidden[];
	readonly by: Writer;
	/** She says that what looks like a code is none. */
	readonly notSecret?: boolean;
	/** Sent instead of a text: made when the language of the conversation is known; null when there is no such card. */
	readonly card?: ((lang: string) => SentCard | null) | undefined;
	/** Sent instead of a text. */
	readonly picture?: Unfolded;
	/** In which it is written, if not in the conversation's own language. */
	readonly language?: string | undefined;
	/** The text says a message of this conversation in another language. */
	readonly rendering?: Said;
};
export type Writer = { author: 'visitor' } | HelperWriting | ClerkWriting;
type ClerkWriting = { author: 'clerk'; signed: string; mayWriteNow(tx: Queryable): Promise<boolean> };
/** What she may is asked of the conversation as it is under its lock. */
type HelperWriting = {
	author: 'helper';
	accountId: string;
	signed: string;
	/** The last step she had before her eyes when she began; without it nobody asks what came since. */
	after?: number | undefined;
	mayReach(conversation: Conversation): boolean;
	mayAnswer(conversation: Conversation): boolean;
};
/** What was stored: the text with its secrets hidden, under its number. */
export type Sent = { readonly seq: number; readonly text: string; readonly hidden: readonly Hidden[] };

/** Out of reach looks like not there. */
export function reach(conversation: Conversation | undefined, by: Writer): Conversation | Refusal {
	return !conversation || (by.author === 'helper' && !by.mayReach(conversation)) ? refused('missing') : conversation;
}

export function mayWrite(conversation: Conversation, by: Writer): Conversation | Refusal {
	if (by.author === 'helper' && !by.mayAnswer(conversation)) return refused('not-held');
	if (conversation.blockedAt) return refused('blocked');
	if (by.author === 'visitor') return conversation;
	return conversation.endedAt ? refused('ended') : conversation;
}
