import { redirect } from '@sveltejs/kit';
import { languageOf, languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { hasUnknownChange, myselfOf, organisationsWhere } from '#lib/identity/index.server.ts';
import { staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { house } from '../../house.server.ts';
import type { LayoutServerLoad } from './$types';

const OPEN_TO_ALL = ['/staff/sign-in', '/staff/invitation'];

export const load: LayoutServerLoad = async ({ url, locals, cookies }) => {
	const { staff } = locals;
	if (!staff && !OPEN_TO_ALL.some((path) => url.pathname.startsWith(path))) {
		redirect(303, `/staff/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	}
	const { code, dir } = languageOf(locals.lang);
	const myself = staff && (await myselfOf(staffTokenOf(cookies, url.protocol === 'https:')));
	return {
		lang: code,
		dir,
		languages: languages().map(({ code, name }) => ({ code, name })),
		path: url.pathname,
		words: wordsOf(code, ['staff', 'desk', 'cases', 'reports', 'identity', 'content']),
		demonstration: locals.demonstration,
		/** How she signs in was changed while she was away, and she has not said that it was her. */
		isAskedAboutChange: myself !== null && (await hasUnknownChange(myself)),
		keepsTooLong: house().late().length > 0,
		staff: staff && {
			chosenName: staff.chosenName,
			roles: [...new Set(staff.memberships.map((one) => one.role))],
			atDesk: organisationsWhere(staff, 'helpAtDesk').length > 0,
			usesShifts: organisationsWhere(staff, 'useShifts').length > 0,
			runsEvents: organisationsWhere(staff, 'runEvents').length > 0,
			leadsVolunteers: organisationsWhere(staff, 'leadVolunteers').length > 0,
			refers: organisationsWhere(staff, 'referClients').length > 0,
			onBoard: organisationsWhere(staff, 'useBoard').length > 0,
			checksContent: organisationsWhere(staff, 'checkContent').length > 0,
			setsHours: organisationsWhere(staff, 'setHours').length > 0,
			seesFigures: organisationsWhere(staff, 'seeFigures').length > 0,
			managesPlaces: organisationsWhere(staff, 'managePlaces').length > 0,
			managesAccounts: organisationsWhere(staff, 'manageAccounts').length > 0,
			seesRetention: organisationsWhere(staff, 'seeRetention').length > 0,
			seesMailbox: organisationsWhere(staff, 'seeMailbox').length > 0,
			seesDesign: organisationsWhere(staff, 'seeDesign').length > 0,
		},
	};
};
