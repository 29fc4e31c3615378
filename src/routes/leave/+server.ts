import { clearCodeCookie, clearLanguageCookie, clearVisitorCookie } from '#lib/platform/http/cookies.server.ts';
import type { RequestHandler } from './$types';

/** A page that anybody may have open: the weather. */
const NEUTRAL = 'https://www.ilmatieteenlaitos.fi/';

/** Leave quickly: this browser forgets us, and something harmless is shown. Works without script. */
export const GET: RequestHandler = ({ cookies, url }) => {
	const secure = url.protocol === 'https:';
	clearVisitorCookie(cookies, secure);
	clearCodeCookie(cookies, secure);
	clearLanguageCookie(cookies, secure);
	const headers = {
		location: NEUTRAL,
		'clear-site-data': '"cache", "cookies", "storage"',
		'cache-control': 'no-store',
	};
	return new Response(null, { status: 303, headers });
};
