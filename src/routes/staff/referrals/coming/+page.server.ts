import { error, fail, redirect } from '@sveltejs/kit';
import { noteNotReached, referralsComing } from '#lib/cases/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { organisationNames, shownIn, spokenBy } from '../door.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'helpAtDesk');
	const { lang } = event.locals;
	const names = await organisationNames(lang);
	const coming = await referralsComing(actor);
	const shown = coming.map((one) => ({ ...shownIn(lang, one), office: names.get(one.organisationId) ?? '' }));
	return {
		...spokenBy(event.locals),
		open: shown.filter(({ settledOn }) => settledOn === null),
		settled: shown.filter(({ settledOn }) => settledOn !== null),
		isNoted: event.url.searchParams.has('noted'),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoMay(event, 'helpAtDesk');
		const result = await noteNotReached(fieldsOf(await event.request.formData()), actor);
		if (!isRefusal(result)) redirect(303, '/staff/referrals/coming?noted');
		if (result.refused === 'missing') error(404);
		return fail(statusOf(result), { refused: result.refused });
	},
};
