import { error } from '@sveltejs/kit';
import { catalogue, easyGuide } from '#lib/content/index.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { PageServerLoad } from './$types';

/** The headings inside the text are in its own language, as the text is. */
export const load: PageServerLoad = ({ params }) => {
	const guide = easyGuide(catalogue(), params.id, params.lang) ?? error(404);
	return { guide, own: wordsOf(guide.language, ['site', 'guide']) };
};
