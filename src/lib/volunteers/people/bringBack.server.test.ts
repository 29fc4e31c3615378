import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newsOf } from '../notices/news.server.ts';
import { volunteersToTell } from '../notices/calls/calls.server.ts';
import { buildStaff, buildVolunteer } from '../testing.ts';
import { bringBack } from './bringBack.server.ts';
import { grantQualification } from './lead.server.ts';
import { volunteerFor, volunteersFor } from './list.server.ts';
import { leave } from './pausing.server.ts';
import { volunteers } from './store.server.ts';

onGround();

async function gone(basicUntil?: string): Promise<{ her: StaffActor; lead: StaffActor }> {
	const [her, lead] = [await buildVolunteer(), await buildStaff('coordinator')];
	const granted = { accountId: her.id, code: 'basic', grantedOn: today(-100), lastDay: basicUntil };
	if (basicUntil) await grantQualification(granted, lead);
	await leave({ account: her.id, fates: {} }, her);
	return { her, lead };
}

const standing = async ({ id }: StaffActor) => [
	(await volunteers(ground().db).byId(id))?.state,
	(await ground().db.query<{ may: boolean }>('select may_help as may from accounts where id = $1', [id]))[0]?.may,
];

test('whoever left stands among those who helped before, and begins again where her training holds', async () => {
	const { her, lead } = await gone(today(10));
	const { people, gone: left } = await volunteersFor(ground().db, lead);
	expect([people.some(({ id }) => id === her.id), left.some(({ id }) => id === her.id)]).toEqual([false, true]);
	expect(await volunteerFor(ground().db, lead, her.id)).toMatchObject({ state: 'left', onReturn: 'active' });
	expect(await standing(her)).toEqual(['left', false]);
	expect(await bringBack({ accountId: her.id }, lead)).toEqual({ id: her.id });
	expect(await standing(her)).toEqual(['active', true]);
	expect(await volunteerFor(ground().db, lead, her.id)).toMatchObject({ onReturn: null });
	expect(await bringBack({ accountId: her.id }, lead)).toMatchObject({ refused: 'over' });
});

test.each([
	['never was noted', undefined],
	['is over', today(-1)],
])('training that %s begins anew, and the desk stays closed to her until then', async (_, until) => {
	const { her, lead } = await gone(until);
	await bringBack({ accountId: her.id }, lead);
	expect(await standing(her)).toEqual(['training', false]);
});

test('she is told: on her page, and by a voice, as her number was erased', async () => {
	const { her, lead } = await gone();
	expect(await newsOf(her.id, 'fi')).toEqual([]);
	await bringBack({ accountId: her.id }, lead);
	expect(await newsOf(her.id, 'fi')).toEqual([expect.objectContaining({ about: 'back' })]);
	const calls = await volunteersToTell(lead, { carried: ['sms', 'email'], lang: 'fi' });
	expect(calls.find(({ id }) => id === her.id)).toMatchObject({ contact: '', lines: [expect.any(String)] });
	await leave({ account: her.id, fates: {} }, her);
	expect(await newsOf(her.id, 'fi')).toEqual([]);
});

test('nobody brings herself back, nor somebody of another organisation, nor whoever pauses', async () => {
	const { her, lead } = await gone();
	const own = await buildStaff('coordinator');
	await leave({ account: own.id, fates: {} }, own);
	expect(await bringBack({ accountId: own.id }, own)).toMatchObject({ refused: 'own-account' });
	for (const other of [her, await buildStaff('adviser'), await buildStaff('coordinator', 'far')]) {
		expect(await bringBack({ accountId: her.id }, other)).toMatchObject({ refused: 'missing' });
	}
	const paused = await buildVolunteer({ state: 'paused' });
	expect(await bringBack({ accountId: paused.id }, lead)).toMatchObject({ refused: 'over' });
	expect(await bringBack({ accountId: own.id }, lead)).toEqual({ id: own.id });
	expect(await standing(own)).toEqual(['active', true]);
});
