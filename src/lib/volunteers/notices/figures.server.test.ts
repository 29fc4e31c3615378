import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { countToTell, volunteerTold } from './calls/calls.server.ts';
import { standingOfVolunteerNotices } from './figures.server.ts';
import { tell } from './tell.server.ts';

onGround();

test('what waits and what failed is counted by its way, until somebody has said it', async () => {
	const [her, lead, far] = [
		await buildVolunteer(),
		await buildStaff('coordinator'),
		await buildStaff('coordinator', 'far'),
	];
	const { id } = await buildShift({ state: 'cancelled' });
	const { db } = ground();
	expect(await standingOfVolunteerNotices(db)).toMatchObject({ sms: { waiting: 0, failed: 0, oldest: null } });
	await tell(db, her.id, { about: 'cancelled', key: 'one', shiftId: id, due: now() });
	expect(await standingOfVolunteerNotices(db)).toMatchObject({
		...{ sms: { waiting: 1, failed: 0, oldest: expect.any(Date) }, email: { waiting: 0 } },
	});
	await db.query(`update volunteer_notices set state = 'failed', reason = 'refused', settled_at = $1`, [now()]);
	expect(await standingOfVolunteerNotices(db)).toMatchObject({ sms: { waiting: 0, failed: 1, oldest: null } });
	const ways = ['sms', 'email'] as const;
	expect([await countToTell(lead, ways), await countToTell(far, ways)]).toEqual([1, 0]);
	await volunteerTold({ id: her.id }, lead);
	expect([await countToTell(lead, ways), (await standingOfVolunteerNotices(db)).sms.failed]).toEqual([0, 0]);
});
