import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { ROLES } from './account.ts';
import { demonstrationPeople, loadDemonstrationPeople } from './demonstration.server.ts';
import { installationKind, markInstallation, setUpInstallation } from './installation.server.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { invitationStep } from './invitation.server.ts';
import { signInDemonstration } from './session/signIn.server.ts';
import { organisation, person, tokenIn } from './testing.server.ts';

const at = onGround();
const first = { shortName: 'aino', chosenName: 'Aino', language: 'fi', organisationId: 'real-association' };
const load = () => at.ground.db.transaction(loadDemonstrationPeople);
const setUp = () => setUpInstallation(first, async () => undefined);
const accounts = () => at.ground.db.query('select * from accounts order by short_name');
const emptied = async () => {
	for (const table of ['sign_in_sessions', 'invitations', 'memberships', 'accounts', 'installation']) {
		await at.ground.db.query(`delete from ${table}`);
	}
};

beforeAll(async () => {
	for (const id of ['demo-kuopio', 'demo-region', 'demo-office', 'real-association']) await organisation(id);
});

test('each role has one demonstration person, named after it and marked as one in their name', () => {
	expect(
		demonstrationPeople()
			.map(({ shortName }) => shortName)
			.sort(),
	).toEqual([...ROLES].sort());
	for (const one of demonstrationPeople()) {
		expect(one.role).toBe(one.shortName);
		expect(one.chosenName).toMatch(/^(Demo|Демо)/);
		const elsewhere: Record<string, string> = { regional: 'demo-region', clerk: 'demo-office' };
		expect(one.organisationId).toBe(elsewhere[one.role] ?? 'demo-kuopio');
	}
});

test('loading twice is loading once', async () => {
	await load();
	const once = await accounts();
	await load();
	expect(await accounts()).toEqual(once);
	expect(once).toHaveLength(8);
});

test('a real account that has the name of a demonstration person stays real', async () => {
	await emptied();
	const real = await person('editor', [{ organisationId: 'real-association', role: 'editor' }]);
	await load();
	expect(await signInDemonstration('editor')).toEqual(refused('missing'));
	const rows = await at.ground.db.query('select role from memberships where account_id = $1', [real.id]);
	expect(rows).toEqual([{ role: 'editor' }]);
});

test('where the demonstration stands no real installation is made', async () => {
	await emptied();
	await load();
	expect(await setUp()).toEqual(refused('demonstration'));
	await emptied();
	await at.ground.db.transaction((tx) => markInstallation(tx, 'demonstration'));
	expect(await setUp()).toEqual(refused('demonstration'));
	expect(await accounts()).toEqual([]);
});

test('where somebody works already no second installation is made', async () => {
	await emptied();
	await person('somebody', [{ organisationId: 'real-association', role: 'adviser' }]);
	expect(await setUp()).toEqual(refused('accounts'));
	expect(await installationKind(at.ground.db)).toBeNull();
});

test('a real installation has one administrator with a link, and refuses the demonstration people', async () => {
	await emptied();
	const done = await setUp();
	if (isRefusal(done)) throw new Error(done.refused);
	expect(await invitationStep(tokenIn(done.invitation))).toMatchObject({ step: 'password', shortName: 'aino' });
	const rows = await at.ground.db.query('select role from memberships order by role');
	expect(rows).toEqual([{ role: 'admin' }, { role: 'coordinator' }]);
	expect(await installationKind(at.ground.db)).toBe('real');
	await expect(load()).rejects.toThrow(/no demonstration people/);
	await expect(at.ground.db.transaction((tx) => markInstallation(tx, 'demonstration'))).rejects.toThrow(/real/);
	expect(await setUp()).toEqual(refused('accounts'));
});

test('even if one were there, nobody enters a real installation by the demonstration door', async () => {
	await at.ground.db.query('update accounts set is_demonstration = true');
	expect(await signInDemonstration('aino')).toEqual(refused('missing'));
});
