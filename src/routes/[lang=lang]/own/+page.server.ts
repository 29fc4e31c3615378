import { redirect } from '@sveltejs/kit';
import { clearOwnCookie } from '#lib/platform/http/cookies.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { today } from '#lib/platform/clock.ts';
import {
	acceptSwap,
	answerExchange,
	answerOffer,
	askForShift,
	bandOfMonth,
	comeBack,
	declineSwap,
	exchangesFor,
	giveOn,
	giveUp,
	newsOf,
	pause,
	pausingOf,
	shiftsFor,
	takeShift,
	withdrawSwap,
} from '#lib/volunteers/index.server.ts';
import { exchangeShown } from '#lib/volunteers/ui/shifts/exchange.ts';
import type { LinkActor } from '#lib/identity/index.server.ts';
import { done, herOf, isSecure } from './door.server.ts';
import { ownView } from './view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const her = await herOf(event);
	const { lang } = event.params;
	const pausing = await pausingOf(ground().db, her, her.id);
	const [shifts, band] = [await shiftsFor(ground().db, her), await bandOfMonth(ground().db, her)];
	return {
		...{ name: her.chosenName, today: today(), band, news: await newsOf(her.id, lang) },
		...ownView(shifts, lang),
		exchanges: (await exchangesFor(ground().db, her)).map((one) => exchangeShown({ ...one, name: '' }, lang)),
		...{ state: pausing?.state, pausedUntil: pausing?.until ?? null },
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	take: (event) => done(event, takeShift, '?done=taken'),
	ask: (event) => done(event, askForShift, '?done=asked'),
	over: (event) => done(event, acceptSwap, '?done=taken'),
	turnDown: (event) => done(event, declineSwap, '?done=turned-down'),
	accept: (event) => done(event, answerOffer, '?done=taken'),
	decline: (event) => done(event, answerOffer, '?done=declined'),
	giveOn: (event) => done(event, (raw, her) => giveOn({ to: '', ...Object(raw) }, her), '?done=given-on'),
	exchange: (event) => done(event, answerExchange, '?done=exchanged'),
	refuse: (event) => done(event, answerExchange, '?done=refused'),
	keep: (event) => done(event, withdrawSwap, '?done=kept'),
	giveUp: (event) => done(event, giveUp, '?done=given-up'),
	pause: (event) => done(event, pauseOwn, '?done=paused'),
	back: (event) => done(event, (_, her) => comeBack({ account: her.id }, her), '?done=back'),
	/** On a telephone that is not hers alone. */
	forget: (event) => {
		clearOwnCookie(event.cookies, isSecure(event));
		redirect(303, `/${event.params.lang}`);
	},
};

/** Whatever is hers in that time is passed on, and hers until somebody takes it; giving up is for where she signs in. */
async function pauseOwn(raw: unknown, her: LinkActor) {
	const { until = '' } = Object(raw);
	const hers = (await pausingOf(ground().db, her, her.id))?.shifts ?? [];
	const fates = Object.fromEntries(hers.map(({ assignment }) => [assignment, 'give-on']));
	return pause({ account: her.id, until, fates }, her);
}
