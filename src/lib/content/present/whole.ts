import { today } from '#lib/platform/clock.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Catalogue } from '../catalogue.ts';
import { keyOf } from '../item/item.ts';
import { groups, phones } from './services.ts';
import { truthOf } from '../item/truth.ts';
import { guideSections } from './guides.ts';
import { learningPath } from './learning.ts';

/** The whole catalogue in one language, for one page that is printed or kept. */
export function wholeCatalogue(catalogue: Catalogue, lang: string) {
	return {
		day: today(),
		topics: groups(catalogue, lang).map(({ topic, services }) => ({
			...topic,
			services: services.map((line) => ({ ...line, ...shortly(catalogue, line.id, line.name, lang) })),
		})),
		sections: guideSections(catalogue, lang).map(({ section, groups }) => ({
			section,
			guides: groups.flatMap(({ guides }) => guides),
		})),
		helpers: learningPath(catalogue, lang),
		phones: phones(catalogue, lang),
	};
}

/** What the line of a card has besides its words: where it is, its Finnish name, and the day of its newest check. */
function shortly({ serviceById, itemByKey, itemsByKind }: Catalogue, id: string, name: string, lang: string) {
	const service = serviceById.get(id);
	const item = itemByKey.get(keyOf('service', id));
	const finnish = inLanguage(service?.names, 'fi');
	const url = service?.url ?? '';
	return {
		site: URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '',
		finnish: name.includes(finnish) ? undefined : finnish,
		checked: item && truthOf(item, lang, today(), itemsByKind.change).check?.on,
	};
}
