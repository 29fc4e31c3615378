import {
	attendedBy,
	type Attended,
	CLERK_CHANGED,
	follow,
	forClerk,
	isStillThere,
	sendAsClerk,
} from '#lib/chat/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { answerJson, readJson } from '#lib/platform/http/body.server.ts';
import { clerkTokenOf, jarOf } from '#lib/platform/http/cookies.server.ts';
import { secondsToWait } from '#lib/platform/http/limits.server.ts';
import { openStream, type Stream } from '#lib/platform/http/stream.server.ts';
import { answerLater, answerSent, endGone } from './answering.server.ts';
import { type Call, cursorOf } from './call.ts';

/** P14: who was sent away loses the stream within this time, also when a doorbell got lost. */
const RECHECK_MS = 4_000;

export async function sendFromClerk(call: Call): Promise<void> {
	const { request, response, secure, house } = call;
	const attended = await attendedIn(call);
	if (!attended) return answerJson(response, 404, refused('missing'), secure);
	const limit = { tries: house.settings.messagesPerMinute, perMs: 60_000 };
	const wait = secondsToWait('send-clerk', attended.clerk.id, limit);
	if (wait > 0) return answerLater(call, wait);
	const sent = await sendAsClerk(attended.clerk, await readJson(request));
	answerSent(call, sent);
}

/** Everything after `Last-Event-ID` that the clerk may see, then whatever comes. */
export async function clerkStream(call: Call): Promise<void> {
	const { request, response, url, secure, source, house } = call;
	const attended = await attendedIn(call);
	if (!attended) return answerJson(response, 404, refused('missing'), secure);
	const from = { session: attended.clerk.id, source: source(), secure };
	const stream = openStream(request, response, from, house.settings.streams);
	if (!stream) return answerJson(response, 429, refused('too-many'), secure);
	const asked = cursorOf(String(request.headers['last-event-id'] ?? url.searchParams.get('after') ?? '0'));
	bring(stream, attended, Math.max(asked, attended.clerk.fromSeq));
}

/** Before each step it is asked whether the clerk is still there: what was said after the end goes to nobody. */
function bring(stream: Stream, { clerk, conversation: { id } }: Attended, cursor: number): void {
	let turn = Promise.resolve();
	const inTurn = (work: () => void): void => {
		turn = turn
			.then(() => isStillThere(clerk))
			.then((isThere) => (isThere ? work() : endGone(stream)))
			// The database is away: the browser comes back and reads on from where it is.
			.catch(() => stream.end());
	};
	const stop = follow(id, {
		cursor,
		take: (step) => inTurn(() => stream.send({ id: step.seq, data: forClerk(step, clerk) })),
		hear: () => undefined,
	});
	stream.onClose(stop);
	stream.onClose(ground().bus.on(CLERK_CHANGED, (of) => of === id && inTurn(() => undefined)));
	stream.onClose(ground().bus.on('gone', (of) => of === id && endGone(stream)));
	const recheck = setInterval(() => inTurn(() => undefined), RECHECK_MS);
	stream.onClose(() => clearInterval(recheck));
}

function attendedIn({ request, secure }: Call): Promise<Attended | null> {
	return attendedBy(clerkTokenOf(jarOf(request.headers.cookie), secure));
}
