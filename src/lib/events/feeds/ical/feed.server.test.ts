import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { readCalendar } from '../../calendar.server.ts';
import { buildOrganisers, planned } from '../../testing.ts';
import { unrolled } from '../testing.ts';
import { answerCalendar } from './feed.server.ts';

const at = onGround();
let day = '';

async function ask(query: string, headers: Record<string, string> = {}): Promise<Response> {
	const url = new URL(`https://silta.example/ru/events.ics${query}`);
	return answerCalendar({ request: new Request(url, { headers }), url, lang: 'ru' });
}

beforeAll(async () => {
	await buildOrganisers();
	const open = { from: '2026-01-13', until: '2030-01-01', skip: { holidays: false, spans: [] } };
	const { dates } = await planned({ id: 'near-club', ...open });
	day = dates.at(-1)?.originalDay ?? '';
	await planned({ id: 'far-club', organisationId: 'far', languages: ['fi'], ...open });
	await planned({ id: 'draft-club', state: 'draft', ...open });
	await readCalendar();
});

test('a calendar is of one organisation, language or series, in the language of its address', async () => {
	const response = await ask('?organisation=near');
	expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
	const file = await response.text();
	expect(file).toContain('X-WR-CALNAME:Встречи и курсы\\, Рядом');
	expect(file).toContain('UID:near-club@silta.example');
	expect(file).not.toContain('far-club');
	expect(await (await ask('?language=fi')).text()).not.toContain('near-club');
	expect(await (await ask('?series=far-club')).text()).toContain('far-club');
});

test('what is not public is not there', async () => {
	expect(await (await ask('')).text()).not.toContain('draft-club');
	expect((await ask('?series=draft-club')).status).toBe(404);
	expect((await ask(`?series=near-club&day=2020-01-01`)).status).toBe(404);
	expect((await ask('?series=Near')).status).toBe(400);
});

test('one date is given by itself', async () => {
	const file = await (await ask(`?series=near-club&day=${day}`)).text();
	expect(unrolled(file)).toHaveLength(1);
	expect(file).toContain(`UID:near-club.${day}@silta.example`);
});

test('whoever has the file already is told so, until something changes', async () => {
	const first = await ask('');
	const etag = first.headers.get('etag') ?? '';
	expect((await ask('', { 'if-none-match': `W/${etag}, "x"` })).status).toBe(304);
	await at.ground.db.query(
		"update occurrences set state = 'cancelled', cause = 'staff' where series_id = 'near-club' and day = $1",
		[day],
	);
	await readCalendar();
	const second = await ask('', { 'if-none-match': etag });
	expect(second.status).toBe(200);
	expect(await second.text()).toContain('STATUS:CANCELLED');
});
