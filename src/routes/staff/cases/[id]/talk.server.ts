import { latestConversation, may } from '#lib/chat/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';

/** Her conversation in the chat, which stands beside the case: where it is to be found, for whoever may know of it. */
export async function talkOf(caseId: string, actor: StaffActor) {
	const found = await latestConversation(caseId);
	if (!found || !organisationsWhere(actor, 'helpAtDesk').includes(found.organisationId)) return null;
	const { id, kind, openedAt, endedAt } = found;
	return { id, kind, openedAt, isOver: endedAt !== null, isReadable: may(actor).read(found) };
}
