import { type ServicePoint, placesFor } from '#lib/network/index.server.ts';
import { addressOf } from '#lib/network/index.ts';
import { today } from '#lib/platform/clock.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { PageServerLoad } from './$types';
import { spokenBy, whoKeeps } from './door.server.ts';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const all = (await placesFor(whoKeeps(event))).map(({ card, mayEdit }) => ({ ...shownIn(lang, card), mayEdit }));
	all.sort((a, b) => a.name.localeCompare(b.name, lang));
	return {
		...spokenBy(event.locals),
		mine: all.filter(({ mayEdit }) => mayEdit),
		others: all.filter(({ mayEdit }) => !mayEdit),
		isSaved: event.url.searchParams.has('saved'),
	};
};

function shownIn(lang: string, card: ServicePoint) {
	const { id, isDemonstration = false, checkedOn = null, nextCheckOn, closedOn } = card;
	return {
		...{ id, isDemonstration, checkedOn, isClosed: closedOn !== undefined },
		...{ name: inLanguage(card.names, lang), town: inLanguage(card.municipality, lang), address: addressOf(card) },
		isDue: nextCheckOn !== undefined && nextCheckOn <= today(),
	};
}
