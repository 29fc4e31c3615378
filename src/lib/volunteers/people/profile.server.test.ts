import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { trainingSteps } from '../training/path.server.ts';
import { ownTraining, progressOf, tickStep } from '../training/training.server.ts';
import { buildStaff, buildVolunteer } from '../testing.ts';
import { leave } from './pausing.server.ts';
import { addAbsence, ownProfile, removeAbsence, saveContact, saveProfile } from './profile.server.ts';
import { volunteers } from './store.server.ts';

onGround();

const chosen = (wanted: Readonly<Record<string, unknown>> = {}) => ({
	...{ works: ['chat'], languages: ['fi'], placeIds: [], leastHours: '1', mostHours: '4', isRemote: 'yes' },
	free: [
		{ weekday: '3', from: '12:00', to: '15:00' },
		{ weekday: '1', from: '10:00', to: '13:00' },
		{ weekday: '5', from: '', to: '' },
	],
	...wanted,
});

test('whoever chooses for the first time gets a row, and her week stands in order without its empty rows', async () => {
	const adviser = await buildStaff('adviser');
	expect(await saveProfile(chosen(), adviser)).toEqual({ id: adviser.id });
	const free = [
		{ weekday: 1, from: '10:00', to: '13:00' },
		{ weekday: 3, from: '12:00', to: '15:00' },
	];
	expect(await ownProfile(ground().db, adviser)).toMatchObject({
		works: ['chat'],
		leastMinutes: 60,
		mostMinutes: 240,
		free,
	});
});

test.each([
	['no language', { languages: [] }, 'languages'],
	['a work that is none', { works: ['dancing'] }, 'works'],
	['an end before the beginning', { free: [{ weekday: '1', from: '13:00', to: '10:00' }] }, 'free'],
	['half a time', { free: [{ weekday: '1', from: '13:00', to: '' }] }, 'free'],
	['more at least than at most', { leastHours: '6' }, 'mostHours'],
	['hours that are no number', { mostHours: 'many' }, 'mostHours'],
])('%s is told by its field', async (_, wrong, field) => {
	const actor = await buildVolunteer();
	expect(await saveProfile(chosen(wrong), actor)).toMatchObject({
		refused: 'malformed',
		fields: { [field]: expect.any(String) },
	});
});

test('a place that is not there is left out, and without the box she does not help from home', async () => {
	const actor = await buildVolunteer();
	const { isRemote: _, ...without } = chosen({ placeIds: ['nowhere'] });
	await saveProfile(without, actor);
	expect(await ownProfile(ground().db, actor)).toMatchObject({ placeIds: [], isRemote: false });
});

test('her number lies sealed and is read by nobody without the secret; taking it back empties it', async () => {
	const actor = await buildVolunteer();
	await saveContact({ reachedBy: 'sms', contact: '040 765 4321' }, actor);
	expect(await ownProfile(ground().db, actor)).toMatchObject({ reachedBy: 'sms', contact: '+358407654321' });
	const [row] = await ground().db.query('select v::text as text from volunteers v where account_id = $1', [actor.id]);
	expect(JSON.stringify(row)).not.toMatch(/7654321/);
	expect(await saveContact({ reachedBy: 'email', contact: 'no address' }, actor)).toMatchObject({
		fields: { contact: 'address' },
	});
	await saveContact({ reachedBy: 'none', contact: 'whatever stood there' }, actor);
	expect(await volunteers(ground().db).byId(actor.id)).toMatchObject({ reachedBy: 'none', sealed: null });
});

test('she adds days on which she is away and removes them; those of others she does not reach', async () => {
	const [actor, other] = [await buildVolunteer(), await buildVolunteer()];
	await addAbsence({ from: today(3), to: today(5) }, actor);
	const [absence] = (await ownProfile(ground().db, actor))?.absences ?? [];
	expect(absence).toMatchObject({ from: today(3), to: today(5) });
	await removeAbsence({ id: absence?.id }, other);
	expect((await ownProfile(ground().db, actor))?.absences).toHaveLength(1);
	await removeAbsence({ id: absence?.id }, actor);
	expect((await ownProfile(ground().db, actor))?.absences).toEqual([]);
	expect(await addAbsence({ from: today(5), to: today(3) }, actor)).toMatchObject({ fields: { to: 'order' } });
	expect(await addAbsence({ from: today(-5), to: today(-3) }, actor)).toMatchObject({ fields: { to: 'past' } });
});

test('whoever uses no shifts has no profile', async () => {
	const editor = await buildStaff('editor');
	expect(await ownProfile(ground().db, editor)).toBeNull();
	expect(await saveProfile(chosen(), editor)).toMatchObject({ refused: 'missing' });
	expect(await tickStep({ step: 'pledge', done: 'yes' }, editor)).toMatchObject({ refused: 'missing' });
});

test('a step is ticked once with its first day, taken back, and counted for whoever leads her', async () => {
	const actor = await buildVolunteer({ state: 'training' });
	await tickStep({ step: 'pledge', done: 'yes' }, actor);
	await tickStep({ step: 'pledge', done: 'yes' }, actor);
	await tickStep({ step: 'board', done: 'yes' }, actor);
	await tickStep({ step: 'board', done: 'no' }, actor);
	expect((await ownTraining(ground().db, actor.id)).filter(({ doneOn }) => doneOn)).toMatchObject([
		{ id: 'pledge', doneOn: today() },
	]);
	expect((await progressOf(ground().db, [actor.id])).get(actor.id)).toEqual({ done: 1, all: trainingSteps().length });
	expect(await tickStep({ step: 'nothing', done: 'yes' }, actor)).toMatchObject({ refused: 'malformed' });
});

test('from whoever has left nothing of herself is taken any more: what she left was erased', async () => {
	const her = await buildVolunteer();
	await leave({ account: her.id, fates: {} }, her);
	const day = today(3);
	const refused = { refused: 'left' };
	expect(await saveContact({ reachedBy: 'sms', contact: '+358401234567' }, her)).toMatchObject(refused);
	expect(await saveProfile(chosen(), her)).toMatchObject(refused);
	expect(await addAbsence({ from: day, to: day }, her)).toMatchObject(refused);
	expect(await ownProfile(ground().db, her)).toMatchObject({ state: 'left', free: [], absences: [], contact: '' });
});
