import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { breaks } from '../series/store.server.ts';
import { buildOrganisers } from '../testing.ts';
import { removeBreak } from './breaks.server.ts';
import { planningBook } from './look.server.ts';
import { somebody } from './testing.ts';

onGround();
const back = turnClock(() => instantAt('2026-01-10', '10:00').getTime());
beforeAll(buildOrganisers);
afterAll(back);

const coordinator = somebody('coordinator');
const offered = async () => (await planningBook(ground().db, coordinator)).breaks.map(({ id }) => id);

async function kept(organisationId = 'near'): Promise<string> {
	const id = newId();
	const span = { from: '2026-02-16', to: '2026-02-22' };
	await breaks(ground().db).add({ id, organisationId, names: { fi: 'Hiihtoloma' }, ...span });
	return id;
}

test('a break that is taken out is offered no more, and that stands in the audit', async () => {
	const [one, other] = [await kept(), await kept()];
	expect(await removeBreak({ id: one }, coordinator)).toEqual({ id: one });
	expect(await offered()).toEqual([other]);
	const entries = await ground().db.query('select action, subject from audit_entries where subject_id = $1', [one]);
	expect(entries).toEqual([{ action: 'remove', subject: 'break' }]);
});

test.each(['volunteer', 'clerk', 'funder', 'admin'] as const)('a %s takes out no break', async (role) => {
	expect(await removeBreak({ id: await kept() }, somebody(role))).toMatchObject({ refused: 'missing' });
});

test('a break of another organisation is not there, nor is one that was taken out before', async () => {
	const far = await kept('far');
	expect(await removeBreak({ id: far }, coordinator)).toMatchObject({ refused: 'missing' });
	const own = await kept();
	await removeBreak({ id: own }, coordinator);
	expect(await removeBreak({ id: own }, coordinator)).toMatchObject({ refused: 'missing' });
	expect(await removeBreak({ id: 'x' }, coordinator)).toMatchObject({ refused: 'malformed' });
});
