import { error, redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import {
	acceptApplication,
	applicationFor,
	declineApplication,
	moveApplication,
} from '#lib/volunteers/index.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { idIn, refusedWith, sentIn, spokenBy, whoLeads } from '../../door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoLeads(event);
	const one = await applicationFor(ground().db, actor, idIn(event.params.application));
	if (!one) error(404);
	return { ...spokenBy(event.locals), one };
};

/** The answer with a link is shown in place, not after a redirect: the link may stand in no address and no store. */
export const actions: Actions = {
	move: (event) => done(event, moveApplication),
	decline: (event) => done(event, declineApplication),
	accept: async (event) => {
		const actor = whoLeads(event);
		const typed = await sentIn(event.request);
		const account = await acceptApplication({ ...typed, id: event.params.application }, actor);
		if (isRefusal(account)) return refusedWith(account, typed);
		const { shortName, invitation } = account;
		return { link: { shortName, address: new URL(invitation, event.url.origin).href }, volunteer: account.id };
	},
};

async function done(event: RequestEvent, act: typeof moveApplication) {
	const actor = whoLeads(event);
	const typed = await sentIn(event.request);
	const result = await act({ ...typed, id: event.params.application }, actor);
	if (isRefusal(result)) return refusedWith(result, typed);
	redirect(303, `/staff/volunteers/applications/${event.params.application}`);
}
