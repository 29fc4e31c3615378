import { randomUUID } from 'node:crypto';
import { request } from '../../bench/common/request.ts';
import type { Network } from '../common/network.ts';
import type { Outcome } from '../common/outcome.ts';
import { makeVolunteers } from '../nodes/claims.ts';

/** P07: fifty press for one place at the same moment, on both nodes; then the others for the one that its holder gives on. */
const VOLUNTEERS = 50;
const DESK = 'drill-shifts';

type Race = { readonly winners: readonly number[]; readonly isRight: boolean };

/** `two-takers` plants a database in which whoever comes later finds the place free. */
export async function raceForShifts(network: Network, rounds: number, fault?: string): Promise<Outcome> {
	const tokens = await makeVolunteers(network, VOLUNTEERS);
	await makeThemVolunteers(network);
	if (fault === 'two-takers') await network.sql(PLANT);
	let [taken, swapped, wrong] = [0, 0, 0];
	for (let round = 0; round < rounds; round += 1) {
		const id = await newShift(network, round);
		const first = await race(network, id, { tokens, path: '/staff/shifts?/take', field: ['shift', id] });
		const holder = first.winners[0] ?? 0;
		const swap = await giveOn(network, id, tokens[holder] ?? '');
		const others = tokens.filter((_, at) => at !== holder);
		const second = await race(network, id, { tokens: others, path: '/staff/shifts?/over', field: ['swap', swap] });
		taken += first.winners.length;
		swapped += second.winners.length;
		wrong += Number(!first.isRight) + Number(!second.isRight);
	}
	if (fault === 'two-takers') await network.sql('drop trigger planted on assignments; drop function planted_shifts()');
	const told = `${rounds} places, ${taken} takers; ${rounds} given on, ${swapped} new holders; ${wrong} wrong`;
	return { line: `P07 shifts: ${told}`, isGood: wrong === 0 && taken === rounds && swapped === rounds };
}

const PLANT = `create function planted_shifts() returns trigger language plpgsql as $$ begin
	update shifts set places = places + 1 where id = new.shift_id;
	return new; end $$;
	create trigger planted after insert on assignments for each row execute function planted_shifts()`;

/** Experienced and reached in no way: nobody is told anything. */
async function makeThemVolunteers(network: Network): Promise<void> {
	await network.sql(
		`insert into volunteers (account_id, organisation_id, state, known_works, since, changed_at)
		select id, 'demo-kuopio', 'active', '{chat}', current_date, now() from accounts where short_name like 'drill-%'
		on conflict do nothing`,
	);
	await network.sql(
		`insert into desks (id, organisation_id, names) values ($1, 'demo-kuopio', '{}') on conflict do nothing`,
		[DESK],
	);
}

/** Each an hour of its own, so that whoever has one may have the next. */
async function newShift(network: Network, round: number): Promise<string> {
	const id = randomUUID();
	await network.sql(
		`insert into shifts (id, organisation_id, desk_id, work, day, starts_at, ends_at, places, sign_up, state, changed_at)
		select $1, 'demo-kuopio', $2, 'chat', date(begins), begins, begins + interval '1 hour', 1, 'open', 'planned', now()
		from (select date_trunc('hour', now()) + interval '1 day' + $3 * interval '1 hour' as begins) as hour`,
		[id, DESK, round],
	);
	return id;
}

type Start = { readonly tokens: readonly string[]; readonly path: string; readonly field: readonly [string, string] };

/** Right: one was told that it is hers, and one has it. */
async function race(network: Network, id: string, { tokens, path, field }: Start): Promise<Race> {
	const told = await Promise.all(tokens.map((token, at) => press(network, { token, at, path, fields: [field] })));
	const winners = told.flatMap((isHers, at) => (isHers ? [at] : []));
	const held = await network.sql(`select 1 from assignments where shift_id = $1 and state = 'taken'`, [id]);
	return { winners, isRight: winners.length === 1 && held.length === 1 };
}

async function giveOn(network: Network, id: string, token: string): Promise<string> {
	const text = `select id from assignments where shift_id = $1 and state = 'taken'`;
	const assignment = (await network.sql<{ id: string }>(text, [id]))[0]?.id ?? randomUUID();
	const fields = [
		['assignment', assignment],
		['to', ''],
	] as const;
	await press(network, { token, at: 0, path: `/staff/shifts/${id}?/giveOn`, fields });
	const open = `select id from swaps where assignment_id = $1 and state = 'open'`;
	return (await network.sql<{ id: string }>(open, [assignment]))[0]?.id ?? randomUUID();
}

type Press = {
	readonly token: string;
	readonly at: number;
	readonly path: string;
	readonly fields: readonly (readonly [string, string])[];
};

/** True when the site says that it is done: it sends her on to her shifts. */
async function press(network: Network, { token, at, path, fields }: Press): Promise<boolean> {
	const address = network.nodes[at % network.nodes.length]?.address ?? '';
	const type = 'application/x-www-form-urlencoded';
	const headers = { cookie: `silta_staff=${token}`, origin: address, 'content-type': type, accept: 'text/html' };
	const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
	// Whoever gets no answer was told nothing; if it is hers all the same, the race is wrong.
	const answer = await request('POST', address + path, { body, headers }).catch(() => null);
	return answer?.status === 303;
}
