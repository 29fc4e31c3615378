import { error } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { mapOf, serviceNamed, stepNamed, stepsInOrder } from '../../../../../stuckMap.server.ts';
import type { PageServerLoad } from './$types';

/** To be printed and given to the authority. A service with too few contacts has no page. */
export const load: PageServerLoad = async ({ params: { lang, quarter, service } }) => {
	const map = await mapOf(quarter);
	const told = map?.services.find(({ code }) => code === service);
	if (!map || !told || told.count === 'hidden') error(404);
	const steps = told.steps && stepsInOrder(told.steps);
	return {
		...{ words: wordsOf(lang, ['figures', 'reports', 'site']), quarter, state: map.state, service, count: told.count },
		...serviceNamed(service, lang),
		hasCard: catalogue().serviceById.has(service),
		steps: steps?.map((step) => ({ ...step, named: stepNamed(step.code, lang) })) ?? null,
	};
};
