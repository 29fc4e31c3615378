import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { Role, StaffActor } from '#lib/identity/index.ts';
import { countFacts, countParts, listFacts } from '#lib/ledger/index.server.ts';
import { numberOf, of as ofUnit } from '#lib/ledger/index.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { helper, registered } from '../people/testing.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { closeDate } from './close.server.ts';
import { headcounts } from './store.server.ts';

const at = onGround();
let now = 0;
const back = turnClock(() => now);
let of: Occurrence;
let actor: StaffActor;
const planLine = () => `line-${of.seriesId}`;
beforeAll(buildOrganisers);
beforeEach(async () => {
	now = instantAt('2026-01-13', '14:30').getTime();
	const id = newId();
	const made = await planned({ id: `club-${id}`, planLine: `line-club-${id}` });
	[of] = made.dates as [Occurrence];
	actor = await helper('coordinator');
});
afterAll(back);

const HELD = { state: 'held', total: '12', firstTime: '3', 'age.65-plus': '9', method: 'tally', topic1: 'health' };
const close = (more: Readonly<Record<string, string>> = {}, by = actor, id = of.id) => {
	const at = { occurrenceId: id, lang: 'ru', topics: ['health', 'work'], lines: ['kysymys-piste'] };
	return closeDate({ version: '0', ...HELD, ...more, ...at }, by);
};
const counted = async () => {
	const counts = await countFacts(at.ground.db, { by: [], where: { planLine: planLine() } });
	return Object.fromEntries(counts.map((count) => [count.unit, numberOf(count)]));
};
const parts = async (dimension: string) => {
	const all = await countParts(at.ground.db, { by: [], where: { planLine: planLine() } });
	const own = all.filter((part) => part.dimension === dimension);
	return Object.fromEntries(own.map((part) => [part.code, numberOf(part)]));
};
const fresh = () => occurrences(at.ground.db).byId(of.id);

test('one form writes the state, the headcount, and the facts on the line of the series', async () => {
	expect(await close()).toEqual({ version: 1 });
	expect(await fresh()).toMatchObject({ state: 'held', sequence: 1, cause: null });
	expect(await counted()).toEqual({ session: 1, visit: 12 });
	expect(await parts('age')).toEqual({ '65-plus': 9, unknown: 3 });
	expect(await parts('first-time')).toEqual({ first: 3, again: 9 });
	expect(await parts('topic')).toEqual({ health: 1 });
	const [session] = await listFacts(at.ground.db, { unit: 'session', where: { planLine: planLine() } });
	expect(session).toMatchObject({ occurredOn: of.day, channel: 'event', minutes: 120, basis: 'counted' });
});

test('closed anew, the facts of before are taken back, with a reason, and nothing is lost', async () => {
	await close();
	expect(await close({ version: '1', total: '14' })).toMatchObject({ refused: 'malformed', fields: { why: 'why' } });
	expect(await close({ version: '1', total: '14', 'age.65-plus': '10', why: 'двое у двери' })).toEqual({ version: 2 });
	expect(await counted()).toEqual({ session: 1, visit: 14 });
	expect(await parts('age')).toEqual({ '65-plus': 10, unknown: 4 });
	const all = await headcounts(at.ground.db).of(of.id);
	expect(all.map((one) => [one.version, one.count?.total, one.why])).toEqual([
		[2, 14, 'двое у двери'],
		[1, 12, null],
	]);
	expect(await listFacts(at.ground.db, { where: { planLine: planLine() } })).toHaveLength(6);
});

test('of two who close at once the second is told, and nothing is counted twice', async () => {
	const other = await helper('volunteer');
	const done = await Promise.all([close(), close({ total: '13' }, other)]);
	expect(done.filter((one) => isRefusal(one) && one.refused === 'closed-meanwhile')).toHaveLength(1);
	expect((await counted()).session).toBe(1);
	expect(await headcounts(at.ground.db).of(of.id)).toHaveLength(1);
});

test('nobody came: a session that was held, and no visit', async () => {
	await close({ total: '0', firstTime: '', 'age.65-plus': '' });
	expect(await counted()).toEqual({ session: 1 });
});

test('cancelled after it was closed as held: its facts are taken back', async () => {
	await close();
	const cancelled = { version: '1', state: 'cancelled', cause: 'staff', reason: 'Не пришли', why: 'перепутали день' };
	expect(await close(cancelled)).toEqual({ version: 2 });
	expect(await fresh()).toMatchObject({ state: 'cancelled', cause: 'staff', reason: { ru: 'Не пришли' } });
	expect(await counted()).toEqual({});
	expect(await parts('age')).toEqual({});
	expect(await close({ version: '2', why: 'всё же была' })).toEqual({ version: 3 });
	expect(await fresh()).toMatchObject({ state: 'held', cause: null, reason: null });
	expect(await counted()).toEqual({ session: 1, visit: 12 });
});

test('what came instead is a line of the plan, or another date of the organisation, and never both or neither', async () => {
	const replaced = { state: 'replaced', cause: 'venue-refused', reason: '' };
	const wrong = { refused: 'malformed', fields: { instead: 'instead' } };
	const far = (await planned({ id: `far-${newId()}`, organisationId: 'far' })).dates[0];
	const near = (await planned({ id: `near-${newId()}` })).dates[0];
	expect(await close(replaced)).toEqual(wrong);
	expect(await close({ ...replaced, replacedByLine: 'unheard-of' })).toEqual(wrong);
	expect(await close({ ...replaced, replacedBy: of.id })).toEqual(wrong);
	expect(await close({ ...replaced, replacedBy: far?.id ?? '' })).toEqual(wrong);
	expect(await close({ ...replaced, replacedBy: near?.id ?? '', replacedByLine: 'kysymys-piste' })).toEqual(wrong);
	expect(await close({ ...replaced, replacedByLine: 'kysymys-piste' })).toEqual({ version: 1 });
	expect(await fresh()).toMatchObject({ state: 'replaced', cause: 'venue-refused', replacedByLine: 'kysymys-piste' });
	expect(await counted()).toEqual({});
});

test('while it would go on, those who registered are told that it does not; days later nobody is', async () => {
	const told = () =>
		at.ground.db.query(
			'select n.about from event_notices n join registrations r on r.id = n.registration_id where r.occurrence_id = $1',
			[of.id],
		);
	const cancelled = { state: 'cancelled', cause: 'venue-refused', reason: '' };
	now = instantAt('2026-01-13', '12:10').getTime();
	await registered(of);
	await close(cancelled);
	expect(await told()).toEqual([{ about: 'cancelled' }]);
	const other = (await planned({ id: `club-${newId()}` })).dates[0];
	if (!other) throw new Error('there is a date');
	of = other;
	await registered(of);
	now = instantAt('2026-01-15', '12:10').getTime();
	await close(cancelled);
	expect(await fresh()).toMatchObject({ state: 'cancelled' });
	expect(await told()).toEqual([]);
});

test('more were marked as come than were counted: the field says so', async () => {
	for (const seats of [1, 1, 1]) await registered(of, { seats });
	await at.ground.db.query(`update registrations set presence = 'came' where occurrence_id = $1`, [of.id]);
	expect(await close({ total: '2', firstTime: '', 'age.65-plus': '' })).toEqual({
		refused: 'malformed',
		fields: { total: 'named' },
	});
	expect(await counted()).toEqual({});
});

test('a date that has not begun cannot be closed, and one that nobody knows is missing', async () => {
	now = instantAt('2026-01-13', '11:59').getTime();
	expect(await close()).toMatchObject({ refused: 'ahead' });
	expect(await close({}, actor, newId())).toMatchObject({ refused: 'missing' });
	expect(await close({ topic1: 'unheard-of' })).toMatchObject({ refused: 'ahead' });
	now = instantAt('2026-01-13', '12:00').getTime();
	expect(await close({ topic1: 'unheard-of' })).toMatchObject({ fields: { topics: 'topic' } });
	expect(await close({ total: '-1' })).toMatchObject({ refused: 'malformed', fields: { total: 'number' } });
	expect(await close()).toEqual({ version: 1 });
});

const MAY: readonly Role[] = ['volunteer', 'adviser', 'coordinator'];
const MAY_CORRECT: readonly Role[] = ['adviser', 'coordinator'];
const ALL: readonly Role[] = [...MAY, 'regional', 'editor', 'clerk', 'funder', 'admin'];

test.each(ALL)('%s: closes, corrects and is refused as her role says, and never elsewhere', async (role) => {
	expect(await close({}, await helper(role, 'far'))).toMatchObject({ refused: 'missing' });
	expect(await close({}, await helper('volunteer', 'near', false))).toMatchObject({ refused: 'missing' });
	const first = await close({}, await helper(role));
	expect(isRefusal(first) ? first.refused : 'closed').toBe(MAY.includes(role) ? 'closed' : 'missing');
	if (isRefusal(first)) await close();
	const again = await close({ version: '1', why: 'ещё раз' }, await helper(role));
	const wanted = MAY_CORRECT.includes(role) ? 'closed' : role === 'volunteer' ? 'forbidden' : 'missing';
	expect(isRefusal(again) ? again.refused : 'closed').toBe(wanted);
});

test('a volunteer corrects what she closed herself', async () => {
	const own = await helper('volunteer');
	await close({}, own);
	expect(await close({ version: '1', total: '11', why: 'ошиблась' }, own)).toEqual({ version: 2 });
});

test('after any number of closings the ledger is what the last ones say', async () => {
	const closing = fc.record({
		held: fc.boolean(),
		total: fc.integer({ min: 0, max: 40 }),
		first: fc.option(fc.integer({ min: 0, max: 40 })),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), closing), { maxLength: 9 }), async (closings) => {
			const id = newId();
			const { dates } = await planned({ id: `club-${id}`, planLine: `line-club-${id}`, times: 3 });
			now = instantAt('2026-03-13', '14:30').getTime();
			const last = new Map<number, { version: number; total: number | null }>();
			for (const [index, { held, total, first }] of closings) {
				const { version = 0 } = last.get(index) ?? {};
				const told: Record<string, string> = held ? {} : { state: 'cancelled', cause: 'demand', reason: '' };
				const firstTime = first === null ? '' : String(Math.min(first, total));
				const counts = { total: String(total), firstTime, 'age.65-plus': '' };
				const done = await close({ ...counts, ...told, version: String(version), why: 'x' }, actor, dates[index]?.id);
				expect(done).toEqual({ version: version + 1 });
				last.set(index, { version: version + 1, total: held ? total : null });
			}
			const standing = [...last.values()].flatMap(({ total }) => (total === null ? [] : [total]));
			const counts = await countFacts(at.ground.db, { by: [], where: { planLine: `line-club-${id}` } });
			const sumOf = (unit: 'session' | 'visit') => ofUnit(unit, counts).reduce((all, one) => all + numberOf(one), 0);
			expect(sumOf('session')).toBe(standing.length);
			expect(sumOf('visit')).toBe(standing.reduce((all, total) => all + total, 0));
		}),
		{ numRuns: 15 },
	);
});
