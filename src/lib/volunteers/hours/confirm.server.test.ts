import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { countFacts, listFacts } from '#lib/ledger/index.server.ts';
import { numberOf, of, sum } from '#lib/ledger/index.ts';
import { today } from '#lib/platform/clock.ts';
import { refused } from '#lib/platform/command.server.ts';
import { buildStaff, buildVolunteer } from '../testing.ts';
import { certificateFor, certificatesOf } from './certificate.server.ts';
import { confirmHours, rejectHours } from './confirm.server.ts';
import { hourFigures, hourRows } from './figures.server.ts';
import { hoursOf } from './own.server.ts';
import { logHours } from './log.server.ts';
import { logged, typed } from './testing.ts';
import { hoursToConfirm } from './toConfirm.server.ts';

const at = onGround();
const year = today(-1).slice(0, 4);
const span = { from: `${year}-01-01`, to: `${year}-12-31` };

/** What the ledger holds of hours in an organisation. */
async function inLedger(organisationId: string): Promise<number> {
	const counts = await countFacts(at.ground.db, { organisationId, unit: 'hour', by: ['work'] });
	return numberOf(sum('hour', of('hour', counts)));
}

async function aProject(organisationId: string, id: string, kind = 'running'): Promise<string> {
	const { db } = at.ground;
	await db.query(
		`insert into projects (id, position, organisation_id, kind, is_demonstration, card) values ($1, 1, $2, $3, true, '{}')`,
		[id, organisationId, kind],
	);
	await db.query(`insert into plan_versions (project_id, version, card) values ($1, 1, '{}')`, [id]);
	await db.query(
		`insert into plan_lines (project_id, version, id, position, targets, card) values ($1, 1, 'chat', 1, '[]', '{}')`,
		[id],
	);
	return `${id}/chat`;
}

const stateOf = async (her: StaffActor, id: string) =>
	(await hoursOf(at.ground.db, her, year)).entries.find((entry) => entry.id === id);

test('all of a person at once become facts, to the quarter, by what they were spent on', async () => {
	const her = await buildVolunteer({ organisationId: 'a' });
	const colleague = await buildStaff('adviser', 'a');
	const ids = [
		await logged(her),
		await logged(her, { work: 'translation', hours: '0', minutes: '45' }),
		await logged(her, { work: 'board', hours: '2', minutes: '' }),
	];
	const waiting = await hoursToConfirm(at.ground.db, colleague);
	expect(waiting.people).toMatchObject([{ accountId: her.id, chosenName: her.chosenName, quarters: 17 }]);
	expect(await confirmHours({ ids }, colleague)).toEqual({ count: 3, quarters: 17 });
	expect((await hoursToConfirm(at.ground.db, colleague)).people).toEqual([]);
	expect(await hourFigures(at.ground.db, 'a', year)).toMatchObject({
		...{ hours: 4.25, board: 2, paid: 0 },
		works: [
			{ work: 'chat', hours: 1.5 },
			{ work: 'translation', hours: 0.75 },
			{ work: 'board', hours: 2 },
		],
	});
	const month = today(-1).slice(0, 7);
	expect(await hourRows(at.ground.db, 'a', year)).toEqual([
		['month', 'work', 'role', 'project', 'plan_line', 'hours'],
		[month, 'board', 'volunteer', '', '', '2'],
		[month, 'chat', 'volunteer', '', '', '1.5'],
		[month, 'translation', 'volunteer', '', '', '0.75'],
	]);
});

test('nobody confirms or rejects her own, in whatever role; a colleague does', async () => {
	const her = await buildStaff('coordinator', 'b');
	const both: StaffActor = { ...her, memberships: [...her.memberships, { organisationId: 'b', role: 'adviser' }] };
	const own = await logged(both);
	const others = await logged(await buildVolunteer({ organisationId: 'b' }));
	expect(await confirmHours({ ids: [own] }, both)).toEqual(refused('own'));
	expect(await confirmHours({ ids: [others, own] }, both)).toEqual(refused('own'));
	expect(await rejectHours({ id: own, reason: 'talk' }, both)).toEqual(refused('own'));
	const waiting = await hoursToConfirm(at.ground.db, both);
	expect(waiting).toMatchObject({ own: 1, people: [{ entries: [{ id: others }] }] });
	expect(await confirmHours({ ids: [own] }, await buildStaff('adviser', 'b'))).toMatchObject({ count: 1 });
	expect(await hourFigures(at.ground.db, 'b', year)).toMatchObject({ hours: 1.5, paid: 1.5 });
});

test('of two colleagues who confirm at once one does, and the hours count once', async () => {
	const id = await logged(await buildVolunteer({ organisationId: 'c' }));
	const two = [await buildStaff('adviser', 'c'), await buildStaff('coordinator', 'c')];
	const answers = await Promise.all(two.map((one) => confirmHours({ ids: [id] }, one)));
	expect(answers).toContainEqual(refused('settled'));
	expect(answers).toContainEqual({ count: 1, quarters: 6 });
	expect(await inLedger('c')).toBe(1.5);
});

test('one that was wrong goes back with a reason; when it had been confirmed the ledger takes it back', async () => {
	const her = await buildVolunteer({ organisationId: 'd' });
	const colleague = await buildStaff('adviser', 'd');
	const id = await logged(her);
	await confirmHours({ ids: [id] }, colleague);
	const wrong = { id, reason: 'length', hours: '1', minutes: '30' };
	expect(await rejectHours(wrong, colleague)).toEqual(refused('malformed', { hours: 'same' }));
	expect(await rejectHours({ ...wrong, hours: '', minutes: '' }, colleague)).toEqual(
		refused('malformed', { hours: 'hours' }),
	);
	expect(await rejectHours({ ...wrong, minutes: '' }, colleague)).toMatchObject({ id });
	expect(await stateOf(her, id)).toMatchObject({
		state: 'rejected',
		reason: 'length',
		proposedQuarters: 4,
		factId: null,
	});
	expect(await inLedger('d')).toBe(0);
	expect(await listFacts(at.ground.db, { organisationId: 'd' })).toHaveLength(2);
	expect(await rejectHours({ id, reason: 'twice' }, colleague)).toEqual(refused('settled'));
	expect(await confirmHours({ ids: [id] }, colleague)).toEqual(refused('settled'));
	const notices = await at.ground.db.query('select about, key from volunteer_notices where account_id = $1', [her.id]);
	expect(notices).toEqual([{ about: 'hours', key: `hours-${id}` }]);
	expect(await logHours(typed({ hours: '1', minutes: '' }), her)).toMatchObject({ quarters: 4 });
});

test('they count on a line of a running plan of the same organisation, and on no other', async () => {
	const her = await buildVolunteer({ organisationId: 'e' });
	await buildStaff('adviser', 'f');
	const colleague = await buildStaff('adviser', 'e');
	const [line, foreign, ended] = [
		await aProject('e', 'ours'),
		await aProject('f', 'theirs'),
		await aProject('e', 'over', 'reported'),
	];
	const id = await logged(her);
	for (const no of [foreign, ended, 'ours/other', 'none/chat'])
		expect(await confirmHours({ ids: [id], line: no }, colleague)).toEqual(refused('malformed', { line: 'line' }));
	expect(await confirmHours({ ids: [id], line }, colleague)).toMatchObject({ count: 1 });
	const counted = await countFacts(at.ground.db, { projectId: 'ours', by: ['planLine', 'channel'] });
	expect(counted).toEqual([{ key: { planLine: 'chat', channel: 'chat' }, unit: 'hour', quantity: 1.5, minutes: 0 }]);
});

test('the certificate has what was confirmed in the time, by form of work, and nothing that waits', async () => {
	const her = await buildVolunteer({ organisationId: 'g' });
	const lead = await buildStaff('coordinator', 'g');
	const ids = [await logged(her), await logged(her, { work: 'travel', hours: '', minutes: '30' })];
	await confirmHours({ ids }, lead);
	await logged(her, { work: 'training' });
	const works = [
		{ work: 'chat', quarters: 6 },
		{ work: 'travel', quarters: 2 },
	];
	expect(await certificatesOf(at.ground.db, her, span)).toMatchObject([{ organisationId: 'g', isPaid: false, works }]);
	expect(await certificateFor(at.ground.db, lead, { id: her.id, ...span })).toMatchObject({
		...{ language: 'fi', papers: [{ works }] },
	});
	expect(await certificatesOf(at.ground.db, her, { from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
	const elsewhere = await buildStaff('coordinator', 'h');
	expect(await certificateFor(at.ground.db, elsewhere, { id: her.id, ...span })).toBeNull();
	expect(await certificateFor(at.ground.db, await buildStaff('adviser', 'g'), { id: her.id, ...span })).toBeNull();
});

test('what somebody did as a paid worker is on a paper of its own, and stays voluntary where it was so', async () => {
	const her = await buildVolunteer({ organisationId: 'i' });
	const lead = await buildStaff('coordinator', 'i');
	await confirmHours({ ids: [await logged(her)] }, lead);
	await at.ground.db.query(`update memberships set role = 'adviser' where account_id = $1`, [her.id]);
	await confirmHours({ ids: [await logged(her, { work: 'phone' })] }, lead);
	expect(await certificatesOf(at.ground.db, her, span)).toMatchObject([
		{ isPaid: false, works: [{ work: 'chat', quarters: 6 }] },
		{ isPaid: true, works: [{ work: 'phone', quarters: 6 }] },
	]);
});
