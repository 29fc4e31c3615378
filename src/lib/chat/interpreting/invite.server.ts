import type { StaffActor } from '#lib/identity/index.ts';
import { instant, now } from '#lib/platform/clock.ts';
import { command, refused } from '#lib/platform/command.server.ts';
import { isLanguage } from '#lib/platform/i18n/catalogue.server.ts';
import { newId, randomToken } from '#lib/platform/randomness.server.ts';
import { within } from '../claim.server.ts';
import { may } from '../policy.ts';
import { idSchema } from '../schema.ts';
import { isAlive, LINK_HOURS } from './clerk.ts';
import { CLERK_CHANGED, endClerk } from './end.server.ts';
import { hashOfLink } from './link.server.ts';
import { inviteSchema } from './schema.ts';
import { clerks } from './store.server.ts';

/** Makes a link by which one clerk comes into this conversation, in one browser. It is given this once. */
export const inviteClerk = command({
	input: inviteSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).interpret(conversation) || refused('not-held'),
	run: async (conversation, { tx, actor, audit, enqueue, announce }, { language, seesAll }) => {
		if (!isLanguage(language)) return refused('malformed', { language: 'language' });
		const current = await clerks(tx).current(conversation.id);
		if (current && isAlive(current, now())) return refused('clerk-already');
		if (current) await endClerk(tx, conversation, 'clerk-left');
		const [id, link, expiresAt] = [newId(), randomToken(), new Date(instant() + LINK_HOURS * 3_600_000)];
		const whose = { id, conversationId: conversation.id, invitedBy: actor.id, linkHash: await hashOfLink(link) };
		await clerks(tx).add({ ...whose, language, seesAll, madeAt: now(), expiresAt });
		await enqueue({ kind: 'end-clerk', key: id, payload: { id }, runAt: expiresAt });
		await audit({ action: 'invite', subject: 'clerk', subjectId: id });
		announce(CLERK_CHANGED, conversation.id);
		return { link, language };
	},
	present: (made) => made,
});

/** Ends the clerk's presence, or takes back a link that nobody has used yet. */
export const dismissClerk = command({
	input: idSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).dismiss(conversation) || refused('not-held'),
	run: async (conversation, { tx, audit, announce }) => {
		const ended = await endClerk(tx, conversation, 'clerk-left');
		if (!ended) return refused('no-clerk');
		await audit({ action: 'dismiss', subject: 'clerk', subjectId: ended.id });
		announce('conversation', conversation.id);
		announce(CLERK_CHANGED, conversation.id);
		return {};
	},
	present: () => ({}),
});
