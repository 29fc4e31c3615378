import { catalogue, termsByLetter, termsByTopic } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { lang }, url }) => {
	const byTopic = url.searchParams.get('by') === 'topic';
	return { byTopic, groups: byTopic ? termsByTopic(catalogue(), lang) : termsByLetter(catalogue(), lang) };
};
