import { namesOfOrganisation } from '#lib/network/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Conversation } from '../conversation.ts';
import { herOwn } from '../end.server.ts';
import { NOTES_CHANGED } from '../notes/notes.server.ts';
import { consentSchema } from '../schema.ts';
import type { VisitorActor } from '../visitor.ts';
import { handovers } from './store.server.ts';

/** The organisation that the visitor is asked about: whether it may go on with her. */
type AskedAbout = { readonly id: string; readonly name: string };

/** Null when nothing is asked. */
export async function askedOfVisitor({ id, endedAt }: Conversation, lang: string): Promise<AskedAbout | null> {
	const offer = endedAt === null ? await handovers(ground().db).open(id) : null;
	if (offer?.consent !== 'asked' || !offer.toOrganisation) return null;
	const names = await namesOfOrganisation(ground().db, offer.toOrganisation);
	return { id: offer.toOrganisation, name: inLanguage(names, lang) || offer.toOrganisation };
}

/**
 * Her yes or no, to the organisation that her page named: the holder may have taken that offer back and made another.
 * Before a yes nobody outside learns of her; with a no the offer is over.
 */
export const answerConsent = command({
	input: consentSchema,
	load: herOwn,
	allow: (conversation, _at: { actor: VisitorActor }) => conversation.endedAt === null || refused('ended'),
	run: async (conversation, { tx, audit, announce }, { answer, to }) => {
		const offer = await handovers(tx).open(conversation.id);
		if (offer?.consent !== 'asked' || offer.toOrganisation !== to) return refused('not-offered');
		await handovers(tx).answerFor(offer.id, answer === 'yes' ? 'given' : 'refused');
		if (answer === 'no') await handovers(tx).settle(conversation.id, 'declined', null, now());
		const reason = `to ${offer.toOrganisation}`;
		await audit({
			...{ action: answer === 'yes' ? 'agree' : 'refuse', subject: 'conversation', subjectId: conversation.id },
			reason,
		});
		announce('conversation', conversation.id);
		announce(NOTES_CHANGED, conversation.id);
		announce('queue', conversation.deskId);
		if (answer === 'yes' && offer.toDesk) announce('queue', offer.toDesk);
		return { answer };
	},
	present: ({ answer }) => ({ answer }),
});
