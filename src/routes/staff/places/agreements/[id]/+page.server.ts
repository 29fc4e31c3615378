import { error } from '@sveltejs/kit';
import { agreementFor, stepInAgreement } from '#lib/network/index.server.ts';
import { AGREEMENT_CAUSES, isOver } from '#lib/network/index.ts';
import { today } from '#lib/platform/clock.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, spokenBy, whoKeeps } from '../../door.server.ts';
import { plannedAt, shownIn } from '../shown.server.ts';

export const load: PageServerLoad = async (event) => {
	const found = await agreementFor(event.params.id, whoKeeps(event));
	if (!found) error(404);
	const { lang } = event.locals;
	return {
		...spokenBy(event.locals),
		...{ agreement: await shownIn(lang, found), planned: await plannedAt(lang, found), isOver: isOver(found) },
		...{ causes: AGREEMENT_CAUSES, today: today(), isSaved: event.url.searchParams.has('saved') },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoKeeps(event);
		const typed = fieldsOf(await event.request.formData());
		const { id } = event.params;
		return answerTo(await stepInAgreement({ ...typed, id }, actor), typed, `/staff/places/agreements/${id}?saved`);
	},
};
