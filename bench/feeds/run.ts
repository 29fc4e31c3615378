// node bench/feeds/run.ts : how large the feeds are and how long each takes, beside the least that says the same.
import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import { columnsOf, rowOf, tableOf } from '../../src/lib/events/feeds/dates/rows.ts';
import { dateTold } from '../../src/lib/events/feeds/dates/told.ts';
import { calendarFile } from '../../src/lib/events/feeds/ical/calendar.ts';
import { askedOf } from '../../src/lib/events/feeds/linked/asked.ts';
import { pageOf } from '../../src/lib/events/feeds/linked/pages.ts';
import { chosen } from '../../src/lib/events/feeds/shown.ts';
import { csvOf } from '../../src/lib/events/feeds/table/table.ts';
import { workbookOf } from '../../src/lib/events/feeds/table/workbook.server.ts';
import { unrolled, unrolledElsewhere } from '../../src/lib/events/feeds/testing.ts';
import { judge, median, percentile, printTable, say, shown as inFigures } from '../common/figures.ts';
import { machine } from '../common/processor.ts';
import { season } from './season.ts';

type Made = string | Buffer;
type Feed = { readonly name: string; readonly make: () => Made | Promise<Made> };

const ROUNDS = 40;
/** A phone asks every six hours; on a slow line it should have its answer at once. */
const MOST_BYTES = 60_000;
/** Beside the floor, which looks at no clock, no language and no rule. */
const MOST_TIMES = 20;
const LANGUAGES = ['ru', 'fi', 'en'];
const origin = 'https://silta.example';
const words = (key: string, values: object = {}): string => [key, ...Object.values(values)].join(' ');
const shown = season();
const dated = chosen(shown, {});
const site = { shown, origin, languages: LANGUAGES, words: (key: string) => ({ ru: key, fi: key, en: key }) };

const calendarFeed = (): string => calendarFile(dated, 'Events', { shown, say: words, lang: 'ru', origin });
const table = () =>
	tableOf(
		columnsOf(LANGUAGES),
		dated.map((one) => rowOf(one, { shown, languages: LANGUAGES })),
	);

const FEEDS: readonly Feed[] = [
	{ name: 'calendar, all of it', make: calendarFeed },
	{ name: '  floor: each date by itself', make: bareCalendar },
	{
		name: 'dates as JSON',
		make: () => JSON.stringify(dated.map((one) => dateTold(one, { shown, lang: 'ru', origin }))),
	},
	{ name: '  floor: the rows as they are', make: () => JSON.stringify(dated.map(({ date }) => date)) },
	{ name: 'Linked Events, a page of 20', make: () => linked('') },
	{ name: 'Linked Events, a page of 100', make: () => linked('page_size=100') },
	{ name: 'dates as CSV', make: () => csvOf(table()) },
	{ name: 'dates as a workbook', make: () => workbookOf(table(), 'dates') },
];

say(`Feeds: 18 months of ${shown.calendar.series.size} series, ${dated.length} dates. ${machine()}\n`);
const rows = [];
for (const feed of FEEDS) rows.push(await measure(feed));
printTable(
	['feed', 'bytes', 'brotli', 'ms median', 'ms p95'],
	rows.map(({ name, bytes, small, times }) => [
		...[name, String(bytes), String(small)],
		...[inFigures(median(times)), inFigures(percentile(times, 0.95))],
	]),
);
say('\nMade anew each time; the site makes a calendar and a workbook once for each state of the calendar.\n');

const [calendar, bare] = rows;
judge(
	`the calendar is at most ${MOST_BYTES} bytes`,
	(calendar?.bytes ?? Infinity) <= MOST_BYTES,
	`${calendar?.bytes}, floor ${bare?.bytes}`,
);
const times = median(calendar?.times ?? []) / median(bare?.times ?? []);
judge(`the calendar takes at most ${MOST_TIMES} times as long as the floor`, times <= MOST_TIMES, inFigures(times));
const file = calendarFeed();
const isSame = JSON.stringify(unrolled(file)) === JSON.stringify(unrolledElsewhere(file));
judge(
	'two other readers find each date in it',
	isSame && unrolled(file).length === dated.length,
	`${unrolled(file).length} of ${dated.length}`,
);

async function measure({ name, make }: Feed) {
	const times: number[] = [];
	let made: Made = '';
	for (let round = -3; round < ROUNDS; round += 1) {
		const began = performance.now();
		made = await make();
		if (round >= 0) times.push(performance.now() - began);
	}
	return { name, times, bytes: Buffer.byteLength(made), small: brotliCompressSync(made).length };
}

function linked(query: string): string {
	const params = new URLSearchParams(query);
	const asked = askedOf(params);
	if (typeof asked === 'string') throw new Error(asked);
	return JSON.stringify(pageOf(site, 'event', { asked, query: params }));
}

/** No rule, no library, nothing folded: start, end and title of each date, in UTC. */
function bareCalendar(): string {
	const moment = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');
	const events = dated.map(({ of, date: { originalDay, startsAt, endsAt } }) =>
		[
			...['BEGIN:VEVENT', `UID:${of.id}.${originalDay}@silta.example`, `DTSTAMP:${moment(of.changedAt)}`],
			...[`DTSTART:${moment(startsAt)}`, `DTEND:${moment(endsAt)}`, `SUMMARY:${of.names.ru}`, 'END:VEVENT'],
		].join('\r\n'),
	);
	return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//floor//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
}
