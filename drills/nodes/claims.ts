import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from '../../bench/common/request.ts';
import type { Network } from '../common/network.ts';
import { openVisitor } from '../common/visitor.ts';

/** P07: many claim one conversation at the same moment, on both nodes. */
const VOLUNTEERS = 50;

export type Races = { rounds: number; winners: number; wrong: number };

/** `two-holders` plants a database that lets the last one win as well. */
export async function raceForClaims(network: Network, rounds: number, fault?: string): Promise<Races> {
	const tokens = await makeVolunteers(network, VOLUNTEERS);
	if (fault === 'two-holders') await network.sql(PLANT);
	const races: Races = { rounds, winners: 0, wrong: 0 };
	for (let round = 0; round < rounds; round += 1) {
		const id = await newConversation(network, round);
		const statuses = await Promise.all(tokens.map((token, at) => tryToClaim(network, token, at, id)));
		const winners = statuses.filter((status) => status === 200).length;
		const others = statuses.filter((status) => status === 409).length;
		races.winners += winners;
		races.wrong += Number(winners !== 1 || others !== VOLUNTEERS - 1);
	}
	if (fault === 'two-holders') await network.sql('drop trigger planted on claims; drop function planted()');
	return races;
}

const PLANT = `create function planted() returns trigger language plpgsql as $$ begin
	update claims set released_at = now() where conversation_id = new.conversation_id and released_at is null;
	return new; end $$;
	create trigger planted before insert on claims for each row execute function planted()`;

/** Gives the token of each one's session. */
export async function makeVolunteers(network: Network, count: number): Promise<string[]> {
	const people = Array.from({ length: count }, () => ({
		id: randomUUID(),
		token: randomBytes(32).toString('base64url'),
	}));
	await network.sql(
		`with person as (select * from unnest($1::uuid[], $2::bytea[]) as p (id, hash)),
		made as (
			insert into accounts (id, short_name, chosen_name, language, pledge_accepted_on, made_at)
			select id, 'drill-' || id, 'Volunteer', 'fi', current_date, now() from person returning id),
		member as (
			insert into memberships (account_id, organisation_id, role)
			select id, 'demo-kuopio', 'volunteer' from made returning account_id)
		insert into sign_in_sessions (token_hash, account_id, began_at, seen_at, expires_at)
		select p.hash, p.id, now(), now(), now() + interval '6 hours' from person p join member m on m.account_id = p.id`,
		[people.map(({ id }) => id), people.map(({ token }) => createHash('sha256').update(token).digest())],
	);
	return people.map(({ token }) => token);
}

async function newConversation(network: Network, round: number): Promise<string> {
	const before = await waitingIds(network);
	await openVisitor(network.door.address, `claimed${round}x`);
	const now = await waitingIds(network);
	return now.find((id) => !before.includes(id)) ?? '';
}

async function waitingIds(network: Network): Promise<string[]> {
	const rows = await network.sql<{ id: string }>('select id from conversations where waiting_since is not null');
	return rows.map(({ id }) => id);
}

async function tryToClaim(network: Network, token: string, at: number, id: string): Promise<number> {
	const address = network.nodes[at % network.nodes.length]?.address ?? '';
	const headers = { cookie: `silta_staff=${token}`, origin: address, 'content-type': 'application/json' };
	const answer = await request('POST', `${address}/staff/conversations/${id}/claim`, { body: '{}', headers });
	return answer.status;
}
