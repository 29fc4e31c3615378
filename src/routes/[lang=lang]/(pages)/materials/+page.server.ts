import { catalogue, materialLines, videoLines } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { lang } }) => {
	const shown = catalogue();
	return { materials: materialLines(shown, lang), hasVideos: videoLines(shown, lang).length > 0 };
};
