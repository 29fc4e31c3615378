import { redirect } from '@sveltejs/kit';
import { setOwnCookie } from '#lib/platform/http/cookies.server.ts';
import { herBy, isSecure } from '../door.server.ts';
import type { PageServerLoad } from './$types';

/** The key goes into a cookie of this browser, and out of the address (docs/decisions/0039). */
export const load: PageServerLoad = async (event) => {
	const { key, lang } = event.params;
	await herBy(key, event);
	setOwnCookie(event.cookies, isSecure(event), key);
	redirect(303, `/${lang}/own`);
};
