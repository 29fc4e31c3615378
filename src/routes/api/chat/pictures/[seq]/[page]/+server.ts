import { error } from '@sveltejs/kit';
import { openPage, visitorConversation } from '#lib/chat/index.server.ts';
import { visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { numberIn, pictureResponse } from '#lib/platform/http/picture.ts';
import type { RequestHandler } from './$types';

/** A page of what she sent, for the one in whose conversation it is. */
export const GET: RequestHandler = async ({ cookies, url, params }) => {
	const conversation = await visitorConversation(visitorTokenOf(cookies, url.protocol === 'https:'));
	const ref = { seq: numberIn(params.seq), page: numberIn(params.page) };
	const page = conversation && (await openPage(conversation, ref));
	if (!page) error(404);
	return pictureResponse(new Uint8Array(page), `silta-${ref.seq}-${ref.page}.webp`);
};
