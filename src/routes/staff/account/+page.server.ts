import { fail, redirect } from '@sveltejs/kit';
import {
	addPasskey,
	knowChanges,
	mayAdd,
	type Myself,
	myselfOf,
	removePasskey,
	waysOf,
} from '#lib/identity/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { proofOf, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { answeringOf, placeAt } from '../passkeys.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const myself = await whoAsks(event);
	const { lang } = event.locals;
	const { changes, ...ways } = await waysOf(myself);
	return {
		lang,
		words: wordsOf(lang, ['identity', 'site']),
		ways,
		changes: changes.map(({ at, action }) => ({ on: dayOf(at), action })),
		shortName: myself.shortName,
		canAdd: placeAt(event.url) !== null,
		mayAdd: await mayAdd(myself, proofOf(event.cookies, event.url.protocol === 'https:')),
	};
};

export const actions: Actions = {
	add: async (event) => {
		const form = Object.fromEntries(await event.request.formData());
		return led(await addPasskey(form, await whoAsks(event), answeringOf(event)), form);
	},
	remove: async (event) => {
		const form = Object.fromEntries(await event.request.formData());
		return led(await removePasskey(form, await whoAsks(event)));
	},
	known: async (event) => led(await knowChanges({}, await whoAsks(event))),
};

/** What was done stands in the address, so that going back repeats nothing. */
function led(done: Awaited<ReturnType<typeof addPasskey | typeof removePasskey | typeof knowChanges>>, typed = {}) {
	if (!isRefusal(done)) redirect(303, `/staff/account?done=${done}`);
	const deviceName = 'deviceName' in typed && typeof typed.deviceName === 'string' ? typed.deviceName : '';
	return fail(statusOf(done), { ...done, deviceName });
}

async function whoAsks({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): Promise<Myself> {
	const myself = await myselfOf(staffTokenOf(cookies, url.protocol === 'https:'));
	return myself ?? redirect(303, '/staff/sign-in?next=%2Fstaff%2Faccount');
}
