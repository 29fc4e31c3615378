import { safeParse } from 'valibot';
import type { StaffActor } from '#lib/identity/index.ts';
import { malformed, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { cardFor } from './cards/cards.server.ts';
import type { Conversation } from './conversation.ts';
import { may } from './policy.ts';
import { answerSchema, cardAnswerSchema, renderingSchema, seqSchema, sendSchema } from './schema.ts';
import { conversations } from './store.server.ts';
import type { Sent, Writer } from './messages/sending.server.ts';
import { sendMessage } from './write.server.ts';

/** A message of the visitor into her own conversation. */
export async function sendAsVisitor(conversationId: string, raw: unknown): Promise<Sent | Refusal> {
	const parsed = safeParse(sendSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	return sendMessage({ conversationId, ...parsed.output, by: { author: 'visitor' } });
}

/**
 * An answer of a helper; whether she holds the conversation, or may answer beside its holder, is decided under its lock.
 * Refused with `answered-meanwhile` when a colleague answered since the step she names in `after`.
 */
export async function answerAsHelper(raw: unknown, actor: StaffActor): Promise<Sent | Refusal> {
	if (typeof raw === 'object' && raw !== null && 'card' in raw) return sendCard(raw, actor);
	if (typeof raw === 'object' && raw !== null && 'rendering' in raw) return sendRendering(raw, actor);
	const parsed = safeParse(answerSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const { id, clientId, text, after, language } = parsed.output;
	return sendMessage({ conversationId: id, clientId, text, language, by: writerOf(actor, after) });
}

async function sendCard(raw: object, actor: StaffActor): Promise<Sent | Refusal> {
	const parsed = safeParse(cardAnswerSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const { id, clientId, after } = parsed.output;
	const card = (lang: string) => cardFor(parsed.output.card, lang);
	return sendMessage({ conversationId: id, clientId, text: '', card, by: writerOf(actor, after) });
}

/** What she says of a message in another language: a step of its own, which nobody can have overtaken. */
async function sendRendering(raw: object, actor: StaffActor): Promise<Sent | Refusal> {
	const parsed = safeParse(renderingSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const { id, clientId, text, rendering } = parsed.output;
	return sendMessage({ conversationId: id, clientId, text, rendering, by: writerOf(actor, undefined) });
}

function writerOf(actor: StaffActor, after: number | undefined): Writer {
	return {
		...{ author: 'helper', accountId: actor.id, signed: actor.chosenName, after },
		mayReach: (conversation) => mayReach(actor, conversation),
		mayAnswer: (conversation) => may(actor).answer(conversation),
	};
}

/** Notes how far a side has read; one row for each side, not a mark on each message. */
export async function noteReadBy(
	reader: 'visitor' | 'helper',
	conversationId: string,
	raw: unknown,
): Promise<true | Refusal> {
	const parsed = safeParse(seqSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const moved = await conversations(ground().db).noteRead(conversationId, reader, parsed.output.seq);
	if (moved) ground().bus.announce('read', conversationId);
	return true;
}

function mayReach(actor: StaffActor, conversation: Conversation): boolean {
	return actor.memberships.some((one) => one.organisationId === conversation.organisationId);
}
