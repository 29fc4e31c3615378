import {
	type Conversation,
	draftOf,
	interpretingIn,
	type Message,
	notesOf,
	proposedMinutes,
	readForHelper,
} from '#lib/chat/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { answer, isId } from '../answer.server.ts';
import type { RequestHandler } from './$types';

/** The words of a conversation, for the one who may read them; each reading is on record. */
export const GET: RequestHandler = (event) =>
	answer(event, async (actor) => {
		const { id } = event.params;
		const read = isId(id) ? await readForHelper(id, actor) : refused('missing');
		return isRefusal(read) ? read : { ...(await present(read)), ...(await beside(read.conversation, actor)) };
	});

async function beside(conversation: Conversation, actor: StaffActor) {
	return {
		notes: await notesOf(conversation, actor),
		draft: await draftOf(conversation, actor),
		interpreting: await interpretingIn(conversation),
	};
}

async function present({ conversation, messages }: { conversation: Conversation; messages: Message[] }) {
	const { id, caseId, language, kind, page, expiresOn, visitorRead, endedAt } = conversation;
	return {
		conversation: { id, caseId, language, kind, page, expiresOn, visitorRead, ended: endedAt !== null },
		messages,
		minutes: await proposedMinutes(conversation, ground().db),
	};
}
