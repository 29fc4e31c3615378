import { afterAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { loadDemonstrationPlaces, loadOrganisations } from '#lib/network/index.server.ts';
import { loadDemonstrationSeason } from './demonstration.server.ts';
import { loadActivities } from './starter.server.ts';

const at = onGround();
let day = '2026-03-02';
const back = turnClock(() => instantAt(day, '10:00').getTime());
afterAll(back);

const load = () =>
	at.ground.db.transaction(async (tx) => {
		await loadOrganisations(tx);
		await loadDemonstrationPlaces(tx);
		await loadActivities(tx);
		await tx.query(
			`insert into projects (id, position, organisation_id, kind, is_demonstration, card)
			values ('demo', 0, 'demo-kuopio', 'running', true, '{}') on conflict do nothing`,
		);
		await loadDemonstrationSeason(tx, 'demo');
	});
const dates = () =>
	at.ground.db.query<{ line: string; state: string; first: string; times: number }>(
		`select s.plan_line as line, o.state, min(o.day)::text as first, count(*) as times
		from occurrences o join series s on s.id = o.series_id group by 1, 2 order by 1, 2`,
	);

test('the season of the demonstration begins two weeks ago, and what Kela refused is replaced', async () => {
	await load();
	const found = await dates();
	expect(found.map(({ line }) => line)).toEqual([
		...['counselling', 'digiklubi', 'general-counselling', 'info-session', 'kela-counselling'],
	]);
	expect(found.every(({ first }) => first >= '2026-02-16')).toBe(true);
	expect(found.filter(({ state }) => state === 'replaced').map(({ line }) => line)).toEqual(['kela-counselling']);
});

test('loaded again, a month later, it is the same', async () => {
	const before = await dates();
	day = '2026-04-02';
	await load();
	expect(await dates()).toEqual(before);
});

test('whatever day a demonstration begins on, it can be loaded and has something to come', async () => {
	for (day of ['2026-01-01', '2026-07-15', '2026-12-30']) {
		for (const table of ['materials', 'occurrences', 'series']) await at.ground.db.query(`delete from ${table}`);
		await load();
		const [coming] = await at.ground.db.query<{ lines: number }>(
			`select count(distinct s.plan_line) as lines from occurrences o join series s on s.id = o.series_id
			where o.state = 'planned' and o.day > $1`,
			[day],
		);
		expect(coming?.lines).toBe(4);
	}
});
