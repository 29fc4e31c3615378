import { signOut } from '#lib/identity/index.server.ts';
import { clearStaffCookie, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import type { RequestHandler } from './$types';

/** The session ends here, not in the browser; what the browser kept of our pages goes with it (P24). */
export const POST: RequestHandler = async ({ cookies, url }) => {
	const secure = url.protocol === 'https:';
	await signOut(staffTokenOf(cookies, secure));
	clearStaffCookie(cookies, secure);
	const headers = { location: '/staff/sign-in', 'clear-site-data': '"cache", "storage"' };
	return new Response(null, { status: 303, headers });
};
