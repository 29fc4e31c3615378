import { languageOf, languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { house } from '../../house.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ params, url, locals }) => {
	const { code, dir } = languageOf(params.lang);
	const desk = house().desk();
	return {
		lang: code,
		dir,
		languages: languages().map(({ code, name }) => ({ code, name })),
		path: url.pathname.slice(code.length + 1),
		words: wordsOf(code, ['site', 'content', 'chat', 'reports', 'guide', 'reading', 'rule', 'events', 'materials']),
		desk: {
			...{ open: desk?.open ?? false, closes: desk?.closes ?? null, opens: desk?.opens ?? null },
			...{ lacks: desk?.lacks ?? null, since: desk?.since ?? null, waiting: desk?.waiting ?? 0 },
			...{ hours: desk?.weekly ?? [], coming: desk?.coming ?? [], calls: desk?.calls ?? false },
			demonstration: locals.demonstration,
		},
	};
};
