import { createHash } from 'node:crypto';
import { instant } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { herByKey } from '../link/own.server.ts';
import { ownCalendar } from './file.server.ts';
import { ownShifts } from './store.server.ts';

/** What is over goes after a while; a calendar that took it in keeps it. */
const BACK_MS = 90 * 86_400_000;

/** Null for a key that opens no calendar, whatever the reason. */
export async function answerOwnCalendar(
	request: Request,
	{ key, origin }: { key: string; origin: string },
): Promise<Response | null> {
	const her = await herByKey('feed', key);
	if (!her) return null;
	const shifts = await ownShifts(ground().db, her.id, new Date(instant() - BACK_MS));
	const body = ownCalendar(shifts, { say: sayIn(her.language, ['own']), lang: her.language, origin });
	const headers = { ...HEADERS, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
	const isKnown = (request.headers.get('if-none-match') ?? '').includes(headers.etag);
	return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}

/** Hers alone: no cache between may keep it, and no machine may list it. */
const HEADERS = {
	'content-type': 'text/calendar; charset=utf-8',
	'content-disposition': 'inline; filename="silta.ics"',
	'cache-control': 'private, no-cache',
	'x-robots-tag': 'noindex, nofollow',
};
