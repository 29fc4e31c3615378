import { catalogue, home, newestChanges, topGuides } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

const GUIDES = 4;
const CHANGES = 2;

export const load: PageServerLoad = ({ params: { lang } }) => {
	const shown = catalogue();
	return { ...home(shown, lang), guides: topGuides(shown, lang, GUIDES), changes: newestChanges(shown, lang, CHANGES) };
};
