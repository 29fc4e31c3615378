import { catalogue } from '#lib/content/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { missingGuides } from '#lib/reports/index.server.ts';

/** What helpers of the whole network said that there is no guide for, by service, else by topic. */
export async function guidesWanted(lang: string) {
	const { serviceById, topicById } = catalogue();
	const wanted = await missingGuides(ground().db);
	return wanted.map(({ serviceId, topic, times }) => {
		const named = serviceId === null ? topicById.get(topic ?? '') : serviceById.get(serviceId);
		return { name: inLanguage(named?.names, lang) || (serviceId ?? topic ?? ''), times };
	});
}
