import { expect, test } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { person } from '../../../bin/testing/staff.ts';
import { today } from '#lib/platform/clock.ts';
import { givePledge, pledgeOf } from './pledge.server.ts';

const at = onGround();

const gave = (id: string, day: string | null) =>
	at.ground.db.query('update accounts set pledge_accepted_on = $2 where id = $1', [id, day]);

test.each([
	['for the first time', null, 0],
	['too early', -200, -200],
	['ahead', -320, 45],
	['on its last day', -364, 1],
	['too late', -365, 0],
])('%s: the days that are left are not lost, and none is won by giving it twice', async (when, before, runsFrom) => {
	const actor = await person('volunteer', when);
	await gave(actor.id, before === null ? null : today(before));
	for (const _time of [1, 2]) {
		expect(await givePledge({ agreed: 'yes' }, actor)).toEqual({ given: true });
		expect(await pledgeOf(actor.id)).toBe(today(runsFrom));
	}
});
