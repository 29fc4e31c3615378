import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import type { Occurrence } from '../event.ts';
import { eraseOnFor } from '../registration/registration.ts';
import { openWho } from '../registration/words.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { moveToDate } from './move.server.ts';
import { personOf, slipOf } from './one.server.ts';
import { fresh, helper, registered } from './testing.ts';

const at = onGround();
let today = '2026-01-11';
const back = turnClock(() => instantAt(today, '09:00').getTime());
beforeAll(buildOrganisers);
afterAll(back);

let dates: readonly Occurrence[];
const dateAt = (place: number): Occurrence => {
	const found = dates[place];
	if (!found) throw new Error('there are dates');
	return found;
};
beforeEach(async () => {
	today = '2026-01-11';
	dates = (await planned()).dates;
});
const told = (id: string) =>
	at.ground.db.query<{ kind: string; about: string }>(
		'select kind, about from event_notices where registration_id = $1',
		[id],
	);

test('moved to another day of the series with her code, her words kept as long as that day needs', async () => {
	const [from, to] = [dateAt(0), dateAt(2)];
	const her = await registered(from, { name: 'Тамара', contact: '+358401234567', reachedBy: 'sms' });
	const next = await registered(from, { seats: 8, state: 'waiting' });
	await registered(to, { ticket: her.ticket });
	expect(await moveToDate({ id: her.id, to: to.id }, await helper())).toEqual({ id: her.id, occurrenceId: to.id });
	const moved = await fresh(her.id);
	expect(moved).toMatchObject({ occurrenceId: to.id, state: 'confirmed', eraseOn: eraseOnFor(to.day) });
	expect(moved.ticket).not.toBe(her.ticket);
	expect(await openWho(moved)).toEqual({ name: 'Тамара', contact: '+358401234567' });
	expect(await told(her.id)).toEqual([{ kind: 'sms', about: 'moved' }]);
	expect((await fresh(next.id)).state).toBe('offered');
});

test('where the other day is full she waits there; whoever has only a telephone was told on it', async () => {
	const [from, to] = [dateAt(0), dateAt(1)];
	await registered(to, { seats: 8 });
	const her = await registered(from, { reachedBy: 'phone', ticket: 7777 });
	await moveToDate({ id: her.id, to: to.id }, await helper());
	expect(await fresh(her.id)).toMatchObject({ occurrenceId: to.id, state: 'waiting', ticket: 7777 });
	expect(await told(her.id)).toEqual([]);
});

test('never to the same date, to one that is over, or to another series', async () => {
	const her = await registered(dateAt(1));
	const actor = await helper();
	const other = (await planned()).dates[1];
	expect(await moveToDate({ id: her.id, to: dateAt(1).id }, actor)).toMatchObject({ refused: 'same-date' });
	expect(await moveToDate({ id: her.id, to: other?.id }, actor)).toMatchObject({ refused: 'missing' });
	today = '2026-01-14';
	expect(await moveToDate({ id: her.id, to: dateAt(0).id }, actor)).toMatchObject({ refused: 'over' });
});

test('two who are moved against each other at once both arrive', async () => {
	const [one, other] = [await registered(dateAt(0)), await registered(dateAt(1))];
	const actor = await helper();
	await Promise.all([
		moveToDate({ id: one.id, to: dateAt(1).id }, actor),
		moveToDate({ id: other.id, to: dateAt(0).id }, actor),
	]);
	expect((await fresh(one.id)).occurrenceId).toBe(dateAt(1).id);
	expect((await fresh(other.id)).occurrenceId).toBe(dateAt(0).id);
});

test('her number is for whoever opens her row, and each time stands in the audit without a name', async () => {
	const her = await registered(dateAt(0), { name: 'Тамара', contact: '+358401234567' });
	const actor = await helper();
	const asked = { date: dateAt(0).id, id: her.id };
	expect(await personOf(at.ground.db, actor, asked)).toMatchObject({ contact: '+358401234567', told: [] });
	expect(await personOf(at.ground.db, actor, { ...asked, date: dateAt(1).id })).toBeNull();
	expect((await slipOf(at.ground.db, actor, asked))?.code).toMatch(/^\d{4} \d{4} \d{4}$/);
	const rows = await at.ground.db.query('select * from audit_entries where subject_id = $1 order by at, id', [
		asked.date,
	]);
	expect(rows).toMatchObject([{ action: 'read-contact' }, { action: 'print-slip' }]);
	expect(JSON.stringify(rows)).not.toContain('Тамара');
});
