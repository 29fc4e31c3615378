import { signOut } from '#lib/identity/index.server.ts';
import { clearStaffCookie, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import type { RequestHandler } from './$types';

/**
 * The session ends here, not in the browser; what the browser kept of our pages goes with it (P24). Its storage stays:
 * all that is there is taps of a tally that are not sent yet, codes without anybody (docs/decisions/0026).
 */
export const POST: RequestHandler = async ({ cookies, url }) => {
	const secure = url.protocol === 'https:';
	await signOut(staffTokenOf(cookies, secure));
	clearStaffCookie(cookies, secure);
	const headers = { location: '/staff/sign-in', 'clear-site-data': '"cache"' };
	return new Response(null, { status: 303, headers });
};
