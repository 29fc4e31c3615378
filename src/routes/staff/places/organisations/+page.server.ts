import { organisationsFor } from '#lib/network/index.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { PageServerLoad } from './$types';
import { spokenBy, whoKeeps } from '../door.server.ts';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const all = await organisationsFor(whoKeeps(event));
	const nameOf = new Map(all.map(({ id, names }) => [id, inLanguage(names, lang)]));
	const shown = all.map(({ id, kind, isDemonstration, parentId, website, mayEdit }) => ({
		...{ id, kind, isDemonstration, website, mayEdit },
		...{ name: nameOf.get(id) ?? id, parent: nameOf.get(parentId ?? '') ?? null },
	}));
	return {
		...spokenBy(event.locals),
		organisations: shown.sort((a, b) => a.name.localeCompare(b.name, lang)),
		isSaved: event.url.searchParams.has('saved'),
	};
};
