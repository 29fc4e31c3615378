import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Role } from './account.ts';
import { helpersOf, letHelp } from './helpers.server.ts';

const at = onGround();

async function person(chosenName: string, role: Role, organisationId = 'ours', extra = ''): Promise<string> {
	const { db } = at.ground;
	await db.query(
		`insert into organisations (id, kind, names) values ($1, 'association', '{}') on conflict do nothing`,
		[organisationId],
	);
	const id = newId();
	await db.query(
		`insert into accounts (id, short_name, chosen_name, language, made_at, is_demonstration)
		values ($1, $2, $3, 'fi', now(), true)`,
		[id, id, chosenName],
	);
	await db.query('insert into memberships (account_id, organisation_id, role) values ($1, $2, $3)', [
		id,
		organisationId,
		role,
	]);
	if (extra) await db.query(`update accounts set ${extra} where id = $1`, [id]);
	return id;
}

test('those who may help here today: paid workers, and volunteers while their pledge holds', async () => {
	await person('Adviser', 'adviser');
	await person('Coordinator', 'coordinator');
	await person('Pledged', 'volunteer', 'ours', 'pledge_accepted_on = current_date');
	await person('Learning', 'volunteer', 'ours', 'pledge_accepted_on = current_date, may_help = false');
	await person('Unpledged', 'volunteer');
	await person('Old pledge', 'volunteer', 'ours', 'pledge_accepted_on = current_date - 400');
	await person('Editor', 'editor');
	await person('Elsewhere', 'adviser', 'theirs');
	await person('Closed', 'adviser', 'ours', 'closed_at = now()');
	await person('Invited', 'adviser', 'ours', 'is_demonstration = false');
	const names = (await helpersOf(at.ground.db, 'ours')).map(({ chosenName }) => chosenName);
	expect(names.sort()).toEqual(['Adviser', 'Coordinator', 'Pledged']);
});

test('what changes about that is told to open streams, and once', async () => {
	const id = await person('Newcomer', 'volunteer', 'school', 'pledge_accepted_on = current_date');
	const told: string[] = [];
	const here = { tx: at.ground.db, announce: (topic: string, of: string) => void told.push(`${topic} ${of}`) };
	for (const mayHelp of [false, false]) await letHelp(here, { id, mayHelp });
	expect([told, await helpersOf(at.ground.db, 'school')]).toEqual([[`sessions ${id}`], []]);
	await letHelp(here, { id, mayHelp: true });
	expect([told.length, (await helpersOf(at.ground.db, 'school')).length]).toEqual([2, 1]);
});
