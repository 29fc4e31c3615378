import { fail, redirect } from '@sveltejs/kit';
import { readOrganisations, readServicePoints } from '#lib/network/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import { apply, organisationsTaking } from '#lib/volunteers/index.server.ts';
import { withTowns } from '#lib/volunteers/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const page = { words: wordsOf(params.lang, ['site', 'content', 'volunteers']), clientId: randomToken() };
	try {
		return { ...page, down: false, organisations: await organisationsIn(params.lang) };
	} catch (problem) {
		if (!(problem instanceof Away)) throw problem;
		return { ...page, down: true, organisations: [] };
	}
};

/** Wide enough for a library full of people behind one address. */
const APPLYING: Limit = { tries: 40, perMs: 600_000 };

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const form = await request.formData();
		const [languages, works] = [form.getAll('languages').map(String), form.getAll('works').map(String)];
		const typed = fieldsOf(form);
		const asked =
			secondsToWait('apply', locals.source, APPLYING) > 0
				? refused('too-many')
				: await apply({ ...typed, languages, works, language: params.lang }).catch(asRefusal);
		// The page that opens is hers alone: the address of it stands nowhere else.
		if (!isRefusal(asked)) redirect(303, `/${params.lang}/volunteer/application/${asked.token}`);
		const kept = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.slice(0, 2_000)]));
		return fail(statusOf(asked), {
			...{ refused: asked.refused, faults: asked.fields, languages, works },
			typed: kept as Record<string, string>,
		});
	},
};

async function organisationsIn(lang: string): Promise<{ id: string; name: string }[]> {
	const { db } = ground();
	const taking = await organisationsTaking(db);
	const all = (await readOrganisations(db)).filter(({ id }) => taking.includes(id));
	return withTowns(all, await readServicePoints(db), lang);
}

function asRefusal(problem: unknown): Refusal {
	if (problem instanceof Away) return refused('database');
	throw problem;
}
