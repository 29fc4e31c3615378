import { redirect } from '@sveltejs/kit';
import { setLanguageCookie } from '#lib/platform/http/cookies.server.ts';
import { languageOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { RequestHandler } from './$types';

/** Remembers the language that was chosen and goes to the same page in it. */
export const GET: RequestHandler = ({ params, url, cookies }) => {
	const { code } = languageOf(params.code);
	setLanguageCookie(cookies, url.protocol === 'https:', code);
	const to = url.searchParams.get('to') ?? '';
	if (to === '/staff' || to.startsWith('/staff/')) redirect(303, to);
	// Only paths of ours: `//host` and `/\host` would lead elsewhere.
	redirect(303, `/${code}${/^\/[^/\\]/.test(to) ? to : ''}`);
};
