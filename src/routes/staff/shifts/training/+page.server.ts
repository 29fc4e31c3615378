import { error, redirect } from '@sveltejs/kit';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { ownTraining, tickStep } from '#lib/volunteers/index.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import { whoIsHere } from '../door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { shownSteps } from './steps.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = await whoIsHere(event);
	const { lang } = event.locals;
	const steps = shownSteps(await ownTraining(ground().db, actor.id), lang);
	return { lang, words: wordsOf(lang, ['volunteers', 'guide', 'site']), steps };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoMay(event, 'useShifts');
		const typed = fieldsOf(await event.request.formData());
		const done = await tickStep(typed, actor);
		if (isRefusal(done)) error(statusOf(done));
		redirect(303, `/staff/shifts/training#${typed.step}`);
	},
};
