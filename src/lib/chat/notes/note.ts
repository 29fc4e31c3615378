/** What helpers write to each other about a conversation. The visitor never sees any of it. */
export type NoteKind = 'note' | 'handover' | 'unsure' | 'answer';

export type Note = {
	readonly number: number;
	readonly kind: NoteKind;
	readonly signed: string;
	readonly isOwn: boolean;
	/** Null when its key is gone. */
	readonly text: string | null;
	/** Of an answer: the doubt it answers. */
	readonly aboutNumber: number | null;
	readonly writtenAt: string;
};

/** Where a note belongs; bound into its seal. */
export const placeOfNote = (conversationId: string, number: number, kind: NoteKind): string =>
	`${conversationId}/note/${number}/${kind}`;

export const placeOfDraft = (conversationId: string, accountId: string): string =>
	`${conversationId}/draft/${accountId}`;
