import type * as v from 'valibot';
import { type CaseRow, giveCode, herCase, keepCaseUntil, openCase, startSession } from '#lib/cases/index.server.ts';
import { deskById, type DeskRow, siteDesk } from '#lib/network/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { againAfterTwin, command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { type Conversation, DAYS_KEPT, DAYS_TO_ANSWER, goesOnIn } from './conversation.ts';
import { maskCertain } from './maskCertain.ts';
import { maySayTheSame } from './sameText.ts';
import { openSchema } from './schema.ts';
import { messages } from './messages/store.server.ts';
import { deskState } from './room/room.server.ts';
import { conversations } from './store.server.ts';
import type { VisitorActor } from './visitor.ts';
import { openRows, sealText } from './words.server.ts';
import { eventRow } from './messages/step.server.ts';

/** Somebody who has no case yet, or who goes on in hers. */
type Opener = VisitorActor | { readonly kind: 'visitor'; readonly id: null };

type Opening = v.InferOutput<typeof openSchema>;
type Opened = {
	readonly conversationId: string;
	/** Hers, when she had no case before; else she has them already. */
	readonly came: { readonly code: string; readonly token: string } | null;
	/** It was opened before with another text: this one is stored nowhere. */
	readonly hasOtherText?: boolean;
};

/** A form sent again within this time (double click, back button) leads into the conversation it opened. */
const REPEATABLE_MS = 10 * 60_000;

/**
 * Opens a conversation with its first message; nothing else is asked. It begins a case, and gives the code and the
 * session, once; whoever has a case goes on in it. A form that is sent twice in one moment is answered twice alike: were
 * each given a code of its own, the one on the screen might be the one that works no more. Refused with `goes-on` when
 * her case has a conversation: she writes there.
 */
export function openConversation(raw: unknown, actor: Opener): Promise<Opened | Refusal> {
	const key = formIn(raw);
	const twin = key === null ? undefined : opening.get(key);
	if (twin) return twin;
	const opened = openOnce(raw, actor).finally(() => key !== null && opening.delete(key));
	if (key !== null) opening.set(key, opened);
	return opened;
}

const opening = new Map<string, Promise<Opened | Refusal>>();

/** The form by its key and its text: with another text it is no twin. */
function formIn(raw: unknown): string | null {
	const isForm = typeof raw === 'object' && raw !== null && 'startKey' in raw && 'text' in raw;
	if (!isForm || typeof raw.startKey !== 'string' || raw.startKey === '') return null;
	return JSON.stringify([raw.startKey, raw.text]);
}

/** Another node may have opened it in the same moment: now it is there to lead into. */
const openOnce = (raw: unknown, actor: Opener): Promise<Opened | Refusal> => againAfterTwin(() => open(raw, actor));

const open = command({
	input: openSchema,
	load: placeToOpen,
	allow: (_place: Place, _at: { actor: Opener }) => true,
	run: async ({ desk, of }, { tx, announce }, opening): Promise<Opened | Refusal> => {
		const earlier = await conversations(tx).byStartKey(opening.startKey);
		if (earlier) return repeat(tx, { earlier, of }, opening);
		if (of && goesOnIn(of, await conversations(tx).latestOfCase(of.id))) return refused('goes-on');
		const opened = of ? await goOn(tx, { desk, of }, opening) : await begin(tx, desk, opening);
		announce('queue', desk.id);
		return opened;
	},
	present: (opened) => opened,
});

type Place = { readonly desk: DeskRow; readonly of: CaseRow | null };

/** At the desk that looks after her case, which is locked; else at the one that answers the site. */
async function placeToOpen(input: Opening, { actor, ...at }: Within<Opener>): Promise<Place | null> {
	const of = actor.id === null ? null : await herCase(input, { ...at, actor });
	const desk = of ? await deskById(at.tx, of.deskId) : await siteDesk(at.tx);
	return desk && { desk, of };
}

async function begin(tx: Queryable, desk: DeskRow, opening: Opening): Promise<Opened> {
	const { language } = opening;
	const { caseId, ...came } = await openCase(tx, desk, { language, expiresOn: today(DAYS_KEPT) });
	return { conversationId: await addConversation(tx, { desk, caseId }, opening), came };
}

async function goOn(tx: Queryable, { desk, of }: Place & { of: CaseRow }, opening: Opening): Promise<Opened> {
	await keepCaseUntil(tx, of.id, today(DAYS_KEPT));
	return { conversationId: await addConversation(tx, { desk, caseId: of.id }, opening), came: null };
}

async function addConversation(
	tx: Queryable,
	{ desk, caseId }: { desk: DeskRow; caseId: string },
	opening: Opening,
): Promise<string> {
	const id = newId();
	await conversations(tx).add({
		...{ id, caseId, deskId: desk.id, organisationId: desk.organisationId, startKey: opening.startKey },
		...{ kind: await kindOf(tx, desk, opening), language: opening.language, page: opening.page, openedAt: now() },
		dueOn: opening.kind === 'accessibility' ? today(DAYS_TO_ANSWER) : null,
		expiresOn: today(DAYS_KEPT),
	});
	await writeFirst(tx, id, opening);
	return id;
}

/**
 * What is asked while nobody is there is a question: the answer is read later, with the code. Where all have their hands
 * full she may wait for her turn.
 */
async function kindOf(tx: Queryable, desk: DeskRow, { kind }: Opening): Promise<Conversation['kind']> {
	if (kind !== 'chat') return kind;
	const { open, lacks } = await deskState(tx, desk);
	return open || lacks === 'room' ? 'chat' : 'question';
}

async function writeFirst(tx: Queryable, id: string, opening: Opening): Promise<void> {
	const { startKey, text, alreadyHidden, notSecret } = opening;
	const { text: masked, spans } = notSecret ? maskCertain(text) : mask(text);
	const sealed = await sealText({ id, expiresOn: today(DAYS_KEPT) }, 1, 'visitor', masked);
	const hidden = [...new Set([...alreadyHidden, ...spans.map((span) => span.kind)])];
	const { language } = opening;
	const row = { ...eventRow('text'), author: 'visitor' as const, clientId: startKey, language };
	await messages(tx).addAll([{ ...row, conversationId: id, seq: 1, sealed, hidden }]);
}

/** In the browser that is in it already nothing is given anew: the code she has noted goes on working. */
async function repeat(
	tx: Queryable,
	{ earlier, of }: { earlier: Conversation; of: CaseRow | null },
	{ text }: Opening,
): Promise<Opened | Refusal> {
	if (instant() - earlier.openedAt.getTime() > REPEATABLE_MS) return refused('sent-before');
	const [first] = await openRows(earlier, await messages(tx).after(earlier.id, 0, 1));
	const hasOtherText = Boolean(first?.text) && !maySayTheSame(first?.text ?? '', text);
	const came = of?.id === earlier.caseId ? null : await comeAgain(tx, earlier.caseId);
	return { conversationId: earlier.id, came, hasOtherText };
}

async function comeAgain(tx: Queryable, caseId: string): Promise<Opened['came']> {
	return { code: await giveCode(tx, caseId), token: await startSession(tx, caseId) };
}
