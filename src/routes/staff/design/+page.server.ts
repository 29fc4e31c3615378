import { error } from '@sveltejs/kit';
import { may } from '#lib/identity/index.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	if (!may(locals.staff).seeDesign()) error(404);
	const { words, lang } = await parent();
	return { words: { ...words, ...wordsOf(lang, ['site']) } };
};
