import type { Channel } from '../codes.ts';

/**
 * What is written in a case apart from its conversations. `question`: her own words, by whatever way they came; `answer`:
 * for her, she reads it with her code; `note`: between helpers; `referral`: what a partner wrote when it sent her.
 */
export const ENTRY_KINDS = ['question', 'answer', 'note', 'referral'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export type EntryChannel = Exclude<Channel, 'chat'> | 'site';

export type Entry = {
	readonly number: number;
	readonly kind: EntryKind;
	/** By which way it came or goes; null for what is between helpers. */
	readonly channel: EntryChannel | null;
	/** Null when its key is gone. */
	readonly text: string | null;
	/** Kinds of numbers that were hidden before it was stored. */
	readonly hidden: readonly string[];
	/** The chosen name of the helper, or the office of the clerk; null for her own words. */
	readonly signed: string | null;
	readonly language: string | null;
	readonly writtenAt: string;
};

/** What she may read of her case herself: all but what helpers write to each other. */
export const isHers = ({ kind }: Pick<Entry, 'kind'>): boolean => kind !== 'note';

export const LONGEST_ENTRY = 20_000;

/** Where an entry belongs; bound into its seal. */
export function placeOfEntry(caseId: string, number: number, kind: EntryKind): string {
	return `case/${caseId}/${number}/${kind}`;
}
