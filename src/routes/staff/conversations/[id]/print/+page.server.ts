import { error, redirect } from '@sveltejs/kit';
import { readForPaper } from '#lib/chat/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { languageOf, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { isId } from '../../answer.server.ts';
import type { PageServerLoad } from './$types';

/** A paper for the person who sits at the desk: what her own page shows, in her language, and no note of ours. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	if (!locals.staff)
		redirect(303, `/staff/sign-in?next=${encodeURIComponent(`/staff/conversations/${params.id}/print`)}`);
	if (!isId(params.id)) error(404);
	const read = await readForPaper(params.id, locals.staff);
	if (isRefusal(read)) error(statusOf(read));
	setHeaders({ 'cache-control': 'no-store' });
	const { language, expiresOn } = read.conversation;
	const { code } = languageOf(language);
	return {
		lang: code,
		words: { ...wordsOf(code, ['chat', 'site']), ...wordsOf(locals.lang, ['desk']) },
		reads: language,
		expiresOn,
		messages: read.messages,
	};
};
