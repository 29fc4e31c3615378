import { languages, negotiate } from '#lib/platform/i18n/catalogue.server.ts';
import { answerWith, type Call, feedFrom, keptFeed, refuse } from '../feed.server.ts';
import { shownNow } from '../shown.server.ts';
import { csvOf } from '../table/table.ts';
import { workbookOf } from '../table/workbook.server.ts';
import { datesAsked } from './asked.ts';
import { columnsOf, rowOf, tableOf } from './rows.ts';
import { dateTold } from './told.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', vary: 'accept-language' };

/** How a table goes out. */
export const FILES = {
	csv: 'text/csv; charset=utf-8; header=present',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileKind = keyof typeof FILES;

/** The coming dates for other software, in one language. */
export function answerDates({ request, url }: Omit<Call, 'lang'>): Response {
	const lang = url.searchParams.get('lang') ?? negotiate(request.headers.get('accept-language'));
	if (!codes().includes(lang)) return refuse(400, `lang must be one of ${codes().join(', ')}.`);
	const shown = shownNow();
	const dated = datesAsked(shown, url.searchParams);
	if (typeof dated === 'string') return refuse(400, dated);
	const events = dated.map((one) => dateTold(one, { shown, lang, origin: url.origin }));
	return answerWith(request, feedFrom(shown, JSON.stringify({ lang, events })), JSON_TYPE);
}

/** The same as a table, with the names in all languages. */
export async function answerTable({ request, url }: Omit<Call, 'lang'>, kind: FileKind): Promise<Response> {
	const shown = shownNow();
	const dated = datesAsked(shown, url.searchParams);
	if (typeof dated === 'string') return refuse(400, dated);
	const rows = dated.map((one) => rowOf(one, { shown, languages: codes() }));
	const table = tableOf(columnsOf(codes()), rows);
	// A workbook is packed, which takes its time, and holds the moment at which that was.
	const feed =
		kind === 'csv'
			? feedFrom(shown, csvOf(table))
			: await keptFeed(shown, JSON.stringify(table), () => workbookOf(table, 'dates'));
	return answerWith(request, feed, {
		'content-type': FILES[kind],
		'content-disposition': `attachment; filename="events.${kind}"`,
	});
}

const codes = (): string[] => languages().map(({ code }) => code);
