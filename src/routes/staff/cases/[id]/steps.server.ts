import type { CaseStep } from '#lib/cases/index.server.ts';
import { catalogue } from '#lib/content/index.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** The history with the names of what its codes mean. */
export function stepsShown(history: readonly CaseStep[], lang: string) {
	const { topicById, serviceById, places } = catalogue();
	return history.map((step) => {
		if (step.kind === 'entry') return step;
		const { contact } = step;
		return {
			...step,
			contact,
			topic: inLanguage(topicById.get(contact.topic)?.names, lang),
			service: inLanguage(serviceById.get(contact.serviceId ?? '')?.names, lang),
			place: inLanguage(places.find(({ id }) => id === contact.placeId)?.names, lang),
		};
	});
}

export type StepShown = ReturnType<typeof stepsShown>[number];
