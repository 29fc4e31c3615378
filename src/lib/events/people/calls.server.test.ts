import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import type { Occurrence, Planned } from '../event.ts';
import { keyOfReminder } from '../notices/reminder.ts';
import { tell, type Word } from '../notices/tell.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { MOST_TRIES } from './answers.ts';
import { callsOfDate, datesToCall } from './callList.server.ts';
import { answerCall, answerInLine } from './calls.server.ts';
import type { Registration } from '../registration/registration.ts';
import { fresh, helper, registered } from './testing.ts';

const at = onGround();
const DAY = '2026-01-13';
let now = instantAt(DAY, '09:00').getTime();
const back = turnClock(() => now);
let of: Occurrence;
let was: Planned;
beforeAll(buildOrganisers);
beforeEach(async () => {
	now = instantAt('2026-01-12', '09:00').getTime();
	const [first] = (await planned()).dates;
	if (!first) throw new Error('there are dates');
	of = first;
	was = { ...of.planned, starts: '10:00' };
});
afterAll(back);

const people = async (actor = helper()) => (await callsOfDate(at.ground.db, await actor, of.id))?.calls ?? [];
const listed = async (actor = helper()) =>
	(await people(actor)).flatMap(({ words, ...her }) => words.map((word) => ({ ...her, ...word })));
const tellHer = (her: Registration, word: Word): Promise<void> => at.ground.db.transaction((tx) => tell(tx, her, word));
const audited = async (): Promise<unknown[]> =>
	at.ground.db.query('select action, subject, reason from audit_entries where subject_id = $1 order by at, id', [
		of.id,
	]);

test('in the last two days those in the line are called in turn, and settled', async () => {
	await registered(of, { seats: 7 });
	const first = await registered(of, { state: 'waiting', name: 'Тамара', contact: '+358401234567' });
	const second = await registered(of, { state: 'waiting' });
	const silent = await registered(of, { state: 'waiting', reachedBy: 'none' });
	const calls = await listed();
	expect(calls.map(({ registrationId, isNext }) => [registrationId, isNext])).toEqual([
		[first.id, true],
		[second.id, false],
	]);
	expect(calls[0]).toMatchObject({ name: 'Тамара', contact: '+358401234567', about: 'offered', notice: null });
	const actor = await helper();
	expect(await answerInLine({ id: second.id, answer: 'comes', tries: '0' }, actor)).toMatchObject({
		refused: 'not-her-turn',
	});
	await answerInLine({ id: first.id, answer: 'no-answer', tries: '0' }, actor);
	await answerInLine({ id: first.id, answer: 'no-answer', tries: '0' }, actor);
	expect((await listed()).map(({ tries, isNext }) => [tries, isNext])).toEqual([
		[1, true],
		[0, true],
	]);
	await answerInLine({ id: second.id, answer: 'comes', tries: '0' }, actor);
	expect((await fresh(second.id)).state).toBe('confirmed');
	expect(await answerInLine({ id: first.id, answer: 'comes', tries: '1' }, actor)).toMatchObject({
		refused: 'full',
	});
	expect((await fresh(silent.id)).state).toBe('waiting');
	expect(await audited()).toContainEqual({ action: 'call', subject: 'occurrence', reason: 'comes' });
});

test('somebody for whom two words wait is called once, and hears both', async () => {
	const her = await registered(of, { state: 'waiting', name: 'Тамара', contact: '+358401234567' });
	await tellHer(her, { about: 'moved', key: 'moved/1', was });
	const [call, ...others] = await people();
	expect(others).toEqual([]);
	expect(call).toMatchObject({ name: 'Тамара', words: [{ about: 'moved' }, { about: 'offered', notice: null }] });
});

test('each of two words has its own answer, the date before the seat, and a call in vain counts for its word alone', async () => {
	const her = await registered(of, { state: 'waiting', name: 'Тамара', contact: '+358401234567' });
	await tellHer(her, { about: 'moved', key: 'moved/1', was });
	const actor = await helper();
	const words = async () => (await people()).flatMap(({ words }) => words.map(({ about, tries }) => [about, tries]));
	await answerInLine({ id: her.id, answer: 'no-answer', tries: '0' }, actor);
	expect(await words()).toEqual([
		['moved', 0],
		['offered', 1],
	]);
	const [call] = await people();
	await answerCall({ id: call?.words[0]?.notice, answer: 'told', tries: '0' }, actor);
	expect(await words()).toEqual([['offered', 1]]);
	await answerInLine({ id: her.id, answer: 'comes', tries: '1' }, actor);
	expect(await people()).toEqual([]);
	expect((await fresh(her.id)).state).toBe('confirmed');
});

test('of two moves she is told in one breath, of what she knew before the first; and tried no more often than of one', async () => {
	const her = await registered(of, { name: 'Тамара' });
	await tellHer(her, { about: 'moved', key: 'moved/1', was });
	now += 1_000;
	await tellHer(her, { about: 'mode-changed', key: 'mode/2', was: { ...was, starts: '11:00' } });
	expect((await listed()).map(({ about, was }) => [about, was?.starts])).toEqual([['mode-changed', '10:00']]);
	const actor = await helper();
	const answer = async (answer: string, tries: number) =>
		answerCall({ id: (await listed())[0]?.notice, answer, tries: String(tries) }, actor);
	for (let tries = 0; tries < MOST_TRIES; tries += 1) await answer('no-answer', tries);
	expect(await listed()).toEqual([]);
	const second = await registered(of, { name: 'Раиса' });
	await tellHer(second, { about: 'moved', key: 'moved/1', was });
	await tellHer(second, { about: 'mode-changed', key: 'mode/2', was });
	await answer('told', 0);
	expect(await listed()).toEqual([]);
});

test('people stand in the order of the line, and a reminder is said after what became of the date', async () => {
	const first = await registered(of, { name: 'Тамара' });
	const second = await registered(of, { name: 'Раиса' });
	await tellHer(second, { about: 'reminder', key: keyOfReminder(of.startsAt) });
	now += 1_000;
	await tellHer(second, { about: 'moved', key: 'moved/1', was });
	await tellHer(first, { about: 'moved', key: 'moved/1', was });
	const calls = await people();
	expect(calls.map(({ name, words }) => [name, words.map(({ about }) => about)])).toEqual([
		['Тамара', ['moved']],
		['Раиса', ['moved', 'reminder']],
	]);
});

test('of two helpers who give the last seat at once one is told that it is gone', async () => {
	await registered(of, { seats: 7 });
	const line = [await registered(of, { state: 'waiting' }), await registered(of, { state: 'waiting' })];
	const [tamara, raisa] = line.map(({ id }) => id);
	const actor = await helper();
	await answerInLine({ id: tamara, answer: 'no-answer', tries: '0' }, actor);
	const both = await Promise.all(
		[tamara, raisa].map(async (id) => answerInLine({ id, answer: 'comes', tries: '1' }, await helper())),
	);
	expect(both.filter((done) => 'refused' in done)).toHaveLength(1);
	const states = await Promise.all(line.map(async ({ id }) => (await fresh(id)).state));
	expect(states.sort()).toEqual(['confirmed', 'waiting']);
});

test('word for whoever has only a telephone is brought once, also when two helpers press at once', async () => {
	const her = await registered(of, { reachedBy: 'phone' });
	await tellHer(her, { about: 'moved', key: 'moved/1', was });
	const [call] = await listed();
	expect(call).toMatchObject({ about: 'moved', was, answers: ['told', 'not-coming', 'no-answer'] });
	const answer = { id: call?.notice, answer: 'told', tries: '0' };
	const both = await Promise.all([1, 2].map(async () => answerCall(answer, await helper())));
	expect(both.filter((done) => 'refused' in done && done.refused === 'called-before')).toHaveLength(1);
	expect(await listed()).toEqual([]);
	expect((await fresh(her.id)).state).toBe('confirmed');
});

test('whoever does not come after the move frees her seat, and a seat that was offered is taken by word', async () => {
	const her = await registered(of, { reachedBy: 'phone' });
	const offered = await registered(of, { state: 'offered', offeredUntil: new Date(now + 3_600_000) });
	await tellHer(her, { about: 'moved', key: 'moved/1', was });
	await tellHer(offered, { about: 'offered', key: 'offered/1' });
	const actor = await helper();
	for (const call of await listed()) {
		const answer = call.about === 'moved' ? 'not-coming' : 'comes';
		expect(await answerCall({ id: call.notice, answer, tries: '0' }, actor)).not.toHaveProperty('refused');
	}
	expect((await fresh(her.id)).state).toBe('cancelled');
	expect((await fresh(offered.id)).state).toBe('confirmed');
	expect(await answerCall({ id: 'x', answer: 'told', tries: '0' }, actor)).toMatchObject({ refused: 'malformed' });
});

test('whoever was tried four times is left in peace; a button pressed twice is one try', async () => {
	const her = await registered(of);
	await tellHer(her, { about: 'reminder', key: keyOfReminder(of.startsAt) });
	const [call] = await listed();
	const actor = await helper();
	const press = (tries: number) => answerCall({ id: call?.notice, answer: 'no-answer', tries: String(tries) }, actor);
	await press(0);
	await press(0);
	expect((await listed())[0]?.tries).toBe(1);
	for (let tries = 1; tries < MOST_TRIES; tries += 1) await press(tries);
	expect(await listed()).toEqual([]);
});

test('word that is not true any more is brought to nobody', async () => {
	const her = await registered(of);
	await tellHer(her, { about: 'reminder', key: keyOfReminder(of.startsAt) });
	expect(await listed()).toHaveLength(1);
	await occurrences(at.ground.db).save({ ...of, state: 'cancelled', cause: 'staff' });
	expect(await listed()).toEqual([]);
	await tellHer(her, { about: 'cancelled', key: 'cancelled' });
	expect((await listed()).map(({ answers }) => answers)).toEqual([['told', 'no-answer']]);
	now = of.startsAt.getTime();
	expect(await listed()).toEqual([]);
});

test('the list over all dates names dates and no people, of the own organisations alone', async () => {
	const her = await registered(of, { name: 'Тамара' });
	await tellHer(her, { about: 'reminder', key: keyOfReminder(of.startsAt) });
	const own = await datesToCall(at.ground.db, await helper());
	expect(own.find((one) => one.of.id === of.id)?.abouts).toEqual(['reminder']);
	expect(JSON.stringify(own)).not.toContain('Тамара');
	expect(await datesToCall(at.ground.db, await helper('volunteer', 'far'))).toEqual([]);
	expect(await datesToCall(at.ground.db, await helper('volunteer', 'near', false))).toEqual([]);
});
