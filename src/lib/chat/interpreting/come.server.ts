import * as v from 'valibot';
import { now } from '#lib/platform/clock.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { mask } from '#lib/privacy/index.ts';
import type { Conversation } from '../conversation.ts';
import { herOwn } from '../end.server.ts';
import { addStep } from '../messages/step.server.ts';
import { conversations } from '../store.server.ts';
import type { VisitorActor } from '../visitor.ts';
import { type Clerk, hasCome, isAlive, type PresentClerk, signedAs } from './clerk.ts';
import { CLERK_CHANGED, endClerk } from './end.server.ts';
import { hashOfBrowser, hashOfLink } from './link.server.ts';
import { enterSchema } from './schema.ts';
import { clerks } from './store.server.ts';

/** Somebody who came by a link. It leads to one conversation and to nothing else. */
export type ClerkActor = Actor & { readonly kind: 'clerk' };
type Invited = { readonly clerk: Clerk; readonly conversation: Conversation };

/**
 * Comes by a link and binds it to this browser. A link that is wrong, over, or used by another browser is answered alike;
 * of the last the helper is told.
 */
export const enterAsClerk = command({
	input: enterSchema,
	load: invited,
	allow: ({ clerk, conversation }, _at: { actor: ClerkActor }) =>
		isAlive(clerk, now()) && goesOn(conversation) ? true : refused('missing'),
	run: async ({ clerk, conversation }, { tx, audit, announce }, { browser, office, name }) => {
		const browserHash = hashOfBrowser(browser);
		const other = await clerks(tx).byBrowser(browserHash);
		if (other && other.id !== clerk.id && isAlive(other, now())) return refused('clerk-elsewhere');
		announce(CLERK_CHANGED, conversation.id);
		if (hasCome(clerk)) {
			const isSame = await clerks(tx).isOfBrowser(clerk.id, browserHash);
			if (!isSame) await clerks(tx).noteTriedAgain(clerk.id, now());
			return { clerk, isRefused: !isSame };
		}
		const signed = mask(signedAs(office, name)).text;
		const fromSeq = clerk.seesAll ? 0 : conversation.lastSeq;
		await clerks(tx).enter(clerk.id, { browserHash, signed, fromSeq, at: now() });
		await addStep(tx, conversation, { kind: 'clerk-came', signed });
		await audit({ action: 'enter', subject: 'clerk', subjectId: clerk.id });
		announce('conversation', conversation.id);
		return { clerk, isRefused: false };
	},
	// Not a refusal within the transaction: that the link was tried must stay noted.
	present: ({ clerk, isRefused }) => (isRefused ? refused('missing') : { language: clerk.language }),
});

/** The clerk goes. */
export const leaveAsClerk = command({
	input: v.object({ browser: v.string() }),
	load: async ({ browser }, { tx }: Within<ClerkActor>): Promise<Invited | null> => {
		const clerk = await clerks(tx).byBrowser(hashOfBrowser(browser));
		const conversation = clerk && (await conversations(tx).locked(clerk.conversationId));
		return conversation ? { clerk, conversation } : null;
	},
	allow: () => true,
	run: async ({ clerk, conversation }, { tx, announce }) => {
		if ((await clerks(tx).current(conversation.id))?.id !== clerk.id) return {};
		await endClerk(tx, conversation, 'clerk-left');
		announce('conversation', conversation.id);
		announce(CLERK_CHANGED, conversation.id);
		return {};
	},
	present: () => ({}),
});

/** The visitor does not want a clerk in her conversation: the presence, or the link, ends at once. */
export const declineClerk = command({
	input: v.optional(v.object({}), {}),
	load: (_input, at: Within<VisitorActor>) => herOwn({}, at),
	allow: () => true,
	run: async (conversation, { tx, audit, announce }) => {
		const ended = await endClerk(tx, conversation, 'clerk-declined');
		if (ended) await audit({ action: 'decline', subject: 'clerk', subjectId: ended.id });
		announce('conversation', conversation.id);
		announce(CLERK_CHANGED, conversation.id);
		return {};
	},
	present: () => ({}),
});

async function invited({ link }: { link: string }, { tx }: Within<ClerkActor>): Promise<Invited | null> {
	const found = await clerks(tx).byLink(await hashOfLink(link));
	const conversation = found && (await conversations(tx).locked(found.conversationId));
	// Read again under the lock: of two browsers that came at once one has it now.
	const clerk = conversation && (await clerks(tx).byId(found.id));
	return clerk ? { clerk, conversation } : null;
}

export const goesOn = ({ endedAt, blockedAt }: Conversation): boolean => endedAt === null && blockedAt === null;

export type Attended = { readonly clerk: PresentClerk; readonly conversation: Conversation };

/** Where the clerk of this browser is; null when there is no such place, or not any more. */
export async function attendedBy(browser: string | undefined): Promise<Attended | null> {
	const { db } = ground();
	const clerk = browser ? await clerks(db).byBrowser(hashOfBrowser(browser)) : null;
	if (!clerk || !hasCome(clerk) || !isAlive(clerk, now())) return null;
	const conversation = await conversations(db).byId(clerk.conversationId);
	return conversation && goesOn(conversation) ? { clerk, conversation } : null;
}
