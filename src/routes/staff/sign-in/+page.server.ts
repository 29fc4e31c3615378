import { fail, redirect } from '@sveltejs/kit';
import {
	demonstrationPeople,
	proofFor,
	signIn,
	signInDemonstration,
	signInWithPasskey,
	signOut,
} from '#lib/identity/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import {
	markCookieOf,
	setMarkCookie,
	setProofCookie,
	setStaffCookie,
	staffTokenOf,
} from '#lib/platform/http/cookies.server.ts';
import { secondsToWait } from '#lib/platform/http/limits.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { answeringOf, placeAt } from '../passkeys.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { safeNext } from './next.ts';

const PER_SOURCE = { tries: 60, perMs: 600_000 };
const WAIT_SECONDS = 900;

export const load: PageServerLoad = ({ locals, url }) => {
	// Whoever is to show once more who she is, is signed in already.
	const isAgain = locals.staff !== null && url.searchParams.has('again');
	if (locals.staff && !isAgain) redirect(303, safeNext(url.searchParams.get('next')));
	const words = wordsOf(locals.lang, ['identity']);
	const people = shownPeople(locals.demonstration);
	return { lang: locals.lang, words, people, isAgain, hasPasskeys: placeAt(url) !== null };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const demo = form.get('demo');
		if (typeof demo === 'string') return enterDemonstration(event, demo);
		// Each try with a password costs the machine a slow hash, so one source gets only so many, whatever it types.
		const seconds = secondsToWait('staff-sign-in', event.locals.source, PER_SOURCE);
		if (seconds > 0) return wrong(event, form, 'wait', seconds);
		return form.has('passkey') ? enterByPasskey(event, form) : enter(event, form);
	},
};

async function enter(event: RequestEvent, form: FormData) {
	const result = await signIn(Object.fromEntries(form), markCookieOf(event.cookies, isSecure(event)));
	return isRefusal(result) ? wrong(event, form, result.refused) : welcome(event, result);
}

async function enterByPasskey(event: RequestEvent, form: FormData) {
	const result = await signInWithPasskey(Object.fromEntries(form), answeringOf(event));
	if (!isRefusal(result)) return welcome(event, result);
	return wrong(event, form, result.refused === 'wait' ? 'wait' : 'passkey');
}

/** A session that was there before ends: it has shown less than this one. */
async function welcome(event: RequestEvent, { token, mark }: { token: string; mark?: string }) {
	const secure = isSecure(event);
	await signOut(staffTokenOf(event.cookies, secure));
	setStaffCookie(event.cookies, secure, token);
	setProofCookie(event.cookies, secure, await proofFor(token));
	if (mark) setMarkCookie(event.cookies, secure, mark);
	return redirect(303, safeNext(event.url.searchParams.get('next')));
}

/** What was typed as a name stays in the form, the rest does not. */
function wrong(event: RequestEvent, form: FormData, refused: string, seconds = WAIT_SECONDS) {
	if (refused === 'wait') event.setHeaders({ 'retry-after': String(seconds) });
	const typed = form.get('shortName');
	return fail(refused === 'wait' ? 429 : 400, { refused, shortName: typeof typed === 'string' ? typed : '' });
}

/** On loopback in the demonstration network only; elsewhere the field means nothing. */
async function enterDemonstration(event: RequestEvent, shortName: string) {
	const result = event.locals.demonstration ? await signInDemonstration(shortName) : null;
	if (!result || isRefusal(result)) return fail(400, { refused: 'wrong', shortName: '' });
	return welcome(event, result);
}

function shownPeople(isDemonstration: boolean) {
	const people = isDemonstration ? demonstrationPeople() : [];
	return people.map(({ shortName, chosenName, role, language }) => ({ shortName, chosenName, role, language }));
}

const isSecure = (event: RequestEvent): boolean => event.url.protocol === 'https:';
