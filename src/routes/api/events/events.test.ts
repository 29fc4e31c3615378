import * as xlsx from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { answerDates, answerTable, readCalendar } from '#lib/events/index.server.ts';
import { buildOrganisers, planned } from '#lib/events/testing.ts';
import { today } from '#lib/platform/clock.ts';
import { description } from '../openapi.json/description.ts';

const at = onGround();
const api = description(['ru', 'fi', 'en']);

function call(query: string, headers: Record<string, string> = {}) {
	const url = new URL(`https://silta.example/api/events${query}`);
	return { request: new Request(url, { headers }), url };
}

type Told = { lang: string; events: Record<string, unknown>[] };
const ask = async (query: string, headers = {}): Promise<Told> => answerDates(call(query, headers)).json();

beforeAll(async () => {
	await buildOrganisers();
	const open = { from: today(-30), until: today(120), skip: { holidays: false, spans: [] } };
	const { dates } = await planned({ id: 'near-club', names: { ru: '=1+1', fi: 'Kerho' }, ...open });
	await planned({ id: 'far-webinar', organisationId: 'far', mode: 'online', takesRegistration: false, ...open });
	await planned({ id: 'hidden', state: 'draft', ...open });
	await at.ground.db.query(
		'update occurrences set day = day + 1, starts_at = starts_at + $2, ends_at = ends_at + $2 where id = $1',
		[...[dates.at(-1)?.id, '1 day']],
	);
	await readCalendar();
});

test('a date has exactly the parts that the description promises', async () => {
	const { events } = await ask('?lang=ru');
	const { properties, required } = api.components.schemas.EventDate;
	for (const event of events) expect(Object.keys(event)).toEqual(required);
	expect(Object.keys(properties)).toEqual(required);
	const parameters = api.paths['/api/events'].get.parameters.map(({ name }) => name);
	expect(parameters).toEqual([
		...[
			'lang',
			'organisation',
			'place',
			'series',
			'language',
			'day',
			'from',
			'to',
			'activity',
			'mode',
			'municipality',
			'limit',
		],
	]);
});

test('only what is public and still to come is told, in the language that is asked for', async () => {
	const { lang, events } = await ask('', { 'accept-language': 'fi;q=0.9' });
	expect(lang).toBe('fi');
	expect(events.every(({ day }) => String(day) >= today())).toBe(true);
	expect(new Set(events.map(({ series }) => series))).toEqual(new Set(['near-club', 'far-webinar']));
	expect(events.find(({ series }) => series === 'near-club')?.title).toBe('Kerho');
	expect(events.at(-1)?.state).toBe('moved');
});

test('each parameter leaves what it says', async () => {
	const series = async (query: string) => (await ask(`?lang=en&${query}`)).events.map((event) => event.series);
	expect(new Set(await series('organisation=far'))).toEqual(new Set(['far-webinar']));
	expect(new Set(await series('mode=on-site'))).toEqual(new Set(['near-club']));
	expect(await series('municipality=297')).toEqual([]);
	expect(await series('activity=webinar')).toEqual([]);
	expect(await series('limit=3')).toHaveLength(3);
	expect((await series(`from=${today(-90)}&to=${today(-1)}`)).length).toBeGreaterThan(4);
});

test.each(['limit=0', 'limit=501', 'from=soon', 'mode=air', 'municipality=Kuopio', 'place=..', 'lang=xx'])(
	'%s is refused in one sentence',
	async (query) => {
		const response = answerDates(call(`?${query}`));
		expect(response.status).toBe(400);
		const { error } = (await response.json()) as { error: string };
		expect(error.startsWith(query.split('=')[0] ?? '')).toBe(true);
	},
);

test('the tables hold the same dates, and no title is reckoned', async () => {
	const { events } = await ask('?lang=fi');
	const csv = Buffer.from(await (await answerTable(call(''), 'csv')).arrayBuffer()).toString('utf8');
	expect(csv.startsWith('\uFEFFseries;original_day;state;day;starts;minutes;name_ru;name_fi;name_en;')).toBe(true);
	expect(csv.trimEnd().split('\r\n')).toHaveLength(events.length + 1);
	expect(csv).toContain(";'=1+1;Kerho;");
	const response = await answerTable(call(''), 'xlsx');
	expect(response.headers.get('content-disposition')).toBe('attachment; filename="events.xlsx"');
	const book = xlsx.read(Buffer.from(await response.arrayBuffer()));
	const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(book.Sheets.dates ?? {});
	expect(rows.map((row) => row.series)).toEqual(events.map(({ series }) => series));
	const columns = api.paths['/api/events.csv'].get.description;
	for (const name of Object.keys(rows[0] ?? {})) expect(columns).toContain(`\`${name}\``);
});
