import { addPlace } from '#lib/network/index.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, spokenBy, whoKeeps } from '../door.server.ts';
import { placeChoices } from '../form.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoKeeps(event);
	return { ...spokenBy(event.locals), choices: await placeChoices(event.locals.lang, actor) };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoKeeps(event);
		const typed = fieldsOf(await event.request.formData());
		return answerTo(await addPlace(typed, actor), typed, '/staff/places?saved');
	},
};
