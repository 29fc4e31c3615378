import * as v from 'valibot';
import { may, type StaffActor } from '#lib/identity/index.server.ts';
import { addDays, instantAt, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { occurrences } from '../../occurrences/store.server.ts';
import { series } from '../../series/store.server.ts';
import { FILES, type FileKind } from '../dates/feed.server.ts';
import { shownNow } from '../shown.server.ts';
import { csvOf } from '../table/table.ts';
import { workbookOf } from '../table/workbook.server.ts';
import { exportTable } from './rows.ts';
import { countedBetween } from './store.server.ts';

/** So many days at once. */
const MOST_DAYS = 800;
const day = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const asked = v.object({ from: day, to: day, format: v.picklist(['csv', 'xlsx']) });

/** The dates of one organisation with what was planned and counted; null where there is nothing for her. */
export async function answerExport(actor: StaffActor, query: URLSearchParams): Promise<Response | null> {
	const organisationId = query.get('organisation') ?? '';
	if (!may(actor).seeFigures(organisationId)) return null;
	const year = today().slice(0, 4);
	const given = { from: `${year}-01-01`, to: `${year}-12-31`, format: 'xlsx', ...Object.fromEntries(query) };
	const read = v.safeParse(asked, given);
	if (!read.success || addDays(read.output.from, MOST_DAYS) < read.output.to)
		return new Response(null, { status: 400 });
	const { from, to, format } = read.output;
	const table = await tableFor(organisationId, instantAt(from, '00:00'), instantAt(addDays(to, 1), '00:00'));
	const file = await fileOf(table, format);
	const name = `events-${organisationId}-${from}-${to}.${format}`;
	const headers = { 'content-type': FILES[format], 'content-disposition': `attachment; filename="${name}"` };
	return new Response(file, { headers });
}

async function tableFor(organisationId: string, from: Date, to: Date) {
	const { db } = ground();
	const [all, dates, counted] = await Promise.all([
		series(db).within([organisationId]),
		occurrences(db).between([organisationId], from, to),
		countedBetween(db, organisationId, { from, to }),
	]);
	const byId = new Map(all.map((one) => [one.id, one]));
	const dated = dates.flatMap((date) => {
		const of = byId.get(date.seriesId);
		return of ? [{ of, date }] : [];
	});
	return exportTable(dated, counted, { shown: shownNow(), languages: languages().map(({ code }) => code) });
}

async function fileOf(table: Parameters<typeof csvOf>[0], format: FileKind): Promise<Uint8Array<ArrayBuffer> | string> {
	return format === 'csv' ? csvOf(table) : new Uint8Array(await workbookOf(table, 'dates'));
}
