import { DAYS_WORDS_KEPT } from '#lib/privacy/index.ts';
import type { SentPicture } from './attachments/picture.ts';
import type { SentCard } from './cards/card.ts';

/** A conversation as its rules see it. */
export type ConversationKind = 'chat' | 'question' | 'accessibility';

export type Conversation = {
	readonly id: string;
	readonly caseId: string;
	readonly deskId: string;
	readonly organisationId: string;
	readonly kind: ConversationKind;
	readonly language: string;
	/** The page she came from: a path of ours. */
	readonly page: string | null;
	readonly openedAt: Date;
	/** Since when she waits; null while somebody holds it or when it has ended. */
	readonly waitingSince: Date | null;
	readonly endedAt: Date | null;
	readonly endedBy: 'visitor' | 'helper' | null;
	readonly dueOn: string | null;
	/** The last day on which anybody can read it. */
	readonly expiresOn: string;
	readonly lastSeq: number;
	readonly visitorRead: number;
	readonly helperRead: number;
	readonly blockedAt: Date | null;
	/** That the visitor said how she found the help; never how. */
	readonly rated: boolean;
	/** Who holds it now. */
	readonly holder: string | null;
};

export type Author = 'visitor' | 'helper' | 'clerk' | 'desk';
/** `left`: the house gave it back for a helper who vanished; `handed`: another helper took it over from her. */
export type MessageKind =
	| 'text'
	| 'card'
	| 'picture'
	/** The message of `aboutSeq` in another language. */
	| 'rendering'
	| 'claimed'
	| 'released'
	| 'left'
	| 'handed'
	| 'clerk-came'
	| 'clerk-left'
	| 'clerk-declined'
	| 'ended'
	| 'reopened'
	| 'redacted'
	/** A picture was taken out; `aboutSeq` says which. */
	| 'removed';
/** Who made a rendering: a person; a machine; a machine, and a person went over it. */
export type Made = 'human' | 'machine' | 'checked';
export type Hidden = 'hetu' | 'iban' | 'card' | 'code';

/** One step of a conversation as people see it. `text` is null for a change of state, and when its key is gone. */
export type Message = {
	readonly seq: number;
	readonly author: Author;
	readonly kind: MessageKind;
	readonly text: string | null;
	/** Of a card: what it shows; `text` then says the same in words. */
	readonly card: SentCard | null;
	/** Of a picture: what there is to be seen; its pages are asked for one by one. */
	readonly picture: SentPicture | null;
	/** Kinds of numbers that were hidden before anything was stored. */
	readonly hidden: readonly Hidden[];
	readonly aboutSeq: number | null;
	/** In which it was written; null for a change of state. */
	readonly language: string | null;
	/** Of a rendering: how. */
	readonly made: Made | null;
	/** The chosen name of the helper who wrote, or the office and name of the clerk. */
	readonly signed: string | null;
	readonly sentAt: string;
	/** By which the sender's browser knows its own message again. */
	readonly clientId: string;
};

/** Days that words are kept after the visitor's last message. */
export const DAYS_KEPT = DAYS_WORDS_KEPT;
/** Days in which feedback on accessibility must be answered (law 306/2019). */
export const DAYS_TO_ANSWER = 14;
export const LONGEST_TEXT = 4_000;

/** Where a message belongs; bound into its seal. */
export function placeOf(conversationId: string, seq: number, author: Author): string {
	return `${conversationId}/${seq}/${author}`;
}

/**
 * Whether what she writes goes on in the newest conversation of her case: always, but for one that has ended at another
 * organisation than the one that looks after the case now.
 */
export function goesOnIn(
	of: { readonly organisationId: string },
	latest: Pick<Conversation, 'organisationId' | 'endedAt'> | null,
): boolean {
	return latest !== null && (latest.endedAt === null || latest.organisationId === of.organisationId);
}

/** An honest guess, in minutes, or null when nothing is known: nobody there, or no recent waits to judge by. */
export function expectedWait(place: number, present: number, recentWaits: readonly number[]): number | null {
	if (present === 0 || recentWaits.length < 5) return null;
	const sorted = [...recentWaits].sort((a, b) => a - b);
	const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
	return Math.max(1, Math.ceil(median * Math.ceil(place / present)));
}
