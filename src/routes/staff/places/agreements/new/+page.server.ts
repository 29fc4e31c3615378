import { askForAgreement, readServicePoints } from '#lib/network/index.server.ts';
import { AGREEMENT_KINDS } from '#lib/network/index.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { answerTo, choicesOf, organisationsIn, spokenBy, whoKeeps } from '../../door.server.ts';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const lists = await organisationsIn(lang, whoKeeps(event));
	const open = (await readServicePoints(ground().db)).filter(({ closedOn, nationwide }) => !closedOn && !nationwide);
	return {
		...spokenBy(event.locals),
		...{ choices: { ...lists, places: choicesOf(open, lang), kinds: AGREEMENT_KINDS } },
		...{ clientId: newId(), today: today() },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoKeeps(event);
		const typed = fieldsOf(await event.request.formData());
		const result = await askForAgreement(typed, actor);
		return answerTo(result, typed, isRefusal(result) ? '' : `/staff/places/agreements/${result.id}?saved`);
	},
};
