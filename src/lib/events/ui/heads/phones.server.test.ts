import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { memoryKeep } from '#lib/design/tally/kept.ts';
import { type Line, makeQueue } from '#lib/design/tally/queue.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { addDays, instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal, refused } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { closeDate } from '../../counting/close.server.ts';
import { HEAD_BUTTONS, type HeadCodes, type HeadCount, peopleIn } from '../../counting/heads.ts';
import { deleteOldHeads, takeHeads, tapHead } from '../../counting/heads.server.ts';
import { closingSheet, headTally } from '../../counting/sheet.server.ts';
import type { Occurrence } from '../../event.ts';
import { helper } from '../../people/testing.ts';
import { buildOrganisers, planned } from '../../testing.ts';

const at = onGround();
const DAY = '2026-01-13';
let now = instantAt(DAY, '12:30').getTime();
const back = turnClock(() => now);
let actor: StaffActor;
beforeAll(async () => {
	await buildOrganisers();
	actor = await helper('volunteer');
});
afterAll(back);

const aDate = async (): Promise<Occurrence> => {
	now = instantAt(DAY, '12:30').getTime();
	const [of] = (await planned({ id: `club-${newId()}`, times: 1 })).dates;
	if (!of) throw new Error('there is a date');
	return of;
};
const CODES: HeadCodes = { ageBand: 'unknown', isFirstTime: false, isRemote: false, language: 'ru' };
const tap = (more: Partial<HeadCodes & { isUndone: boolean }> = {}, id: string = newId()) => ({
	...{ ...CODES, id, isUndone: false },
	...more,
});
const peopleOn = async (id: string): Promise<number> => (await headTally(at.ground.db, actor, id))?.people ?? -1;

/** What happens to what is sent, between a phone and the site. */
const FATES = ['well', 'twice', 'lost-before', 'lost-after'] as const;
type Fate = (typeof FATES)[number];
type Step = { readonly phone: number; readonly do: 'tap' | 'undo' | Fate; readonly band: HeadCodes['ageBand'] };

test('whatever goes wrong between three phones and the site, each who came is counted once, by her age', async () => {
	const step: fc.Arbitrary<Step> = fc.record({
		phone: fc.nat(2),
		do: fc.constantFrom('tap' as const, 'tap' as const, 'undo' as const, ...FATES),
		band: fc.constantFrom(...HEAD_BUTTONS),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			const of = await aDate();
			let fate: Fate = 'well';
			const send: Line<HeadCodes, HeadCount> = async (_, taps) => {
				const answer = await takeHeads({ occurrenceId: of.id, taps }, actor);
				return isRefusal(answer) ? 'missing' : answer;
			};
			const line: Line<HeadCodes, HeadCount> = async (tally, taps) => {
				if (fate === 'lost-before') return 'away';
				const answer = await send(tally, taps);
				if (fate === 'twice') await send(tally, taps);
				return fate === 'lost-after' ? 'away' : answer;
			};
			const phones = [0, 1, 2].map(() => makeQueue<HeadCodes, HeadCount>(memoryKeep(), line));
			const wanted = new Map<string, string>();
			for (const { phone, do: what, band } of steps) {
				const queue = phones[phone];
				if (!queue) continue;
				if (what === 'tap') {
					const id = newId();
					await queue.tap(id, of.id, '', { ...CODES, ageBand: band });
					wanted.set(id, band);
				} else if (what === 'undo') {
					const last = (await queue.keep.all()).filter(({ isUndone }) => !isUndone).at(-1);
					if (last) await queue.undo(last.id);
					if (last) wanted.delete(last.id);
				} else {
					fate = what;
					await queue.bring();
				}
			}
			fate = 'well';
			for (const queue of phones) await queue.bring();
			const told = (await closingSheet(at.ground.db, actor, of.id))?.told;
			expect(told?.total ?? 0).toBe(wanted.size);
			const known = [...wanted.values()].filter((band) => band !== 'unknown');
			expect(Object.values(told?.age ?? {}).reduce((all, people) => all + people, 0)).toBe(known.length);
		}),
		{ numRuns: 25 },
	);
});

test('what is tapped flows into the form that closes the date; what comes after the closing is shown, not counted', async () => {
	const of = await aDate();
	const kept = [tap({ isFirstTime: true, ageBand: '65-plus' }), tap({ language: 'uk' }), tap({}, 'taken-back-1')];
	await takeHeads({ occurrenceId: of.id, taps: kept }, actor);
	expect(await tapHead(of.id, tap({ isUndone: true }, 'taken-back-1'), actor)).toBeNull();
	const sheet = await closingSheet(at.ground.db, actor, of.id);
	expect(sheet?.told).toMatchObject({ total: 2, firstTime: 1, age: { '65-plus': 1 }, language: { ru: 1, uk: 1 } });
	const form = { version: '0', state: 'held', total: '2', method: 'tally', lang: 'ru', topics: [], lines: [] };
	expect(await closeDate({ ...form, occurrenceId: of.id }, actor)).toEqual({ version: 1 });
	await takeHeads({ occurrenceId: of.id, taps: [tap()] }, actor);
	const after = await closingSheet(at.ground.db, actor, of.id);
	expect([after?.late, after?.closed[0]?.count?.total, after?.told?.total]).toEqual([1, 2, 3]);
});

test('before its day a tap waits, thirty days after it nothing is taken, and another date has other taps', async () => {
	const [of, other] = [await aDate(), await aDate()];
	const one = tap({}, 'tap-of-the-first');
	now = instantAt(addDays(DAY, -1), '23:00').getTime();
	expect(await tapHead(of.id, one, actor)).toEqual(refused('early'));
	now = instantAt(addDays(DAY, 30), '23:00').getTime();
	expect(await tapHead(of.id, one, actor)).toBeNull();
	expect(await tapHead(other.id, one, actor)).toEqual(refused('elsewhere'));
	now = instantAt(addDays(DAY, 31), '01:00').getTime();
	expect(await tapHead(of.id, tap(), actor)).toEqual(refused('over'));
	expect(await tapHead(of.id, { ...one, isUndone: true }, actor)).toEqual(refused('over'));
	expect(await tapHead(of.id, tap({ language: 'ru' }, 'short'), actor)).toEqual(refused('malformed'));
	expect([await peopleOn(of.id), await peopleOn(other.id)]).toEqual([1, 0]);
});

test('who may not run events there brings nothing, and learns nothing', async () => {
	const of = await aDate();
	for (const stranger of [
		await helper('coordinator', 'far'),
		await helper('editor'),
		await helper('volunteer', 'near', false),
	]) {
		expect(await tapHead(of.id, tap(), stranger)).toEqual(refused('missing'));
		expect(await headTally(at.ground.db, stranger, of.id)).toBeNull();
		expect(await closingSheet(at.ground.db, stranger, of.id)).toBeNull();
	}
	expect(await peopleOn(of.id)).toBe(0);
});

test('taps go after ninety days, and what was counted stays', async () => {
	const of = await aDate();
	await takeHeads({ occurrenceId: of.id, taps: [tap(), tap()] }, actor);
	expect(peopleIn((await headTally(at.ground.db, actor, of.id))?.counts ?? [])).toBe(2);
	now = instantAt(addDays(DAY, 90), '12:00').getTime();
	await deleteOldHeads(at.ground.db);
	expect(await peopleOn(of.id)).toBe(2);
	now = instantAt(addDays(DAY, 91), '12:00').getTime();
	expect(await deleteOldHeads(at.ground.db)).toBeGreaterThan(1);
	expect(await peopleOn(of.id)).toBe(0);
});
