import { fail, redirect } from '@sveltejs/kit';
import { namesOfOrganisation } from '#lib/network/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { herApplication, withdrawApplication } from '#lib/volunteers/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking changes nothing: programs that open links before people do take nothing back. */
export const load: PageServerLoad = async ({ params, url }) => {
	const page = {
		words: wordsOf(params.lang, ['site', 'content', 'volunteers']),
		address: `${url.host}/${params.lang}/volunteer/application`,
	};
	try {
		const hers = await herApplication(params.token);
		const names = hers && (await namesOfOrganisation(ground().db, hers.organisationId));
		return { ...page, down: false, hers, organisation: names ? inLanguage(names, params.lang) : '' };
	} catch (problem) {
		if (!(problem instanceof Away)) throw problem;
		return { ...page, down: true, hers: null, organisation: '' };
	}
};

export const actions: Actions = {
	withdraw: async ({ params }) => {
		const done = await withdrawApplication({ token: params.token }).catch(asRefusal);
		if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused });
		redirect(303, `/${params.lang}/volunteer/application/${params.token}`);
	},
};

function asRefusal(problem: unknown): Refusal {
	if (problem instanceof Away) return refused('database');
	throw problem;
}
