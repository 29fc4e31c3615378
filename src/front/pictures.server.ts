import { addPicture } from '#lib/content/index.server.ts';
import { actorOf } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { answerJson } from '#lib/platform/http/body.server.ts';
import { jarOf, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { safetyHeaders } from '#lib/platform/http/headers.ts';
import { isForm, takeUpload } from '#lib/platform/http/upload.server.ts';
import { LARGEST_PICTURE } from '#lib/platform/pictures/kind.ts';
import type { Call } from './call.ts';

type Added = { readonly id: string; readonly width: number; readonly height: number } | Refusal;

/**
 * Stands before the framework because a picture is larger than any form may be. The body is the file itself, answered
 * in JSON, or a form with the file as `picture`, answered by going to the page `?back=` with `?picture=ID` or
 * `?refused=CODE`.
 */
export async function takePicture(call: Call): Promise<void> {
	const { request, response, secure, url } = call;
	const added = await take(call);
	if (!isForm(request) || request.headers['x-sveltekit-action']) {
		return answerJson(response, isRefusal(added) ? statusOf(added) : 201, added, secure);
	}
	const location = withResult(url.searchParams.get('back') ?? '', added);
	response.writeHead(303, { ...safetyHeaders(secure), location, 'cache-control': 'no-store' }).end();
}

async function take({ request, secure }: Call): Promise<Added> {
	const actor = await actorOf(staffTokenOf(jarOf(request.headers.cookie), secure));
	if (!actor) return refused('signed-out');
	const upload = await takeUpload(request, LARGEST_PICTURE);
	return 'failed' in upload ? refused(upload.failed, { picture: upload.failed }) : addPicture(upload.file, actor);
}

/** Only ever to a page of the console. */
function withResult(back: string, added: Added): string {
	const url = URL.parse(back, 'http://console');
	const page = url?.host === 'console' && url.pathname.startsWith('/staff') ? url : new URL('/staff', 'http://console');
	if (isRefusal(added)) page.searchParams.set('refused', Object.values(added.fields)[0] ?? added.refused);
	else page.searchParams.set('picture', added.id);
	return page.pathname + page.search + page.hash;
}
