import { fail, redirect } from '@sveltejs/kit';
import { demonstrationPeople, signIn, signInDemonstration } from '#lib/identity/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { setStaffCookie } from '#lib/platform/http/cookies.server.ts';
import { secondsToWait } from '#lib/platform/http/limits.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { markOf, setMark } from './knownDevice.ts';
import { safeNext } from './next.ts';

const PER_SOURCE = { tries: 60, perMs: 600_000 };
const WAIT_SECONDS = 900;

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.staff) redirect(303, safeNext(url.searchParams.get('next')));
	return { lang: locals.lang, words: wordsOf(locals.lang, ['identity']), people: shownPeople(locals.demonstration) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const demo = form.get('demo');
		return typeof demo === 'string' ? enterDemonstration(event, demo) : enter(event, form);
	},
};

async function enter(event: RequestEvent, form: FormData) {
	const secure = isSecure(event);
	// Each try costs the machine a slow hash, so one source gets only so many, whatever names it types.
	const seconds = secondsToWait('staff-sign-in', event.locals.source, PER_SOURCE);
	if (seconds > 0) return wrong(event, form, 'wait', seconds);
	const result = await signIn(Object.fromEntries(form), markOf(event.cookies, secure));
	if (isRefusal(result)) return wrong(event, form, result.refused);
	setStaffCookie(event.cookies, secure, result.token);
	setMark(event.cookies, secure, result.mark);
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
	setStaffCookie(event.cookies, isSecure(event), result.token);
	return redirect(303, safeNext(event.url.searchParams.get('next')));
}

function shownPeople(isDemonstration: boolean) {
	const people = isDemonstration ? demonstrationPeople() : [];
	return people.map(({ shortName, chosenName, role, language }) => ({ shortName, chosenName, role, language }));
}

const isSecure = (event: RequestEvent): boolean => event.url.protocol === 'https:';
