import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { buildStaff, buildVolunteer } from '../testing.ts';
import { trainingSteps } from './path.server.ts';
import { hasToLearn, tickStep } from './training.server.ts';

onGround();

test('a newcomer has to learn until she has ticked every step', async () => {
	const her = await buildVolunteer({ state: 'training' });
	for (const { id } of trainingSteps()) {
		expect(await hasToLearn(ground().db, her.id)).toBe(true);
		await tickStep({ step: id, done: 'yes' }, her);
	}
	expect(await hasToLearn(ground().db, her.id)).toBe(false);
});

test('whoever helps already, pauses or has left is not sent to the path of newcomers, nor whoever is no volunteer', async () => {
	for (const state of ['active', 'paused', 'left'] as const) {
		expect(await hasToLearn(ground().db, (await buildVolunteer({ state })).id)).toBe(false);
	}
	expect(await hasToLearn(ground().db, (await buildStaff('funder')).id)).toBe(false);
});
