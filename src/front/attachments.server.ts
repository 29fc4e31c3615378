import { sendPicture } from '#lib/chat/index.server.ts';
import { isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import { safetyHeaders } from '#lib/platform/http/headers.ts';
import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { isForm, takeUpload } from '#lib/platform/http/upload.server.ts';
import { languageOf } from '#lib/platform/i18n/catalogue.server.ts';
import { LARGEST_PICTURE } from '#lib/platform/pictures/kind.ts';
import { answerSent } from './answering.server.ts';
import type { Call } from './call.ts';
import { sessionOf } from './visitor.server.ts';

/** Files of a conversation, also such as are refused: each costs us up to some seconds. */
const FILES: Limit = { tries: 20, perMs: 600_000 };
/** Several people of one library at once, and never all the room there is. */
const MOST_FROM_ONE_PLACE = 4;
/** Conversations that send one just now, and from where: nobody sends two at once. */
const sending = new Map<string, string>();

type Sent = Awaited<ReturnType<typeof sendPicture>>;

/**
 * A photo or document from the visitor: `?key=` is its client id. The body is the file, answered in JSON, or a plain form
 * with the file as `picture`, answered by going back to the page `?lang=`, with `?picture=CODE` if it was refused.
 */
export async function takeAttachment(call: Call): Promise<void> {
	const { request, response, secure, url } = call;
	const sent = await take(call);
	if (!isForm(request)) return answerSent(call, sent);
	const page = `/${languageOf(url.searchParams.get('lang') ?? '').code}/chat`;
	const location = isRefusal(sent) ? `${page}?picture=${sent.refused}#picture` : `${page}#end`;
	response.writeHead(303, { ...safetyHeaders(secure), location, 'cache-control': 'no-store' }).end();
}

async function take(call: Call): Promise<Sent> {
	const session = await sessionOf(call);
	const id = session?.conversationId ?? '';
	const from = call.source();
	const refusal = session ? mayNotSend(id, from) : refused('missing');
	if (refusal) return drop(call, refusal);
	sending.set(id, from);
	try {
		const upload = await takeUpload(call.request, LARGEST_PICTURE);
		if ('failed' in upload) return refused(upload.failed);
		return await sendPicture(id, call.url.searchParams.get('key'), upload.file);
	} finally {
		sending.delete(id);
	}
}

function mayNotSend(id: string, from: string): Refusal | null {
	const fromThere = [...sending.values()].filter((one) => one === from).length;
	const isBusy = sending.has(id) || fromThere >= MOST_FROM_ONE_PLACE;
	return isBusy || secondsToWait('file', id, FILES) > 0 ? refused('too-many') : null;
}

/** What is still coming is thrown away as it comes, so that the sender can hear the answer. */
function drop({ request }: Call, refusal: Refusal): Refusal {
	request.resume();
	return refusal;
}
