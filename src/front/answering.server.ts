import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { answerJson } from '#lib/platform/http/body.server.ts';
import type { Stream } from '#lib/platform/http/stream.server.ts';
import type { Call } from './call.ts';

/** Says what was stored, or why nothing was. */
export function answerSent({ response, secure }: Call, sent: object | Refusal): void {
	answerJson(response, isRefusal(sent) ? statusOf(sent) : 201, sent, secure);
}

/** Refused for now; in so many seconds there is a try again. */
export function answerLater({ response, secure }: Call, seconds: number): void {
	answerJson(response, 429, { ...refused('too-many'), seconds }, secure);
}

/** What the stream was about is gone, or gone for whoever reads it. */
export function endGone(stream: Stream): void {
	stream.send({ name: 'gone', data: {} });
	stream.end();
}
