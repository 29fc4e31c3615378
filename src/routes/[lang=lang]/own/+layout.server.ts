import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { LayoutServerLoad } from './$types';

/** Also for the page that says that a link does not work. */
export const load: LayoutServerLoad = ({ params, setHeaders }) => {
	setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
	return { words: wordsOf(params.lang, ['site', 'own', 'shifts', 'taking', 'hours', 'rule', 'content', 'error']) };
};
