import { addOrganisation } from '#lib/network/index.server.ts';
import { ORGANISATION_KINDS } from '#lib/network/index.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, organisationsIn, SPOKEN, spokenBy, whoKeeps } from '../../door.server.ts';

export const load: PageServerLoad = async (event) => {
	const lists = await organisationsIn(event.locals.lang, whoKeeps(event));
	return { ...spokenBy(event.locals), choices: { ...lists, kinds: ORGANISATION_KINDS, spoken: SPOKEN } };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoKeeps(event);
		const typed = fieldsOf(await event.request.formData());
		return answerTo(await addOrganisation(typed, actor), typed, '/staff/places/organisations?saved');
	},
};
