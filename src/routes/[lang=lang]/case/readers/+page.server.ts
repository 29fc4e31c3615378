import { redirect } from '@sveltejs/kit';
import { readLooks, visitorCase } from '#lib/cases/index.server.ts';
import { conversationsOfCase } from '#lib/chat/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { shownLooks } from '../shown.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, url, params }) => {
	const of = await visitorCase(visitorTokenOf(cookies, url.protocol === 'https:'));
	if (!of) redirect(303, `/${params.lang}/case`);
	const { db } = ground();
	const ids = (await conversationsOfCase(of.id)).map(({ id }) => id);
	const looks = await shownLooks(db, await readLooks(db, of, ids), params.lang);
	return { words: wordsOf(params.lang, ['site', 'chat', 'case']), looks };
};
