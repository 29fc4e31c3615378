import { afterAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { loadActivities, loadDemonstrationSeason } from '#lib/events/index.server.ts';
import { demonstrationPeople, loadDemonstrationPeople, signInDemonstration } from '#lib/identity/index.server.ts';
import { loadDemonstrationPlaces, loadOrganisations, makeDesk, TWELVE_HOURS } from '#lib/network/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { instantAt, now, turnClock } from '#lib/platform/clock.ts';
import { loadDemonstrationVolunteers } from './demonstration.server.ts';
import { written } from './written.server.ts';

const at = onGround();
let day = '2026-03-04';
const back = turnClock(() => instantAt(day, '10:00').getTime());
afterAll(back);

const load = () =>
	at.ground.db.transaction(async (tx) => {
		await loadOrganisations(tx, { demonstration: true });
		await loadDemonstrationPeople(tx);
		await loadDemonstrationPlaces(tx);
		await loadActivities(tx);
		const counted = { projectId: null, planLine: null };
		const desk = { id: 'demo-kuopio', organisationId: 'demo-kuopio', names: {}, zone: 'Europe/Helsinki', ...counted };
		await makeDesk(tx, desk, TWELVE_HOURS);
		await tx.query(
			`insert into projects (id, position, organisation_id, kind, is_demonstration, card)
			values ('demo', 0, 'demo-kuopio', 'running', true, '{}') on conflict do nothing`,
		);
		await loadDemonstrationSeason(tx, 'demo');
		await loadDemonstrationVolunteers(tx);
	});
const emptied = async () => {
	const tables = [
		'hour_entries',
		'assignments',
		'shifts',
		'needs',
		'absences',
		'qualifications',
		'volunteers',
		'materials',
	];
	for (const table of [...tables, 'occurrences', 'series']) await at.ground.db.query(`delete from ${table}`);
};
const rows = async (text: string) => (await at.ground.db.query<{ number: number }>(text))[0]?.number ?? 0;
const standing = () =>
	Promise.all(
		['volunteers', 'needs', 'shifts', 'assignments', 'qualifications', 'absences', 'memberships'].map((table) =>
			rows(`select count(*) as number from ${table}`),
		),
	);

test('everybody made up is marked as such in her name, and nobody of them signs in', async () => {
	await load();
	const extra = written().people.filter(
		({ shortName }) => !demonstrationPeople().some((one) => one.shortName === shortName),
	);
	expect(extra).toHaveLength(12);
	for (const { shortName, chosenName } of extra) {
		expect(chosenName).toMatch(/^(Demo|Демо)/);
		expect(await signInDemonstration(shortName)).toEqual(refused('missing'));
	}
});

test('loaded again it is the same, and what somebody gave up is not taken again', async () => {
	await at.ground.db.query(`update assignments set state = 'withdrawn' where state = 'taken'`);
	const before = await standing();
	await load();
	expect(await standing()).toEqual(before);
	expect(await rows(`select count(*) as number from assignments where state = 'taken'`)).toBe(0);
});

test('whatever day it begins on, something is taken, something is open, and some of it is over', async () => {
	for (day of ['2026-01-01', '2026-07-15', '2026-10-24', '2026-11-23', '2026-12-30']) {
		await emptied();
		await load();
		const open = `select count(*) as number from shifts s where s.starts_at > $$${now().toISOString()}$$ and s.places >
			(select count(*) from assignments a where a.shift_id = s.id and a.state = 'taken')`;
		expect(await rows(open)).toBeGreaterThan(20);
		const irina = `from assignments a join accounts p on p.id = a.account_id and p.short_name = 'volunteer'
			join shifts s on s.id = a.shift_id where a.state in ('taken', 'done') and s.ends_at`;
		expect(await rows(`select count(*) as number ${irina} > $$${now().toISOString()}$$`)).toBe(2);
		expect(await rows(`select count(*) as number ${irina} < $$${now().toISOString()}$$`)).toBeGreaterThan(1);
	}
});

test('hours of more than a week ago were confirmed by another, once, on the project; the later ones wait', async () => {
	const settled = `from hour_entries where state = 'confirmed' and settled_by <> account_id and day < date '${day}' - 7`;
	const confirmed = await rows(`select count(*) as number ${settled}`);
	expect(confirmed).toBeGreaterThan(4);
	expect(await rows(`select count(*) as number from hour_entries where state = 'confirmed'`)).toBe(confirmed);
	const irina = `account_id = (select id from accounts where short_name = 'volunteer')`;
	expect(await rows(`select count(*) as number ${settled} and ${irina}`)).toBeGreaterThan(0);
	await at.ground.db.query(`update hour_entries set state = 'reported', fact_id = null, settled_by = null, settled_on = null
		where id = (select id from hour_entries where state = 'confirmed' limit 1)`);
	await load();
	expect(await rows(`select count(*) as number from hour_entries where state = 'confirmed'`)).toBe(confirmed - 1);
});

test('a pledge and qualifications end soon, and one has not been asked for long', async () => {
	const soon = `from volunteers v join accounts a on a.id = v.account_id`;
	expect(await rows(`select count(*) as number ${soon} where a.pledge_accepted_on < date '${day}' - 340`)).toBe(2);
	const ending = `select count(*) as number from qualifications where expires_on between date '${day}' and date '${day}' + 30`;
	expect(await rows(ending)).toBe(2);
	expect(await rows(`select count(*) as number from volunteers where asked_at < date '${day}' - 90`)).toBeGreaterThan(
		0,
	);
});
