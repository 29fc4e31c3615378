import { fail, redirect } from '@sveltejs/kit';
import { casesInView, openByCode, takeCase } from '#lib/cases/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { namesOfOrganisation } from '#lib/network/index.server.ts';
import { pauseAfterWrongCode } from '../../wrongCode.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { desksFor, spokenBy, whoHelps } from './door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoHelps(event);
	const desks = await desksFor(actor, event.locals.lang);
	return { ...spokenBy(event.locals), ...(await casesInView(actor)), desks };
};

export const actions: Actions = {
	/** By the code of the person who is here. Of another organisation it is asked first whether it goes on here. */
	open: async (event) => {
		const actor = whoHelps(event);
		const typed = fieldsOf(await event.request.formData());
		const opened = await openByCode(typed, actor);
		if (isRefusal(opened)) {
			if (opened.refused === 'missing') await pauseAfterWrongCode(event.locals.source);
			return fail(statusOf(opened), { refused: opened.refused, by: '', code: typed.code ?? '' });
		}
		if ('id' in opened) redirect(303, `/staff/cases/${opened.id}${opened.movedFrom ? '?moved' : ''}`);
		const names = await namesOfOrganisation(ground().db, opened.elsewhere);
		const name = inLanguage(names, event.locals.lang);
		return { elsewhere: { name, code: typed.code ?? '', deskId: typed.deskId ?? '' } };
	},
	take: async (event) => {
		const taken = await takeCase(fieldsOf(await event.request.formData()), whoHelps(event));
		if (!isRefusal(taken)) redirect(303, `/staff/cases/${taken.id}`);
		return fail(statusOf(taken), { refused: `take-${taken.refused}`, by: taken.fields.by ?? '', code: '' });
	},
};
