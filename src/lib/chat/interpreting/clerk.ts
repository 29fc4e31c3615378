import type { Message, MessageKind } from '../conversation.ts';

/** Somebody of a partner whom a helper brought into one conversation. */
export type Clerk = {
	readonly id: string;
	readonly conversationId: string;
	readonly language: string;
	/** Also what was written before the clerk came. */
	readonly seesAll: boolean;
	/** Office and name as the clerk gave them; null until somebody came by the link. */
	readonly signed: string | null;
	/** The last step that stays out of the clerk's sight. */
	readonly fromSeq: number | null;
	readonly expiresAt: Date;
	/** When another browser tried the link. */
	readonly triedAgainAt: Date | null;
	readonly endedAt: Date | null;
};
/** One who has come. */
export type PresentClerk = Clerk & { readonly signed: string; readonly fromSeq: number };

/** A working day; the end of the talk comes before it. */
export const LINK_HOURS = 8;

export const isAlive = ({ endedAt, expiresAt }: Clerk, at: Date): boolean => endedAt === null && at < expiresAt;
export const hasCome = (clerk: Clerk): clerk is PresentClerk => clerk.signed !== null && clerk.fromSeq !== null;

/** Office and name as everybody reads them. */
export const signedAs = (office: string, name: string): string => [name, office].filter(Boolean).join(', ');

/** A step as the clerk gets it; `passed` stands for one that is not for the clerk's eyes, so that numbers have no gap. */
export type ClerkStep = Omit<Message, 'kind'> & { readonly kind: MessageKind | 'passed' };

/** What is not named here the clerk does not get, whatever kinds there may be one day. */
const FOR_CLERKS: readonly MessageKind[] = [
	...(['text', 'card', 'rendering', 'redacted'] as const),
	...(['claimed', 'handed', 'left', 'released', 'clerk-came', 'clerk-left', 'clerk-declined', 'ended'] as const),
];

export function forClerk(step: Message, { fromSeq }: Pick<PresentClerk, 'fromSeq'>): ClerkStep {
	const isEarlier = step.seq <= fromSeq || (step.aboutSeq !== null && step.aboutSeq <= fromSeq);
	return isEarlier || !FOR_CLERKS.includes(step.kind) ? passed(step) : { ...step, clientId: ownOnly(step) };
}

const ownOnly = ({ author, clientId }: Message): string => (author === 'clerk' ? clientId : '');

function passed({ seq, sentAt }: Message): ClerkStep {
	const nothing = { text: null, card: null, picture: null, language: null, made: null, signed: null, aboutSeq: null };
	return { seq, sentAt, author: 'desk', kind: 'passed', hidden: [], clientId: '', ...nothing };
}
