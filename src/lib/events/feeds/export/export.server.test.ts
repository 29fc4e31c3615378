import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { ROLES, type Role } from '#lib/identity/index.server.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { readCalendar } from '../../calendar.server.ts';
import { closeDate } from '../../counting/close.server.ts';
import { helper } from '../../people/testing.ts';
import { buildOrganisers, planned } from '../../testing.ts';
import { answerExport } from './export.server.ts';

const at = onGround();
const back = turnClock(() => instantAt('2026-01-20', '16:00').getTime());
const club = `club-${newId()}`;

beforeAll(async () => {
	await buildOrganisers();
	const { dates } = await planned({ id: club, names: { ru: '=cmd()', fi: 'Kerho' }, planLine: 'digiklubi' });
	await planned({ id: 'far-club', organisationId: 'far' });
	const [first, second] = dates;
	const counted = { state: 'held', total: '12', firstTime: '3', method: 'tally', version: '0' };
	const where = { occurrenceId: first?.id ?? '', lang: 'ru', topics: [], lines: [] };
	expect(await closeDate({ ...counted, ...where }, await helper('coordinator'))).toEqual({ version: 1 });
	await at.ground.db.query(
		"update occurrences set day = '2026-01-21', state = 'cancelled', cause = 'weather' where id = $1",
		[second?.id],
	);
	await readCalendar();
});
afterAll(back);

async function ask(query: string, role: Role = 'coordinator') {
	return answerExport(await helper(role), new URLSearchParams(query));
}

const bytesOf = async (response: Response | null): Promise<Buffer> =>
	Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));

test('what was planned stands beside what was, and who came are numbers', async () => {
	const response = await ask('organisation=near&from=2026-01-01&to=2026-01-31');
	const book = xlsx.read(await bytesOf(response));
	const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(book.Sheets.dates ?? {}, { defval: null });
	expect(rows).toHaveLength(3);
	expect(rows[0]).toMatchObject({
		...{ series: club, state: 'held', total: 12, first_time: 3, basis: 'counted', method: 'tally', name_ru: "'=cmd()" },
		...{ plan_line: 'digiklubi', remote: 0, on_site: 12 },
	});
	expect(rows[1]).toMatchObject({ state: 'cancelled', cause: 'weather', total: null, first_time: null });
	const [day, before] = [rows[1]?.day, rows[1]?.planned_day].map(
		(value) => new Date(Number(value) * 86_400_000 - 25_569 * 86_400_000),
	);
	expect([day, before].map((one) => one?.toISOString().slice(0, 10))).toEqual(['2026-01-21', '2026-01-20']);
});

test('as CSV it opens in a Finnish spreadsheet, and what nobody counted is empty', async () => {
	const response = await ask('organisation=near&from=2026-01-01&to=2026-01-31&format=csv');
	const lines = (await bytesOf(response)).toString('utf8').split('\r\n');
	expect(lines[0]?.startsWith('\uFEFFseries;original_day;')).toBe(true);
	expect(lines[1]).toMatch(/;12;counted;tally;12;0;3;/);
	expect(lines[2]).toMatch(/;digiklubi;;;;;;;;$/);
	expect(response?.headers.get('content-disposition')).toContain('events-near-2026-01-01-2026-01-31.csv');
});

test('of another organisation, or of none, there is nothing; nor for those who may not see figures', async () => {
	expect(await ask('organisation=far')).toBeNull();
	expect(await ask('')).toBeNull();
	const given: Role[] = [];
	for (const role of ROLES) if (await ask('organisation=near', role)) given.push(role);
	expect(given).toEqual(['adviser', 'coordinator', 'regional', 'funder', 'admin']);
});

test.each(['from=2026-13-01', 'to=soon', 'from=2020-01-01&to=2026-01-01', 'format=pdf'])(
	'%s is refused',
	async (query) => {
		expect((await ask(`organisation=near&${query}`))?.status).toBe(400);
	},
);
