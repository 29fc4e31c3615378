import { error, redirect } from '@sveltejs/kit';
import { caseHasMore } from '#lib/cases/index.server.ts';
import {
	type Conversation,
	type Message,
	openPage,
	readConversation,
	visitorConversation,
} from '#lib/chat/index.server.ts';
import { visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { saved, streamOf } from './saved.ts';
import { filesOf, transcript } from './transcript.ts';
import { type Packed, zipped } from './zip.ts';
import type { RequestHandler } from './$types';

/**
 * Her conversation as a plain text file, with pictures beside it if there are any; made on demand and never stored. Where
 * there is more in her case than it, the whole case.
 */
export const GET: RequestHandler = async ({ cookies, url, params }) => {
	const conversation = await visitorConversation(visitorTokenOf(cookies, url.protocol === 'https:'));
	if (!conversation) error(404);
	if (await caseHasMore(conversation.caseId)) redirect(303, `/${params.lang}/case/save`);
	const copy = { say: sayIn(params.lang, ['chat']), lang: params.lang, reads: conversation.language };
	const messages = await readConversation(conversation);
	const text = transcript(messages, { ...copy, origin: url.origin });
	if (messages.every((message) => filesOf(message).length === 0))
		return saved(text, 'text/plain; charset=utf-8', 'silta.txt');
	const files = zipped(filesFor(conversation, messages, text));
	return saved(streamOf(files), 'application/zip', 'silta.zip');
};

async function* filesFor(
	conversation: Conversation,
	messages: readonly Message[],
	text: string,
): AsyncGenerator<Packed> {
	yield { name: 'silta.txt', bytes: new TextEncoder().encode(text) };
	for (const message of messages) {
		for (const [at, name] of filesOf(message).entries()) {
			const bytes = await openPage(conversation, { seq: message.seq, page: at + 1 });
			if (bytes) yield { name, bytes };
		}
	}
}
