import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { now, today } from '#lib/platform/clock.ts';
import { isLanguage, languageOf, negotiate, sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { isMadeUp } from '../../public/coming.ts';
import { stageOf } from '../../public/moments.ts';
import { dateTold } from '../../public/told.ts';
import { eventsView } from '../../public/view.server.ts';
import { type Call, refuse } from '../feed.server.ts';
import { chosen } from '../shown.ts';
import { shownNow } from '../shown.server.ts';
import { wantedOf } from '../wanted.ts';
import { embeddedPage, STYLE } from './page.ts';

const MOST = 20;
const limitSchema = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1), v.maxValue(MOST));
const DEFAULT_LIMIT = '5';

/** Others may show it inside theirs, so nothing in it can be pressed that does anything. */
const POLICY = [
	...["default-src 'none'", `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
	...["base-uri 'none'", "form-action 'none'", 'frame-ancestors *'],
].join('; ');

/** The next dates for a partner's page. It looks at no cookie: a browser would not send one into a frame anyway. */
export function answerEmbedded({ request, url }: Omit<Call, 'lang'>): Response {
	const query = url.searchParams;
	const wanted = wantedOf(query);
	if (typeof wanted === 'string') return refuse(400, wanted);
	const limit = v.safeParse(limitSchema, query.get('limit') || DEFAULT_LIMIT);
	if (!limit.success) return refuse(400, `limit must be a whole number from 1 to ${MOST}.`);
	const asked = query.get('lang') ?? '';
	const { code, dir } = languageOf(isLanguage(asked) ? asked : negotiate(request.headers.get('accept-language')));
	const [view, at] = [eventsView(code), now()];
	const coming = chosen(shownNow(), wanted).filter(({ date }) => stageOf(date, at) !== 'over');
	const next = coming.slice(0, limit.output);
	const page = embeddedPage({
		...{ lang: code, dir, origin: url.origin, today: today(), say: sayIn(code, ['events', 'rule', 'site']) },
		dates: next.map((dated) => dateTold(view, dated)),
		hasMadeUp: next.some((dated) => isMadeUp(view, dated)),
	});
	return new Response(page, { headers: { ...HEADERS, 'content-security-policy': POLICY } });
}

const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'accept-language' };
