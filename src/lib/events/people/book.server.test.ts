import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence, Series } from '../event.ts';
import { registrations, slots } from '../registration/store.server.ts';
import { hashOfCode, waysOf } from '../registration/ways.server.ts';
import { openWho } from '../registration/words.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { bookSeats } from './book.server.ts';
import { cancelForHer, changeRegistration } from './change.server.ts';
import { peopleOf } from './list.server.ts';
import { fresh, helper, registered } from './testing.ts';

const at = onGround();
const back = turnClock(() => instantAt('2026-01-11', '09:00').getTime());
beforeAll(buildOrganisers);
afterAll(back);

let of: Occurrence;
const dateOf = async (wanted: Partial<Series> = {}): Promise<Occurrence> => {
	const [first] = (await planned(wanted)).dates;
	if (!first) throw new Error('there are dates');
	return first;
};
beforeEach(async () => {
	of = await dateOf();
});

const sheet = (more: Record<string, unknown> = {}) => ({
	...{ date: of.id, clientId: newId(), name: 'Тамара', seats: '2', slotId: '', language: 'fi', needs: ['hearing'] },
	...{ reachedBy: 'phone', contact: '040 123 4567', bookedBy: 'phone' },
	...more,
});
async function booked(more: Record<string, unknown> = {}) {
	const done = await bookSeats(sheet(more), await helper());
	if (isRefusal(done)) throw new Error(`not booked: ${JSON.stringify(done)}`);
	return fresh(done.id);
}

test('booked by telephone: a seat, a ticket, a code that leads to it, and what she said lies sealed', async () => {
	const her = await booked();
	expect(her).toMatchObject({ state: 'confirmed', seats: 2, bookedBy: 'phone', needs: ['hearing'], language: 'fi' });
	expect(her.ticket).toBeGreaterThanOrEqual(1000);
	expect(await openWho(her)).toEqual({ name: 'Тамара', contact: '+358401234567' });
	const { code } = await waysOf(her.id);
	expect((await registrations(at.ground.db).byCode(await hashOfCode(code)))?.id).toBe(her.id);
	expect(JSON.stringify(await at.ground.db.query('select * from registrations'))).not.toContain('Тамара');
	expect(await at.ground.db.query('select * from event_notices where registration_id = $1', [her.id])).toEqual([]);
});

test('without a name and without a way to be reached; a personal code in the name is hidden', async () => {
	const her = await booked({ name: '', reachedBy: 'none', contact: '040 123 4567', seats: '1' });
	expect(her.sealed).toBeNull();
	const other = await booked({ name: 'Анна 010190-999W', reachedBy: 'none' });
	expect(JSON.stringify(await openWho(other))).not.toContain('010190');
});

test('the same form sent twice, also at once, is one seat', async () => {
	const clientId = newId();
	const twins = await Promise.all([booked({ clientId }), booked({ clientId })]);
	const again = await booked({ clientId, seats: '5' });
	const elsewhere = { ...sheet({ clientId }), date: (await dateOf()).id };
	expect(await bookSeats(elsewhere, await helper())).toMatchObject({ refused: 'malformed' });
	expect(new Set([...twins, again].map(({ id }) => id)).size).toBe(1);
	expect(await registrations(at.ground.db).ofOccurrence(of.id)).toHaveLength(1);
});

test('where no seat is free she stands in the line; more than ever fit are refused, and so is a wrong number', async () => {
	await booked({ seats: '7' });
	expect(await booked({ seats: '2' })).toMatchObject({ state: 'waiting' });
	const actor = await helper();
	expect(await bookSeats(sheet({ seats: '9' }), actor)).toMatchObject({ refused: 'too-many-seats' });
	expect(await bookSeats(sheet({ contact: '040' }), actor)).toMatchObject({ fields: { contact: 'length' } });
	expect(await bookSeats(sheet({ reachedBy: 'email' }), actor)).toMatchObject({ fields: { contact: 'email' } });
	of = await dateOf({ takesRegistration: false });
	expect(await bookSeats(sheet(), actor)).toMatchObject({ refused: 'open-to-all' });
});

test('of a counselling day a chosen time, or the first that is free; nobody gets the times of those who just come', async () => {
	of = await dateOf({ slotMinutes: 40, capacity: 3, walkIn: 1 });
	const first = await booked({ seats: '3' });
	expect(first.seats).toBe(1);
	const day = await slots(at.ground.db).of(of.id);
	const kept = day.find(({ isWalkIn }) => isWalkIn);
	expect(await bookSeats(sheet({ slotId: kept?.id }), await helper())).toMatchObject({ refused: 'slot-taken' });
	expect(await bookSeats(sheet({ slotId: first.slotId }), await helper())).toMatchObject({ refused: 'slot-taken' });
	await booked();
	expect(await booked()).toMatchObject({ state: 'waiting', slotId: null });
	const seen = await peopleOf(at.ground.db, await helper(), of.id);
	expect(seen?.coming.map(({ startsAt }) => startsAt)).toEqual(
		day.filter(({ isWalkIn }) => !isWalkIn).map(({ startsAt }) => startsAt),
	);
});

test('more of them come while chairs are free; fewer of them free a seat, which is offered in turn', async () => {
	const her = await booked({ seats: '2' });
	const others = await booked({ seats: '5' });
	const actor = await helper();
	const change = (seats: string) => changeRegistration({ ...sheet({ seats, name: 'Тома' }), id: her.id }, actor);
	expect(await change('4')).toMatchObject({ refused: 'full' });
	expect(await change('3')).not.toHaveProperty('refused');
	const next = await registered(of, { state: 'waiting', reachedBy: 'sms' });
	await changeRegistration({ ...sheet({ seats: '4' }), id: others.id }, actor);
	expect((await fresh(next.id)).state).toBe('offered');
	expect(await openWho(await fresh(her.id))).toMatchObject({ name: 'Тома' });
});

test('cancelled for her: the seat is free, and her name is gone', async () => {
	const her = await booked();
	const actor = await helper();
	await cancelForHer({ id: her.id }, actor);
	expect(await fresh(her.id)).toMatchObject({ state: 'cancelled', sealed: null, reachedBy: 'none' });
	expect(await cancelForHer({ id: her.id }, actor)).toMatchObject({ refused: 'over' });
	expect(await changeRegistration({ ...sheet(), id: her.id }, actor)).toMatchObject({ refused: 'over' });
});
