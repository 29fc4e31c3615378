import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { LinkActor, StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { herByLink, makeLinkFor, makeOwnKey } from '../link/own.server.ts';
import { buildStaff, buildVolunteer } from '../testing.ts';
import { confirmHours, rejectHours } from './confirm.server.ts';
import { logged } from './testing.ts';
import { hoursToConfirm } from './toConfirm.server.ts';

const at = onGround();

/** As whom somebody comes who opens the link that was made. */
async function through(made: ReturnType<typeof makeOwnKey>): Promise<LinkActor> {
	const given = await made;
	const actor = isRefusal(given) ? null : await herByLink(given.key);
	if (!actor) throw new Error('the link opens nothing');
	return actor;
}

async function people(organisationId: string): Promise<{ her: StaffActor; lead: StaffActor; other: StaffActor }> {
	return {
		her: await buildVolunteer({ organisationId }),
		lead: await buildStaff('coordinator', organisationId),
		other: await buildStaff('adviser', organisationId),
	};
}

test('what was written through a link is confirmed by anybody but who made it', async () => {
	const { her, lead, other } = await people('a');
	const link = await through(makeLinkFor({ account: her.id }, lead));
	const [first, second] = [await logged(link), await logged(link, { work: 'travel' })];
	const own = await logged(her, { work: 'translation' });
	expect(await confirmHours({ ids: [own, first] }, lead)).toMatchObject({ refused: 'own-link' });
	expect(await hoursToConfirm(at.ground.db, lead)).toMatchObject({ byLink: 2, people: [{ entries: [{ id: own }] }] });
	expect(await hoursToConfirm(at.ground.db, other)).toMatchObject({ byLink: 0, people: [{ quarters: 18 }] });
	expect(await confirmHours({ ids: [own] }, lead)).toMatchObject({ count: 1 });
	expect(await confirmHours({ ids: [first] }, other)).toMatchObject({ count: 1 });
	expect(await rejectHours({ id: second, reason: 'talk' }, lead)).not.toHaveProperty('refused');
});

test('a link that was ended or made anew frees nothing of what was written before', async () => {
	const { her, lead } = await people('b');
	const entry = await logged(await through(makeLinkFor({ account: her.id }, lead)));
	const after = await logged(await through(makeOwnKey({ kind: 'link' }, her)));
	expect(await confirmHours({ ids: [entry] }, lead)).toMatchObject({ refused: 'own-link' });
	expect(await confirmHours({ ids: [after] }, lead)).toMatchObject({ count: 1 });
});

test('the database confirms it neither', async () => {
	const { her, lead } = await people('c');
	const entry = await logged(await through(makeLinkFor({ account: her.id }, lead)));
	const confirm = `update hour_entries set state = 'confirmed', fact_id = $1, settled_by = $2, settled_on = day where id = $1`;
	await expect(at.ground.db.query(confirm, [entry, lead.id])).rejects.toThrow(/four_eyes/);
});
