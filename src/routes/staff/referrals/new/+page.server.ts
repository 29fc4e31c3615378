import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { referClient } from '#lib/cases/index.server.ts';
import { groupedCode } from '#lib/cases/index.ts';
import { knownCodes } from '#lib/content/index.server.ts';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { desksOutside, siteDesk } from '#lib/network/index.server.ts';
import { asKept } from '../../asKept.server.ts';
import { bookFor } from '../../cases/contact/book.server.ts';
import { organisationNames, spokenBy } from '../door.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import { paperFor } from '../paper.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'referClients');
	const { lang } = event.locals;
	const names = await organisationNames(lang);
	const { topics, services, languages } = bookFor(lang);
	return {
		...spokenBy(event.locals),
		...{ topics, languages, services: services.toSorted((a, b) => a.name.localeCompare(b.name, lang)) },
		desks: await desksIn(lang),
		offices: organisationsWhere(actor, 'referClients').map((id) => ({ id, name: names.get(id) ?? id })),
		clientId: newId(),
	};
};

/** All desks of the network; the one that answers the site comes first. */
async function desksIn(lang: string) {
	const { db } = ground();
	const first = await siteDesk(db);
	const all = (await desksOutside(db, [])).map(({ id, names }) => ({ id, name: inLanguage(names, lang) }));
	return all.toSorted((a, b) => Number(b.id === first?.id) - Number(a.id === first?.id));
}

export const actions: Actions = {
	default: async (event: RequestEvent) => {
		const actor = whoMay(event, 'referClients');
		const typed = fieldsOf(await event.request.formData());
		const result = await referClient(knownCodes())(typed, actor);
		if (isRefusal(result)) {
			const before = result.refused === 'secrets' ? asKept(typed.text ?? '') : null;
			return fail(statusOf(result), { refused: result.refused, fields: { ...result.fields }, typed, before });
		}
		if (result.code === null) redirect(303, `/staff/referrals?sent`);
		// The code stands on the page that answers the form, once: it may be in no address.
		const { id, code, expiresOn } = result;
		return { handed: { id, code: groupedCode(code), expiresOn, ...paperFor(typed.language ?? '', event.url) } };
	},
};
