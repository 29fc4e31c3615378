import { error } from '@sveltejs/kit';
import { readConversation, visitorConversation } from '#lib/chat/index.server.ts';
import { visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { transcript } from './transcript.ts';
import type { RequestHandler } from './$types';

/** Her conversation as a plain text file, made on demand and never stored. */
export const GET: RequestHandler = async ({ cookies, url, params }) => {
	const conversation = await visitorConversation(visitorTokenOf(cookies, url.protocol === 'https:'));
	if (!conversation) error(404);
	const text = transcript(await readConversation(conversation), sayIn(params.lang, ['chat']), params.lang, url.origin);
	return new Response(text, {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'content-disposition': 'attachment; filename="silta.txt"',
			'cache-control': 'no-store',
		},
	});
};
