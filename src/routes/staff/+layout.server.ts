import { redirect } from '@sveltejs/kit';
import { languageOf, languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import type { LayoutServerLoad } from './$types';

const OPEN_TO_ALL = ['/staff/sign-in', '/staff/invitation'];

export const load: LayoutServerLoad = ({ url, locals }) => {
	const { staff } = locals;
	if (!staff && !OPEN_TO_ALL.some((path) => url.pathname.startsWith(path))) {
		redirect(303, `/staff/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	}
	const { code, dir } = languageOf(locals.lang);
	return {
		lang: code,
		dir,
		languages: languages().map(({ code, name }) => ({ code, name })),
		path: url.pathname,
		words: wordsOf(code, ['staff', 'desk', 'cases', 'reports', 'identity', 'content']),
		demonstration: locals.demonstration,
		staff: staff && {
			chosenName: staff.chosenName,
			roles: [...new Set(staff.memberships.map((one) => one.role))],
			atDesk: organisationsWhere(staff, 'helpAtDesk').length > 0,
			checksContent: organisationsWhere(staff, 'checkContent').length > 0,
			setsHours: organisationsWhere(staff, 'setHours').length > 0,
			seesFigures: organisationsWhere(staff, 'seeFigures').length > 0,
			managesAccounts: organisationsWhere(staff, 'manageAccounts').length > 0,
			seesDesign: organisationsWhere(staff, 'seeDesign').length > 0,
		},
	};
};
