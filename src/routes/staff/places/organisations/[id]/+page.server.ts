import { error } from '@sveltejs/kit';
import { organisationFor, saveOrganisation } from '#lib/network/index.server.ts';
import { ORGANISATION_KINDS } from '#lib/network/index.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, organisationsIn, SPOKEN, spokenBy, whoKeeps } from '../../door.server.ts';
import { inFields, tickedIn } from '../../form.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoKeeps(event);
	const { lang } = event.locals;
	const found = await organisationFor(event.params.id, actor);
	if (!found) error(404);
	const { names, kind, parentId, website, languages, revision } = found;
	const lists = await organisationsIn(lang, actor);
	return {
		...spokenBy(event.locals),
		name: inLanguage(names, lang),
		was: {
			...{ kind, parentId: parentId ?? '', website: website ?? '', revision: String(revision) },
			...inFields('names', names),
			...tickedIn('languages', languages),
		},
		choices: { ...lists, kinds: ORGANISATION_KINDS, spoken: SPOKEN },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoKeeps(event);
		const typed = fieldsOf(await event.request.formData());
		const result = await saveOrganisation({ ...typed, id: event.params.id }, actor);
		return answerTo(result, typed, '/staff/places/organisations?saved');
	},
};
