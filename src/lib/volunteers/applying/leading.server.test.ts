import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { givePledge, helpersOf } from '#lib/identity/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { workThrough } from '#lib/platform/jobs.server.ts';
import { openContact } from '../people/contact.server.ts';
import { activateVolunteer } from '../people/lead.server.ts';
import { leave } from '../people/pausing.server.ts';
import { volunteers } from '../people/store.server.ts';
import { buildStaff } from '../testing.ts';
import { acceptApplication } from './accept.server.ts';
import { sendApplicationNotices } from './notices/carry.server.ts';
import { herApplication, withdrawApplication } from './hers.server.ts';
import { applicationFor, applicationsFor } from './list.server.ts';
import { declineApplication, moveApplication } from './steps.server.ts';
import { buildApplication, rowOf } from './testing.ts';
import { forgetApplication, openApplicant, openUnder } from './words.server.ts';

onGround();

async function atInterview(wanted: Readonly<Record<string, unknown>> = {}) {
	const applied = await buildApplication(wanted);
	const coordinator = await buildStaff('coordinator');
	await moveApplication({ id: applied.row.id, to: 'interview' }, coordinator);
	return { ...applied, coordinator };
}

let number = 0;
const names = () => ({ shortName: `olga-${(number += 1)}`, chosenName: 'Оля' });

test('whoever leads reads it, and that she did stands in the audit without a word of it', async () => {
	const { row } = await buildApplication();
	const coordinator = await buildStaff('coordinator');
	const opened = await applicationFor(ground().db, coordinator, row.id);
	expect(opened?.who).toMatchObject({ name: 'Ольга', contact: '+358401234567', reachedBy: 'sms' });
	expect((await applicationsFor(ground().db, coordinator)).open.map(({ id }) => id)).toContain(row.id);
	const said = JSON.stringify(await ground().db.query('select * from audit_entries where subject_id = $1', [row.id]));
	expect(said).toContain('read');
	expect(said).not.toMatch(/Ольга|пенсии|4567/);
});

test('a no erases what she told, is shown by her code, and word of it goes where only the word itself knows', async () => {
	const { token, row, coordinator } = await atInterview({ contact: 'olga@example.org' });
	expect(await declineApplication({ id: row.id, answer: 'full' }, coordinator)).toEqual({ id: row.id });
	await workThrough({ 'forget-application': forgetApplication });
	expect(await openApplicant(row)).toBeNull();
	expect(await herApplication(token)).toMatchObject({ state: 'declined', answer: 'full', name: '', contact: '' });
	const told: string[] = [];
	await sendApplicationNotices({
		email: async (notice) => {
			told.push((notice.sealed && (await openUnder(notice, notice.sealed))) ?? '');
			return { state: 'sent' };
		},
	});
	expect(told).toContain('olga@example.org');
	const left = await ground().db.query('select state, sealed from application_notices where application_id = $1', [
		row.id,
	]);
	expect(left).toEqual([{ state: 'sent', sealed: null }]);
});

test('a yes makes an account by invitation and a volunteer who learns, with what she chose; her words are erased', async () => {
	const { token, row, coordinator } = await atInterview();
	const done = await acceptApplication({ id: row.id, ...names() }, coordinator);
	if (isRefusal(done)) throw new Error(JSON.stringify(done));
	expect(done.invitation).toMatch(/^\/staff\/invitation\/.{40,}/);
	const one = await volunteers(ground().db).byId(done.id);
	expect(one).toMatchObject({ state: 'training', organisationId: 'near', languages: ['ru', 'fi'], reachedBy: 'sms' });
	expect(one && (await openContact(one))).toBe('+358401234567');
	expect(await rowOf(token)).toMatchObject({ state: 'accepted', accountId: done.id, sealed: null });
	await workThrough({ 'forget-application': forgetApplication });
	expect(await openApplicant(row)).toBeNull();
	expect(await acceptApplication({ id: row.id, ...names() }, coordinator)).toMatchObject({ refused: 'over' });
});

test('she is let to people’s words when she is made active, not by her pledge, and no more once she has left', async () => {
	const { row, coordinator } = await atInterview();
	const done = await acceptApplication({ id: row.id, ...names() }, coordinator);
	if (isRefusal(done)) throw new Error(JSON.stringify(done));
	const { db } = ground();
	await db.query(`update accounts set password_hash = 'x' where id = $1`, [done.id]);
	await givePledge({ agreed: 'yes' }, { ...coordinator, id: done.id });
	const isHelper = async () => (await helpersOf(db, 'near')).some(({ id }) => id === done.id);
	expect(await isHelper()).toBe(false);
	await activateVolunteer({ accountId: done.id }, coordinator);
	expect(await isHelper()).toBe(true);
	await leave({ account: done.id, fates: {} }, coordinator);
	expect(await isHelper()).toBe(false);
});

test('a name that is taken or is none leaves everything as it was', async () => {
	const { token, row, coordinator } = await atInterview();
	const taken = { id: row.id, shortName: coordinator.id, chosenName: 'Оля' };
	expect(await acceptApplication(taken, coordinator)).toMatchObject({ fields: { shortName: 'taken' } });
	expect(await acceptApplication({ ...taken, shortName: '?' }, coordinator)).toMatchObject({ refused: 'malformed' });
	expect(await rowOf(token)).toMatchObject({ state: 'interview', accountId: null });
	expect(await openApplicant(row)).not.toBeNull();
});

test('before anybody has talked with her there is no yes, and after she took it back nothing at all', async () => {
	const { token, row } = await buildApplication();
	const coordinator = await buildStaff('coordinator');
	expect(await acceptApplication({ id: row.id, ...names() }, coordinator)).toMatchObject({ refused: 'over' });
	await withdrawApplication({ token });
	const steps = [
		await moveApplication({ id: row.id, to: 'interview' }, coordinator),
		await declineApplication({ id: row.id, answer: 'full' }, coordinator),
		await acceptApplication({ id: row.id, ...names() }, coordinator),
	];
	for (const step of steps) expect(step).toMatchObject({ refused: 'over' });
});

const DEEDS: Record<string, (id: string, actor: StaffActor) => Promise<unknown>> = {
	move: (id, actor) => moveApplication({ id, to: 'interview' }, actor),
	decline: (id, actor) => declineApplication({ id, answer: 'full' }, actor),
	accept: (id, actor) => acceptApplication({ id, ...names() }, actor),
};
test.each(Object.keys(DEEDS))(
	'%s: whoever does not lead the volunteers of that organisation finds nothing',
	async (name) => {
		const { row } = await buildApplication();
		const others = [await buildStaff('volunteer'), await buildStaff('adviser'), await buildStaff('coordinator', 'far')];
		for (const actor of others) {
			expect(await DEEDS[name]?.(row.id, actor)).toMatchObject({ refused: 'missing' });
			expect(await applicationFor(ground().db, actor, row.id)).toBeNull();
		}
		const coordinator = await buildStaff('coordinator');
		expect(await DEEDS[name]?.(crypto.randomUUID(), coordinator)).toMatchObject({ refused: 'missing' });
	},
);
