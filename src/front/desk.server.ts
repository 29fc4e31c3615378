import {
	answerAsHelper,
	beginReading,
	CLERK_CHANGED,
	follow,
	isElsewhere,
	mayFollow,
	type Message,
	NOTES_CHANGED,
	noteSeen,
	readBy,
} from '#lib/chat/index.server.ts';
import { actorOf, organisationsWhere, SESSIONS_CHANGED, type StaffActor } from '#lib/identity/index.server.ts';
import { instant } from '#lib/platform/clock.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { answerJson, readJson } from '#lib/platform/http/body.server.ts';
import { jarOf, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { openStream, type Stream } from '#lib/platform/http/stream.server.ts';
import { desksOf } from '#lib/network/index.server.ts';
import { answerSent } from './answering.server.ts';
import { type Call, cursorOf } from './call.ts';

/** P14: whoever is signed out, or loses a role, loses the stream within this time. */
const RECHECK_MS = 4_000;
const MOST_OPEN = 12;

export async function answerFromDesk(call: Call): Promise<void> {
	const { request, response, secure } = call;
	const actor = await speakerOf(call);
	if (!actor) return answerJson(response, 401, refused('signed-out'), secure);
	void noteSeen(actor);
	const sent = await answerAsHelper(await readJson(request), actor);
	answerSent(call, sent);
}

/**
 * The console says that somebody has it open. Said by the browser, because a stream into a closed laptop looks open for
 * a quarter of an hour; and said apart from everything else, because a page that is left open keeps no session alive.
 */
export async function noteHere(call: Call): Promise<void> {
	const actor = await staffOf(call, false);
	if (actor) await noteSeen(actor);
	call.response.writeHead(actor ? 204 : 401).end();
}

/**
 * Says which lists changed, and brings the steps of the conversations that are open in this console:
 * `?open=ID:SEQ,ID:SEQ`. After a reconnect the console takes its lists afresh.
 */
export async function deskStream(call: Call): Promise<void> {
	const { request, response, url, secure, source, house } = call;
	const actor = await staffOf(call);
	if (!actor) return answerJson(response, 401, refused('signed-out'), secure);
	const organisationIds = organisationsWhere(actor, 'helpAtDesk');
	if (organisationIds.length === 0) return answerJson(response, 403, refused('forbidden'), secure);
	const stream = openStream(request, response, { session: actor.id, source: source(), secure }, house.settings.streams);
	if (!stream) return answerJson(response, 429, refused('too-many'), secure);
	watchSession(stream, call);
	const own = await desksOf(ground().db, organisationIds);
	await noteSeen(actor);
	for (const { id } of own) ground().bus.announce('queue', id);
	const changed = soon(() => stream.send({ name: 'queue', data: {} }));
	stream.onClose(ground().bus.on('queue', (desk) => own.some(({ id }) => id === desk) && changed()));
	for (const [id, after] of openOnes(url)) await followOne(stream, actor, id, after);
}

async function followOne(stream: Stream, actor: StaffActor, id: string, cursor: number): Promise<void> {
	if (isRefusal(await beginReading(id, actor))) return;
	// P14: whoever gave the conversation back, or lost it, gets no further word of it: after each change of state what
	// comes next waits until that was asked.
	let turn: Promise<void> = Promise.resolve();
	let isOver = false;
	const pass = async (message: Message): Promise<void> => {
		if (isOver) return;
		stream.send({ name: 'message', data: { id, message } });
		if (message.kind === 'text') return;
		isOver = !(await mayFollow(id, actor).catch(() => true));
		if (!isOver) return;
		stop();
		// What her screen still shows goes as well when another organisation has taken the conversation over.
		if (await isElsewhere(id, actor)) stream.send({ name: 'moved', data: { id } });
	};
	const stop = follow(id, {
		cursor,
		take: (message) => void (turn = turn.then(() => pass(message))),
		hear: (sign) => {
			if (sign.name === 'read')
				void readBy('visitor', id).then((seq) => stream.send({ name: 'read', data: { id, seq } }));
			else if (sign.by === 'visitor') stream.send({ name: 'typing', data: { id } });
		},
	});
	stream.onClose(stop);
	stream.onClose(ground().bus.on(NOTES_CHANGED, (of) => of === id && stream.send({ name: 'notes', data: { id } })));
	stream.onClose(ground().bus.on(CLERK_CHANGED, (of) => of === id && stream.send({ name: 'clerk', data: { id } })));
	stream.onClose(ground().bus.on('gone', (gone) => gone === id && stream.send({ name: 'gone', data: { id } })));
}

function watchSession(stream: Stream, call: Call): void {
	const check = async (): Promise<void> => {
		// A page that is only left open does not keep its session alive; a lost database ends no stream.
		const actor = await staffOf(call, false).catch(() => undefined);
		// A pledge may lapse, or a role be taken, while the desk is open.
		if (actor === undefined || organisationsWhere(actor, 'helpAtDesk').length > 0) return;
		stream.send({ name: 'signed-out', data: {} });
		stream.end();
	};
	const timer = setInterval(() => void check(), RECHECK_MS);
	stream.onClose(() => clearInterval(timer));
	stream.onClose(ground().bus.on(SESSIONS_CHANGED, () => void check()));
}

function openOnes(url: URL): [string, number][] {
	const list = (url.searchParams.get('open') ?? '').split(',').slice(0, MOST_OPEN);
	return list
		.map((pair) => pair.split(':'))
		.filter(([id]) => /^[0-9a-f-]{36}$/.test(id ?? ''))
		.map(([id, seq]): [string, number] => [id ?? '', cursorOf(seq ?? '0')]);
}

function soon(work: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	return () => {
		timer ??= setTimeout(() => {
			timer = undefined;
			work();
		}, 100);
	};
}

async function staffOf({ request, secure }: Call, isPerson = true): Promise<StaffActor | null> {
	return actorOf(staffTokenOf(jarOf(request.headers.cookie), secure), { isPerson });
}

/**
 * Who answers is asked of the database every second, not with every message; whoever signs out or loses a role is
 * forgotten here at once (P14). Whether she holds the conversation is always asked under its lock.
 */
const SPEAKER_KNOWN_MS = 1_000;
const speakers = new Map<string, { actor: StaffActor; until: number }>();
let hearsChanges = false;

async function speakerOf(call: Call): Promise<StaffActor | null> {
	const token = staffTokenOf(jarOf(call.request.headers.cookie), call.secure) ?? '';
	const known = speakers.get(token);
	if (known && known.until > instant()) return known.actor;
	if (!hearsChanges) hearsChanges = Boolean(ground().bus.on(SESSIONS_CHANGED, forgetSpeaker));
	speakers.delete(token);
	const actor = await staffOf(call);
	if (speakers.size > 1_000) speakers.clear();
	if (actor) speakers.set(token, { actor, until: instant() + SPEAKER_KNOWN_MS });
	return actor;
}

function forgetSpeaker(accountId: string): void {
	for (const [token, { actor }] of speakers) if (actor.id === accountId) speakers.delete(token);
}
