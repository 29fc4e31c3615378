import { caseHasMore } from '#lib/cases/index.server.ts';
import { latestConversation } from '#lib/chat/index.server.ts';

/** Where there is something to read for whoever came by her code: her conversation, or her case as a whole. */
export async function placeToRead(caseId: string): Promise<'/chat' | '/case'> {
	const conversation = await latestConversation(caseId);
	if (!conversation) return '/case';
	const isUnread = conversation.visitorRead < conversation.lastSeq;
	return isUnread || !(await caseHasMore(caseId)) ? '/chat' : '/case';
}
