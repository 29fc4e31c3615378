import { xmlText } from '#lib/platform/http/xml.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { newsOf, unbroken, whenOf, whereOf } from '../../public/said.ts';
import type { DateTold } from '../../public/told.ts';

/** What a partner's page shows inside itself: the next dates, and the way to all of them. */
export type Embedded = {
	readonly dates: readonly DateTold[];
	readonly lang: string;
	readonly dir: string;
	readonly origin: string;
	readonly today: string;
	/** Something in it is made up for the demonstration. */
	readonly hasMadeUp: boolean;
	/** With the words of `messages/events`, `rule` and `site`. */
	readonly say: Say;
};

/** A page of its own, small, without script, form or cookie; links lead out of the frame. */
export function embeddedPage(embedded: Embedded): string {
	const { dates, lang, dir, origin, say, hasMadeUp } = embedded;
	const title = xmlText(say('events.list.title'));
	const list = dates.map((date) => dateItem(date, embedded)).join('');
	return `<!doctype html>
<html lang="${xmlText(lang)}" dir="${xmlText(dir)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} · ${xmlText(say('site.name'))}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
${hasMadeUp ? `<p class="news">${xmlText(say('events.list.madeUp'))}</p>` : ''}
${dates.length > 0 ? `<ul>${list}</ul>` : `<p>${xmlText(say('events.none.title'))}</p>`}
<p>${link(`${origin}/${lang}/events`, say('events.home.all'))}</p></main></body></html>
`;
}

function dateItem(date: DateTold, { origin, say, today }: Embedded): string {
	const isOff = date.state === 'cancelled' || date.state === 'replaced';
	const when = xmlText(unbroken(whenOf(say, date, today)));
	const news = newsOf(say, date).map((line) => `<p class="news">${xmlText(line)}</p>`);
	return `<li><p class="when">${isOff ? `<s>${when}</s>` : when}</p>
<p>${link(origin + date.href, date.name)}</p>${news.join('')}<p>${xmlText(whereOf(say, date))}</p></li>
`;
}

const link = (href: string, text: string): string =>
	`<a href="${xmlText(href)}" target="_top" rel="noopener">${xmlText(text)}</a>`;

/** Named by its hash in the policy of the answer. Colours keep 7:1 in both. */
export const STYLE = `:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--link:#003c7d;--line:#8a8a8a}
@media(prefers-color-scheme:dark){:root{--ink:#f3f3f3;--paper:#141414;--link:#a8d0ff;--line:#8a8a8a}}
body{margin:0;padding:1rem;font:1.125rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
main{max-inline-size:40rem}h1{margin:0 0 .5rem;font-size:1.4rem;line-height:1.25}
ul{margin:0;padding:0;list-style:none}li{padding:.6rem 0;border-block-end:1px solid var(--line)}
p{margin:0;overflow-wrap:anywhere}.when{font-weight:600}.when::first-letter{text-transform:uppercase}
.news{font-weight:600}a{display:inline-block;padding:.7rem 0;color:var(--link);font-weight:600}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}`;
