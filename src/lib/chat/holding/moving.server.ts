import { moveCase } from '#lib/cases/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { deskById, namesOfOrganisation } from '#lib/network/index.server.ts';
import type { Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Conversation } from '../conversation.ts';
import { addStep } from '../messages/step.server.ts';
import { CLERK_CHANGED, endClerk } from '../interpreting/end.server.ts';
import { drafts, notes } from '../notes/store.server.ts';
import { conversations } from '../store.server.ts';
import type { HandoverRow } from './store.server.ts';

/** Brings what was accepted to its desk, and says so to the visitor and to the record. */
export async function moveAlong(at: Within<StaffActor>, conversation: Conversation, offer: HandoverRow): Promise<void> {
	const { tx, actor, audit } = at;
	const desk = offer.toDesk ? await deskById(tx, offer.toDesk) : null;
	if (desk) await conversations(tx).moveTo(conversation.id, desk);
	if (!desk || !offer.toOrganisation) {
		await addStep(tx, conversation, { kind: 'handed', signed: actor.chosenName });
		return audit({ action: 'accept', subject: 'conversation', subjectId: conversation.id });
	}
	await moveCase(tx, conversation.caseId, desk);
	await leaveBehind(at, conversation, offer);
	const now = (await conversations(tx).byId(conversation.id)) ?? conversation;
	await addStep(tx, now, { kind: 'handed', signed: await signedOutside(tx, actor, now) });
	const reason = `from ${conversation.organisationId}`;
	await audit({ action: 'accept', subject: 'conversation', subjectId: conversation.id, reason });
}

/** What the first organisation wrote for itself does not go along, but for the note to the second; nor does its clerk. */
async function leaveBehind(at: Within<StaffActor>, { id }: Conversation, { noteNumber }: HandoverRow): Promise<void> {
	await notes(at.tx).removeAllBut(id, noteNumber);
	await drafts(at.tx).removeAll(id);
	const conversation = await conversations(at.tx).byId(id);
	if (conversation && (await endClerk(at.tx, conversation, 'clerk-left'))) at.announce(CLERK_CHANGED, id);
}

/** She reads who answers now, and of which organisation, in her language. */
async function signedOutside(tx: Queryable, { chosenName }: StaffActor, of: Conversation): Promise<string> {
	return `${chosenName}, ${inLanguage(await namesOfOrganisation(tx, of.organisationId), of.language)}`;
}
