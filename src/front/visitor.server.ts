import { VISITOR_SESSIONS_CHANGED } from '#lib/cases/index.server.ts';
import {
	askedOfVisitor,
	type Conversation,
	announceTyping,
	clerkBeside,
	follow,
	noteReadBy,
	placeInQueue,
	sendAsVisitor,
	visitorConversation,
} from '#lib/chat/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { answerJson, readJson } from '#lib/platform/http/body.server.ts';
import { jarOf, visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { openStream, type Stream } from '#lib/platform/http/stream.server.ts';
import { instant } from '#lib/platform/clock.ts';
import { answerLater, answerSent, endGone } from './answering.server.ts';
import { type Call, cursorOf } from './call.ts';

const SESSION_KNOWN_MS = 60_000;
const QUEUE_PAUSE_MS = 300;

export async function sendFromVisitor(call: Call): Promise<void> {
	const { request, response, secure, house } = call;
	const session = await sessionOf(call);
	if (!session) return answerJson(response, 404, refused('missing'), secure);
	const wait = secondsToWait('send', session.conversationId, sendingLimit(house.settings.messagesPerMinute));
	if (wait > 0) return answerLater(call, wait);
	const sent = await sendAsVisitor(session.conversationId, await readJson(request));
	answerSent(call, sent);
}

/** Per session, not per address: a library's thirty people behind one address must all get help. */
const sendingLimit = (perMinute: number): Limit => ({ tries: perMinute, perMs: 60_000 });

export async function noteTyping(call: Call): Promise<void> {
	const session = await sessionOf(call);
	if (session) announceTyping(session.conversationId, 'visitor');
	call.response.writeHead(204).end();
}

export async function noteVisitorRead(call: Call): Promise<void> {
	const session = await sessionOf(call);
	if (session) await noteReadBy('visitor', session.conversationId, await readJson(call.request));
	call.response.writeHead(204).end();
}

/** Everything after `Last-Event-ID`, then whatever comes. */
export async function visitorStream(call: Call): Promise<void> {
	const { request, response, url, secure, source, house } = call;
	const conversation = await visitorConversation(tokenOf(call));
	if (!conversation) return answerJson(response, 404, refused('missing'), secure);
	const stream = openStream(
		request,
		response,
		{ session: conversation.id, source: source(), secure },
		house.settings.streams,
	);
	if (!stream) return answerJson(response, 429, refused('too-many'), secure);
	const cursor = cursorOf(String(request.headers['last-event-id'] ?? url.searchParams.get('after') ?? '0'));
	const tellState = (): void => void sendState(stream, conversation.id, call);
	stream.onClose(
		follow(conversation.id, {
			cursor,
			take: (message) => {
				stream.send({ id: message.seq, data: message });
				if (message.kind !== 'text') tellState();
			},
			hear: (sign) => {
				if (sign.name === 'read') tellState();
				else if (sign.by === 'helper') stream.send({ name: 'typing', data: {} });
			},
		}),
	);
	stream.onClose(ground().bus.on('queue', (desk) => desk === conversation.deskId && tellPlaceSoon(stream, tellState)));
	stream.onClose(ground().bus.on(VISITOR_SESSIONS_CHANGED, (id) => id === conversation.caseId && tellState()));
	stream.onClose(ground().bus.on('gone', (id) => id === conversation.id && endGone(stream)));
	tellState();
}

async function sendState(stream: Stream, id: string, call: Call): Promise<void> {
	try {
		const conversation = await visitorConversation(tokenOf(call));
		if (!conversation || conversation.id !== id) return endGone(stream);
		stream.send({ name: 'state', data: await stateFor(conversation) });
	} catch {
		// The database is away: the stream stays, and the state is told again when something changes.
	}
}

async function stateFor(conversation: Conversation): Promise<object> {
	const { helperRead, expiresOn, holder, endedAt, blockedAt, rated } = conversation;
	const waiting = await placeInQueue(conversation);
	const asks = await askedOfVisitor(conversation, conversation.language);
	return {
		asks,
		helperRead,
		expiresOn,
		rated,
		held: holder !== null,
		ended: endedAt !== null,
		blocked: blockedAt !== null,
		clerk: await clerkBeside(conversation.id),
		waiting,
	};
}

const pending = new WeakSet<Stream>();
function tellPlaceSoon(stream: Stream, tell: () => void): void {
	if (pending.has(stream)) return;
	pending.add(stream);
	setTimeout(() => {
		pending.delete(stream);
		if (stream.isOpen) tell();
	}, QUEUE_PAUSE_MS);
}

/**
 * Which conversation a session writes into is asked of the database once a minute, not with every message: a session
 * leads to one conversation for as long as there is one, and whether there is one is asked under its lock.
 */
const sessions = new Map<string, { conversationId: string; caseId: string; until: number }>();

export async function sessionOf(call: Call): Promise<{ conversationId: string } | null> {
	const token = tokenOf(call);
	if (!token) return null;
	hearsChanges ||= Boolean(ground().bus.on(VISITOR_SESSIONS_CHANGED, forgetSessions));
	const known = sessions.get(token);
	if (known && known.until > instant()) return known;
	const conversation = await visitorConversation(token);
	if (sessions.size > 10_000) sessions.clear();
	sessions.delete(token);
	const until = instant() + SESSION_KNOWN_MS;
	if (conversation) sessions.set(token, { conversationId: conversation.id, caseId: conversation.caseId, until });
	return conversation && { conversationId: conversation.id };
}

let hearsChanges = false;

function forgetSessions(caseId: string): void {
	for (const [token, session] of sessions) if (session.caseId === caseId) sessions.delete(token);
}

function tokenOf({ request, secure }: Call): string | undefined {
	return visitorTokenOf(jarOf(request.headers.cookie), secure);
}
