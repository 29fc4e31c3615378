import {
	callbacksOfCase,
	type CaseRow,
	type Notice,
	noticesOf,
	readAddresses,
	readLooks,
} from '#lib/cases/index.server.ts';
import {
	type Conversation,
	conversationsOfCase,
	type Message,
	openPage,
	readConversation,
} from '#lib/chat/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { filesOf, transcript } from '../../chat/save/transcript.ts';
import type { Packed } from '../../chat/save/zip.ts';
import { shownLooks, shownStory } from '../shown.server.ts';
import { caseInWords, type Taken } from './inWords.ts';

type Reader = { readonly lang: string; readonly origin: string };
type Talk = { readonly conversation: Conversation; readonly messages: readonly Message[]; readonly prefix: string };

/** All that is hers in the case, for people (`silta.txt`) and for programs (`silta.json`), and her pictures. */
export async function* everythingOf(of: CaseRow, reader: Reader): AsyncGenerator<Packed> {
	const talks = await talksOf(of);
	const taken = await takenFrom(of, talks, reader);
	yield {
		name: 'silta.txt',
		bytes: bytesOf(caseInWords(taken, sayIn(reader.lang, ['case', 'chat', 'callback', 'site']))),
	};
	yield { name: 'silta.json', bytes: bytesOf(JSON.stringify(forPrograms(taken, talks), null, '\t')) };
	for (const talk of talks) yield* picturesOf(talk);
}

async function talksOf(of: CaseRow): Promise<Talk[]> {
	const found = await conversationsOfCase(of.id);
	return Promise.all(
		found.map(async (conversation, place) => ({
			conversation,
			messages: await readConversation(conversation),
			prefix: place === 0 ? '' : `${place + 1}-`,
		})),
	);
}

async function takenFrom(
	of: CaseRow,
	talks: readonly Talk[],
	{ lang, origin }: Reader,
): Promise<Taken & { notices: readonly Notice[] }> {
	const { db } = ground();
	const ids = talks.map(({ conversation }) => conversation.id);
	const say = sayIn(lang, ['chat']);
	return {
		...{ madeAt: now().toISOString(), expiresOn: of.expiresOn },
		steps: await shownStory(db, of, lang),
		callbacks: await callbacksOfCase(db, of),
		notices: await noticesOf(db, of.id),
		addresses: await readAddresses(db, of),
		looks: await shownLooks(db, await readLooks(db, of, ids), lang),
		talks: talks.map(({ conversation, messages, prefix }) =>
			transcript(messages, { say, lang, origin, prefix, reads: conversation.language }),
		),
	};
}

function forPrograms({ talks: _words, ...taken }: Taken, talks: readonly Talk[]): object {
	return {
		...taken,
		conversations: talks.map(({ conversation, messages, prefix }) => ({
			kind: conversation.kind,
			language: conversation.language,
			openedAt: conversation.openedAt,
			expiresOn: conversation.expiresOn,
			messages: messages.map((message) => messageForPrograms(message, prefix)),
		})),
	};
}

/** As she reads it, without what only the page needs. */
function messageForPrograms(message: Message, prefix: string): object {
	const { clientId: _clientId, picture: _picture, ...said } = message;
	return { ...said, files: filesOf(message, prefix) };
}

async function* picturesOf({ conversation, messages, prefix }: Talk): AsyncGenerator<Packed> {
	for (const message of messages) {
		for (const [at, name] of filesOf(message, prefix).entries()) {
			const bytes = await openPage(conversation, { seq: message.seq, page: at + 1 });
			if (bytes) yield { name, bytes };
		}
	}
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
