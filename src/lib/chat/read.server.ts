import { visitorCase } from '#lib/cases/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { organisationsWhere } from '#lib/identity/index.ts';
import { helpersPresent } from '#lib/network/index.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { instant } from '#lib/platform/clock.ts';
import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { type Conversation, expectedWait, type Message } from './conversation.ts';
import { may } from './policy.ts';
import { messages } from './messages/store.server.ts';
import { conversations } from './store.server.ts';
import { openRows } from './words.server.ts';

const RECENT_DAYS = 14;
const LONGEST_HISTORY = 2_000;

/** Where the visitor stands: how many are before her, and, only when it can be judged, how long it may take. */
export type Place = { readonly place: number; readonly present: number; readonly minutes: number | null };

/** The conversation of a visitor's session; null when there is none, when it was erased or its time is over. */
export async function visitorConversation(token: string | undefined): Promise<Conversation | null> {
	const found = await visitorCase(token);
	return found && latestConversation(found.id);
}

/** The conversation in which a case goes on; null when it has none. */
export const latestConversation = (caseId: string): Promise<Conversation | null> =>
	conversations(ground().db).latestOfCase(caseId);

/** All that are kept of it, the oldest first. */
export async function conversationsOfCase(caseId: string): Promise<Conversation[]> {
	const { db } = ground();
	const ids = (await conversations(db).ofCase(caseId)).map(({ id }) => id).sort();
	const found = await Promise.all(ids.map((id) => conversations(db).byId(id)));
	return found.filter((one) => one !== null);
}

/** All its steps in order. */
export async function readConversation(conversation: Conversation, after = 0): Promise<Message[]> {
	return openRows(conversation, await messages(ground().db).after(conversation.id, after, LONGEST_HISTORY));
}

/** The same for somebody at the desk; each reading is on record (P35). */
export async function readForHelper(
	id: string,
	actor: StaffActor,
): Promise<{ conversation: Conversation; messages: Message[] } | Refusal> {
	const conversation = await beginReading(id, actor);
	return isRefusal(conversation) ? conversation : { conversation, messages: await readConversation(conversation) };
}

/** The same for a paper that the person at the desk takes home. */
export async function readForPaper(
	id: string,
	actor: StaffActor,
): Promise<{ conversation: Conversation; messages: Message[] } | Refusal> {
	const conversation = await beginReading(id, actor, 'print');
	return isRefusal(conversation) ? conversation : { conversation, messages: await readConversation(conversation) };
}

/** Lets somebody at the desk read on from now, and puts it on record. */
export async function beginReading(
	id: string,
	actor: StaffActor,
	action: 'read' | 'print' = 'read',
): Promise<Conversation | Refusal> {
	const conversation = await readableFor(id, actor);
	if (isRefusal(conversation)) return conversation;
	await recordAudit(ground().db, actor, { action, subject: 'conversation', subjectId: id });
	return conversation;
}

/** The conversation, if she may read it. Whoever shows words of it puts that on record. */
export async function readableFor(id: string, actor: StaffActor): Promise<Conversation | Refusal> {
	const conversation = await conversations(ground().db).reachable(id, organisationsWhere(actor, 'helpAtDesk'));
	if (!conversation) return refused('missing');
	return may(actor).read(conversation) ? conversation : refused('forbidden');
}

/** Null when she does not wait. */
export async function placeInQueue(conversation: Conversation): Promise<Place | null> {
	const { db } = ground();
	const queue = await conversations(db).queueOf(conversation.deskId);
	const place = queue.indexOf(conversation.id) + 1;
	if (place === 0) return null;
	const present = await helpersPresent(db, conversation.deskId);
	const since = new Date(instant() - RECENT_DAYS * 86_400_000);
	const waits = present > 0 ? await conversations(db).recentWaits(conversation.deskId, since) : [];
	return { place, present, minutes: expectedWait(place, present, waits) };
}

/** Whether she may follow the conversation now (typing signs, read marks); asked often, so it leaves no record. */
export async function mayFollow(id: string, actor: StaffActor): Promise<boolean> {
	return !isRefusal(await readableFor(id, actor));
}

/** Whether it is there, and belongs to another organisation than hers. */
export async function isElsewhere(id: string, actor: StaffActor): Promise<boolean> {
	const conversation = await conversations(ground().db).byId(id);
	return conversation !== null && !organisationsWhere(actor, 'helpAtDesk').includes(conversation.organisationId);
}

/** The last number that a side has read; 0 when the conversation is gone. */
export async function readBy(side: 'visitor' | 'helper', id: string): Promise<number> {
	const conversation = await conversations(ground().db).byId(id);
	return (side === 'visitor' ? conversation?.visitorRead : conversation?.helperRead) ?? 0;
}
