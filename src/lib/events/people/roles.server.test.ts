import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ROLES, type StaffActor } from '#lib/identity/index.server.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence } from '../event.ts';
import { tell } from '../notices/tell.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { bookSeats } from './book.server.ts';
import { callsOfDate } from './callList.server.ts';
import { answerCall, answerInLine } from './calls.server.ts';
import { cancelForHer, changeRegistration } from './change.server.ts';
import { peopleOf } from './list.server.ts';
import { moveToDate } from './move.server.ts';
import { personOf, slipOf } from './one.server.ts';
import { markPresence, seatAtDoor } from './presence.server.ts';
import { calls } from './store.server.ts';
import { helper, registered } from './testing.ts';

const at = onGround();
// The day of a date and the hour before it: all of this may be done now.
const back = turnClock(() => instantAt('2026-01-13', '11:00').getTime());
beforeAll(buildOrganisers);
afterAll(back);

const HERS = { name: '', seats: '1', language: 'ru', needs: [], reachedBy: 'none', contact: '' };

type Which = 'own' | 'other' | 'cancelled' | 'missing';
const WHICH: readonly Which[] = ['own', 'other', 'cancelled', 'missing'];

type Deed = (actor: StaffActor, of: Occurrence, isThere: boolean) => Promise<unknown>;
const DEEDS: Record<string, Deed> = {
	'read who comes': (actor, of, isThere) => peopleOf(at.ground.db, actor, isThere ? of.id : newId()),
	'read the numbers': (actor, of, isThere) => callsOfDate(at.ground.db, actor, isThere ? of.id : newId()),
	'open one': async (actor, of, isThere) => {
		const { id } = await registered(of);
		return personOf(at.ground.db, actor, { date: of.id, id: isThere ? id : newId() });
	},
	'print a slip': async (actor, of, isThere) => {
		const { id } = await registered(of);
		return slipOf(at.ground.db, actor, { date: of.id, id: isThere ? id : newId() });
	},
	'book for somebody': (actor, of, isThere) => {
		const key = { date: isThere ? of.id : newId(), clientId: newId(), slotId: '', bookedBy: 'phone' };
		return bookSeats({ ...HERS, ...key }, actor);
	},
	change: async (actor, of, isThere) => {
		const her = await registered(of);
		return changeRegistration({ ...HERS, id: isThere ? her.id : newId() }, actor);
	},
	cancel: async (actor, of, isThere) => {
		const her = await registered(of);
		return cancelForHer({ id: isThere ? her.id : newId() }, actor);
	},
	'move to another date': async (actor, of, isThere) => {
		const her = await registered(of);
		const to = (await occurrences(at.ground.db).ofSeries(of.seriesId))[1]?.id;
		return moveToDate({ id: isThere ? her.id : newId(), to }, actor);
	},
	'mark who came': async (actor, of, isThere) => {
		const her = await registered(of);
		return markPresence({ id: isThere ? her.id : newId(), presence: 'came' }, actor);
	},
	'give a seat at the door': async (actor, of, isThere) => {
		const her = await registered(of, { state: 'waiting' });
		return seatAtDoor({ id: isThere ? her.id : newId() }, actor);
	},
	'call in the line': async (actor, of, isThere) => {
		const her = await registered(of, { state: 'waiting' });
		return answerInLine({ id: isThere ? her.id : newId(), answer: 'comes', tries: '0' }, actor);
	},
	'bring word': async (actor, of, isThere) => {
		const her = await registered(of);
		await at.ground.db.transaction((tx) => tell(tx, her, { about: 'confirmed', key: 'confirmed' }));
		const due = await calls(at.ground.db).due(['near'], new Date(8.64e15));
		const id = due.find(({ registrationId }) => registrationId === her.id)?.id;
		return answerCall({ id: isThere ? id : newId(), answer: 'told', tries: '0' }, actor);
	},
};
/** An hour before it begins. */
const OWN: Record<string, string> = { 'give a seat at the door': 'too-early' };
/** Of a date that was cancelled: who had registered is still to be read and told, and nothing else is done. */
const AFTER = ['read who comes', 'read the numbers', 'bring word', 'open one', 'print a slip'];
const RUN_EVENTS: readonly string[] = ['volunteer', 'adviser', 'coordinator'];

async function outcome(deed: Deed, actor: StaffActor, which: Which): Promise<string> {
	const [of] = (await planned({ until: '2026-01-20' })).dates;
	if (!of) throw new Error('there are dates');
	if (which === 'cancelled') await occurrences(at.ground.db).save({ ...of, state: 'cancelled', cause: 'staff' });
	const done = await deed(actor, of, which !== 'missing');
	if (done === null) return 'missing';
	return isRefusal(done) ? done.refused : 'yes';
}

const expectedOf = (mayRun: boolean, deed: string, which: Which): string => {
	if (!mayRun || which === 'other' || which === 'missing') return 'missing';
	if (which === 'own') return OWN[deed] ?? 'yes';
	return AFTER.includes(deed) ? 'yes' : 'over';
};

test('who may what: of the own organisation, of another one, cancelled, missing', async () => {
	const wrong: string[] = [];
	for (const role of ROLES) {
		for (const [name, deed] of Object.entries(DEEDS)) {
			for (const which of WHICH) {
				const got = await outcome(deed, await helper(role, which === 'other' ? 'far' : 'near'), which);
				const wanted = expectedOf(RUN_EVENTS.includes(role), name, which);
				if (got !== wanted) wrong.push(`${role} ${name} ${which}: ${got} instead of ${wanted}`);
			}
		}
	}
	expect(wrong).toEqual([]);
}, 120_000);

test('a volunteer without her pledge finds nothing', async () => {
	for (const [name, deed] of Object.entries(DEEDS)) {
		expect(await outcome(deed, await helper('volunteer', 'near', false), 'own'), name).toBe('missing');
	}
});
