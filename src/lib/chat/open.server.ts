import type * as v from 'valibot';
import { type DeskRow, giveCode, openCase, siteDesk, startSession, stateOf } from '#lib/cases/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { command, refused, type Refusal } from '#lib/platform/command.server.ts';
import { isTwin, type Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { mask } from '#lib/privacy/index.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Conversation, DAYS_KEPT, DAYS_TO_ANSWER } from './conversation.ts';
import { maskCertain } from './maskCertain.ts';
import { maySayTheSame } from './sameText.ts';
import { openSchema } from './schema.ts';
import { messages } from './messages/store.server.ts';
import { conversations } from './store.server.ts';
import { openRows, sealText } from './words.server.ts';
import { eventRow } from './messages/step.server.ts';

type Opening = v.InferOutput<typeof openSchema>;
type Opened = {
	readonly conversationId: string;
	readonly code: string;
	readonly token: string;
	/** It was opened before with another text: this one is stored nowhere. */
	readonly hasOtherText?: boolean;
};

/** A form sent again within this time (double click, back button) leads into the conversation it opened. */
const REPEATABLE_MS = 10 * 60_000;

/**
 * Opens a conversation with its first message; nothing else is asked. Gives the code and the session, once. A form that
 * is sent twice in one moment is answered twice alike: were each given a code of its own, the one on the screen might be
 * the one that works no more.
 */
export function openConversation(raw: unknown, actor: Actor): Promise<Opened | Refusal> {
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
async function openOnce(raw: unknown, actor: Actor): Promise<Opened | Refusal> {
	try {
		return await open(raw, actor);
	} catch (error) {
		if (!isTwin(error)) throw error;
		return open(raw, actor);
	}
}

const open = command({
	input: openSchema,
	load: (_input, { tx }) => siteDesk(tx),
	allow: (_desk: DeskRow, _at: { actor: Actor }) => true,
	run: async (desk, { tx, announce }, opening): Promise<Opened | Refusal> => {
		const earlier = await conversations(tx).byStartKey(opening.startKey);
		if (earlier) return repeat(tx, earlier, opening);
		const opened = await begin(tx, desk, opening);
		announce('queue', desk.id);
		return opened;
	},
	present: (opened) => opened,
});

async function begin(tx: Queryable, desk: DeskRow, opening: Opening): Promise<Opened> {
	const { language } = opening;
	const { caseId, code, token } = await openCase(tx, desk, { language, expiresOn: today(DAYS_KEPT) });
	const id = newId();
	await conversations(tx).add({
		...{ id, caseId, deskId: desk.id, organisationId: desk.organisationId, startKey: opening.startKey },
		...{ kind: await kindOf(tx, desk, opening), language, page: opening.page, openedAt: now() },
		dueOn: opening.kind === 'accessibility' ? today(DAYS_TO_ANSWER) : null,
		expiresOn: today(DAYS_KEPT),
	});
	await writeFirst(tx, id, opening);
	return { conversationId: id, code, token };
}

/** What is asked while the desk is closed is a question: the answer is read later, with the code. */
async function kindOf(tx: Queryable, desk: DeskRow, { kind }: Opening): Promise<Conversation['kind']> {
	if (kind !== 'chat') return kind;
	return (await stateOf(tx, desk)).open ? 'chat' : 'question';
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

async function repeat(tx: Queryable, earlier: Conversation, { text }: Opening): Promise<Opened | Refusal> {
	if (instant() - earlier.openedAt.getTime() > REPEATABLE_MS) return refused('sent-before');
	const [first] = await openRows(earlier, await messages(tx).after(earlier.id, 0, 1));
	const hasOtherText = Boolean(first?.text) && !maySayTheSame(first?.text ?? '', text);
	const code = await giveCode(tx, earlier.caseId);
	const token = await startSession(tx, earlier.caseId);
	return { conversationId: earlier.id, code, token, hasOtherText };
}
