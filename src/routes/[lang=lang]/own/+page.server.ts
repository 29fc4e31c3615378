import { redirect } from '@sveltejs/kit';
import { clearOwnCookie } from '#lib/platform/http/cookies.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { today } from '#lib/platform/clock.ts';
import {
	acceptSwap,
	answerOffer,
	askForShift,
	bandOfMonth,
	comeBack,
	giveOn,
	giveUp,
	newsOf,
	pause,
	pausingOf,
	shiftsFor,
	takeShift,
	withdrawSwap,
} from '#lib/volunteers/index.server.ts';
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
		...{ isPaused: pausing?.state === 'paused', pausedUntil: pausing?.until ?? null },
		did: event.url.searchParams.get('did'),
	};
};

export const actions: Actions = {
	take: (event) => done(event, takeShift, '?did=take'),
	ask: (event) => done(event, askForShift, '?did=ask'),
	answer: (event) => done(event, answerOffer, '?did=answer'),
	giveOn: (event) => done(event, (raw, her) => giveOn({ to: '', ...Object(raw) }, her), '?did=giveOn'),
	keep: (event) => done(event, withdrawSwap, '?did=keep'),
	accept: (event) => done(event, acceptSwap, '?did=take'),
	giveUp: (event) => done(event, giveUp, '?did=giveUp'),
	pause: (event) => done(event, pauseOwn, '?did=pause'),
	back: (event) => done(event, (_, her) => comeBack({ account: her.id }, her), '?did=back'),
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
