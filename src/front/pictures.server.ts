import { addPicture, LARGEST_PICTURE } from '#lib/content/index.server.ts';
import { actorOf } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { answerJson, readBytes } from '#lib/platform/http/body.server.ts';
import { jarOf, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { safetyHeaders } from '#lib/platform/http/headers.ts';
import type { Call } from './call.ts';

/** What a form adds around the file. */
const AROUND = 64_000;
/** Each holds a whole file in memory. */
const MOST_AT_ONCE = 3;
let reading = 0;

type Added = { readonly id: string; readonly width: number; readonly height: number } | Refusal;

/**
 * Stands before the framework because a picture is larger than any form may be. The body is the file itself, answered
 * in JSON, or a form with the file as `picture`, answered by going to the page `?back=` with `?picture=ID` or
 * `?refused=CODE`.
 */
export async function takePicture(call: Call): Promise<void> {
	const { request, response, secure, url } = call;
	const isForm = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
	const added = await take(call, isForm);
	if (!isForm || request.headers['x-sveltekit-action']) {
		return answerJson(response, isRefusal(added) ? statusOf(added) : 201, added, secure);
	}
	const location = withResult(url.searchParams.get('back') ?? '', added);
	response.writeHead(303, { ...safetyHeaders(secure), location, 'cache-control': 'no-store' }).end();
}

async function take({ request, secure }: Call, isForm: boolean): Promise<Added> {
	const actor = await actorOf(staffTokenOf(jarOf(request.headers.cookie), secure));
	if (!actor) return refused('signed-out');
	if (reading >= MOST_AT_ONCE) return refused('too-many', { picture: 'too-many' });
	reading += 1;
	try {
		const body = await readBytes(request, LARGEST_PICTURE + (isForm ? AROUND : 0));
		if (!body) return refused('too-large', { picture: 'too-large' });
		return await addPicture(isForm ? await fileIn(body, request.headers['content-type'] ?? '') : body, actor);
	} finally {
		reading -= 1;
	}
}

async function fileIn(body: Buffer, type: string): Promise<Uint8Array> {
	const whole = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
	const file = (await whole.formData().catch(() => null))?.get('picture');
	return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

/** Only ever to a page of the console. */
function withResult(back: string, added: Added): string {
	const url = URL.parse(back, 'http://console');
	const page = url?.host === 'console' && url.pathname.startsWith('/staff') ? url : new URL('/staff', 'http://console');
	if (isRefusal(added)) page.searchParams.set('refused', Object.values(added.fields)[0] ?? added.refused);
	else page.searchParams.set('picture', added.id);
	return page.pathname + page.search + page.hash;
}
