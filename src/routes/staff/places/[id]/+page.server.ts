import { error } from '@sveltejs/kit';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { placeFor, savePlace } from '#lib/network/index.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Actions, PageServerLoad } from './$types';
import { plannedBy } from '../agreements/shown.server.ts';
import { answerTo, spokenBy, whoKeeps } from '../door.server.ts';
import { placeChoices, typedOf } from '../form.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoKeeps(event);
	const { lang } = event.locals;
	const found = await placeFor(event.params.id, actor);
	if (!found) error(404);
	const { names, checkedOn = null, nextCheckOn = null } = found.card;
	return {
		...spokenBy(event.locals),
		...{ name: inLanguage(names, lang), checkedOn, nextCheckOn },
		...{ was: typedOf(found), choices: await placeChoices(lang, actor), isClosed: found.card.closedOn !== undefined },
		planned: await plannedBy(lang, found.card.id, organisationsWhere(actor, 'managePlaces')),
		isSaved: event.url.searchParams.has('saved'),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoKeeps(event);
		const typed = fieldsOf(await event.request.formData());
		const result = await savePlace({ ...typed, id: event.params.id }, actor);
		// Whoever closes a place sees at once what is still planned there.
		const to = typed.isClosed === 'yes' ? `/staff/places/${event.params.id}` : '/staff/places';
		return answerTo(result, typed, `${to}?saved`);
	},
};
