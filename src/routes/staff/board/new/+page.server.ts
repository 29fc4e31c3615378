import { askBoard } from '#lib/content/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { answerTo, commonOf, servicesIn, whoIsOnBoard } from '../board.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	whoIsOnBoard(event);
	return { ...commonOf(event.locals), services: servicesIn(event.locals.lang), clientId: newId() };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoIsOnBoard(event);
		const typed = fieldsOf(await event.request.formData());
		const result = await askBoard(typed, actor);
		return answerTo(result, typed, isRefusal(result) ? '' : `/staff/board/${result.id}?done=ask`);
	},
};
