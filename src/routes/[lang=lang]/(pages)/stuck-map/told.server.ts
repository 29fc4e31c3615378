import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { publishedQuarters } from '#lib/reports/index.server.ts';
import { mapOf, serviceNamed } from '../../../stuckMap.server.ts';

/** One quarter of the map as its page shows it; null for what is no quarter of ours. */
export async function quarterTold(quarter: string, lang: string) {
	const map = await mapOf(quarter);
	if (!map) return null;
	return {
		...{ words: wordsOf(lang, ['figures', 'reports', 'site']), quarter, state: map.state, total: map.total },
		quarters: await publishedQuarters(ground().db),
		services: map.services.map(({ code, count }) => ({ code, count, name: serviceNamed(code, lang).name })),
	};
}
