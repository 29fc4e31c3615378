import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { addDays, now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { buildStaff, buildVolunteer } from '../testing.ts';
import { activateVolunteer, grantQualification, noteExperience, revokeQualification } from './lead.server.ts';
import { volunteerFor, volunteersFor } from './list.server.ts';
import { volunteers } from './store.server.ts';

onGround();

const grant = (accountId: string, wanted: Readonly<Record<string, string>> = {}) => ({
	...{ accountId, code: 'basic', grantedOn: today(), lastDay: today(364) },
	...wanted,
});
const heldBy = async (id: string) => volunteers(ground().db).qualifications([id]);

test('a qualification is granted with its last day, renewed as a new one, and revoked from today on', async () => {
	const [her, coordinator] = [await buildVolunteer(), await buildStaff('coordinator')];
	await grantQualification(grant(her.id, { grantedOn: today(-350), lastDay: today(10) }), coordinator);
	const before = await volunteerFor(ground().db, coordinator, her.id);
	expect(before?.lapses).toEqual([{ what: 'basic', day: today(10), isOver: false }]);
	await grantQualification(grant(her.id), coordinator);
	expect((await volunteerFor(ground().db, coordinator, her.id))?.lapses).toEqual([]);
	const [old, renewed] = await heldBy(her.id);
	expect(renewed).toMatchObject({ expiresOn: addDays(today(364), 1), grantedBy: coordinator.id });
	await revokeQualification({ id: renewed?.id }, coordinator);
	const after = await volunteerFor(ground().db, coordinator, her.id);
	expect(after?.held.map(({ id, isHeld, by }) => [id, isHeld, by])).toEqual([
		[old?.id, true, coordinator.chosenName],
		[renewed?.id, false, coordinator.chosenName],
	]);
});

test('of the check for youth work there is only who saw it and when', async () => {
	const [her, coordinator] = [await buildVolunteer(), await buildStaff('coordinator')];
	await grantQualification(grant(her.id, { code: 'youth-check', lastDay: '' }), coordinator);
	const [row] = await ground().db.query('select * from qualifications where account_id = $1', [her.id]);
	expect(Object.keys(row ?? {}).sort()).toEqual(
		['id', 'account_id', 'code', 'granted_on', 'expires_on', 'granted_by', 'revoked_on'].sort(),
	);
	expect(row).toMatchObject({ code: 'youth-check', granted_on: today(), granted_by: coordinator.id, expires_on: null });
});

test.each([
	['a day to come', { grantedOn: today(1) }, { grantedOn: 'future' }],
	['an end before the beginning', { lastDay: today(-1) }, { lastDay: 'order' }],
	['what nobody can be qualified for', { code: 'flying' }, { code: 'choice' }],
])('%s is told by its field', async (_, wrong, fields) => {
	const [her, coordinator] = [await buildVolunteer(), await buildStaff('coordinator')];
	expect(await grantQualification(grant(her.id, wrong), coordinator)).toMatchObject({ refused: 'malformed', fields });
});

test('a newcomer becomes active once, and whoever pauses is not woken', async () => {
	const [her, paused] = [await buildVolunteer({ state: 'training' }), await buildVolunteer({ state: 'paused' })];
	const coordinator = await buildStaff('coordinator');
	const activate = (accountId: string) => activateVolunteer({ accountId }, coordinator);
	expect(await activate(her.id)).toEqual({ id: her.id });
	expect(await activate(her.id)).toEqual({ id: her.id });
	expect(await activate(paused.id)).toMatchObject({ refused: 'over' });
	await noteExperience({ accountId: her.id, works: ['chat', 'phone'] }, coordinator);
	const { people } = await volunteersFor(ground().db, coordinator);
	expect(people.find(({ id }) => id === her.id)).toMatchObject({ state: 'active' });
	expect(await volunteers(ground().db).byId(her.id)).toMatchObject({ knownWorks: ['chat', 'phone'] });
});

const DEEDS: Record<string, (accountId: string, actor: StaffActor) => Promise<unknown>> = {
	activate: (accountId, actor) => activateVolunteer({ accountId }, actor),
	experience: (accountId, actor) => noteExperience({ accountId, works: [] }, actor),
	grant: (accountId, actor) => grantQualification(grant(accountId), actor),
	revoke: async (accountId, actor) => revokeQualification({ id: (await heldBy(accountId))[0]?.id }, actor),
};

test.each(Object.keys(DEEDS))(
	'%s: nobody vouches for herself, and whoever does not lead her finds nobody',
	async (name) => {
		const deed = DEEDS[name];
		const [her, coordinator] = [await buildVolunteer({ state: 'training' }), await buildStaff('coordinator')];
		await volunteers(ground().db).add({
			...{
				id: coordinator.id,
				organisationId: 'near',
				state: 'training',
				languages: ['fi'],
				works: [],
				knownWorks: [],
			},
			...{ since: today(), changedAt: now() },
		});
		const colleague = await buildStaff('coordinator');
		for (const { id } of [her, coordinator]) await grantQualification(grant(id), colleague);
		expect(await deed?.(coordinator.id, coordinator)).toMatchObject({ refused: 'own-account' });
		const others = [her, await buildStaff('adviser'), await buildStaff('coordinator', 'far')];
		for (const actor of others) expect(await deed?.(her.id, actor)).toMatchObject({ refused: 'missing' });
		for (const actor of others) expect(await volunteerFor(ground().db, actor, her.id)).toBeNull();
		expect(await deed?.(crypto.randomUUID(), coordinator)).toMatchObject({
			refused: expect.stringMatching(/missing|malformed/),
		});
	},
);
