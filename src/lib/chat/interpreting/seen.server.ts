import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Conversation } from '../conversation.ts';
import { readableFor, readConversation } from '../read.server.ts';
import { conversations } from '../store.server.ts';
import { type Clerk, type ClerkStep, forClerk, hasCome, isAlive, type PresentClerk } from './clerk.ts';
import type { Attended } from './come.server.ts';
import { clerks } from './store.server.ts';
import { wordDraftsAreOn } from './translator.server.ts';

/** What the console shows of the clerk. */
export type SeenClerk = {
	readonly language: string;
	readonly seesAll: boolean;
	/** Null while nobody has come by the link. */
	readonly signed: string | null;
	readonly fromSeq: number | null;
	readonly until: string;
	readonly triedAgainAt: string | null;
};
export type Interpreting = { readonly clerk: SeenClerk | null; readonly drafts: boolean };

/** The clerk of a conversation that somebody at the desk reads, and whether a machine may draft. */
export async function interpretingIn(conversation: Conversation): Promise<Interpreting> {
	const clerk = await currentClerk(conversation.id);
	return { clerk: clerk && seen(clerk), drafts: wordDraftsAreOn() };
}

/** The same for a console that was told of a change. */
export async function interpretingFor(id: string, actor: StaffActor): Promise<Interpreting | Refusal> {
	const conversation = await readableFor(id, actor);
	return isRefusal(conversation) ? conversation : interpretingIn(conversation);
}

/** The clerk as the visitor knows of one: by name, and how much is seen; null when nobody is there. */
export async function clerkBeside(id: string): Promise<{ signed: string; seesAll: boolean } | null> {
	const clerk = await currentClerk(id);
	return clerk && hasCome(clerk) ? { signed: clerk.signed, seesAll: clerk.seesAll } : null;
}

/** Whether the clerk of an open stream is still there: asked before each word that goes out. */
export async function isStillThere({ id, conversationId }: PresentClerk): Promise<boolean> {
	const [clerk, conversation] = [
		await currentClerk(conversationId),
		await conversations(ground().db).byId(conversationId),
	];
	return clerk?.id === id && conversation?.endedAt === null && conversation.blockedAt === null;
}

/** The conversation as far as the clerk may see it. */
export async function readAsClerk({ clerk, conversation }: Attended): Promise<ClerkStep[]> {
	return (await readConversation(conversation, clerk.fromSeq)).map((step) => forClerk(step, clerk));
}

async function currentClerk(conversationId: string): Promise<Clerk | null> {
	const clerk = await clerks(ground().db).current(conversationId);
	return clerk && isAlive(clerk, now()) ? clerk : null;
}

function seen({ language, seesAll, signed, fromSeq, expiresAt, triedAgainAt }: Clerk): SeenClerk {
	const until = expiresAt.toISOString();
	return { language, seesAll, signed, fromSeq, until, triedAgainAt: triedAgainAt?.toISOString() ?? null };
}
