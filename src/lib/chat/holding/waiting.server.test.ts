import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { waitCounts } from '#lib/cases/index.server.ts';
import { addDays, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { claimConversation, releaseConversation } from '../claim.server.ts';
import { blockConversation, closeConversation } from '../close.server.ts';
import { endConversation, eraseEverything } from '../end.server.ts';
import { expireTalks } from '../forget.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { buildConversation, buildHelper } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { sendMessage } from '../write.server.ts';
import { acceptHandover, offerHandover } from './handover.server.ts';

const at = onGround();
const START = Date.parse('2026-11-02T08:00:00Z');
let moment = START;
afterAll(turnClock(() => moment));
const MINUTE = 60_000;
const ORGANISATION = 'test-association';

async function counted(): Promise<Record<string, number>> {
	const rows = await waitCounts(at.ground.db, ORGANISATION, '2026-01-01', '2027-12-31');
	const sums: Record<string, number> = {};
	for (const { became, times } of rows) sums[became] = (sums[became] ?? 0) + times;
	return sums;
}

async function moreThan(before: Record<string, number>): Promise<Record<string, number>> {
	const now = await counted();
	const changed = Object.entries(now).map(([became, times]) => [became, times - (before[became] ?? 0)] as const);
	const gone = Object.keys(before).filter((became) => !(became in now));
	return Object.fromEntries(
		[...changed, ...gone.map((one) => [one, -(before[one] ?? 0)] as const)].filter(([, n]) => n),
	);
}

/** A helper who is in the database as a member too, as those are to whom something is offered. */
async function member(): Promise<StaffActor> {
	const helper = await buildHelper();
	const { db } = at.ground;
	await db.query(`insert into memberships (account_id, organisation_id, role) values ($1, $2, 'adviser')`, [
		helper.id,
		ORGANISATION,
	]);
	await db.query('update accounts set is_demonstration = true where id = $1', [helper.id]);
	return helper;
}

const codes = { topic: 'benefits', serviceId: null, outcome: 'solved-together', minutes: 5 };
const say = (conversationId: string, text: string) =>
	sendMessage({ conversationId, clientId: newId(), text, by: { author: 'visitor' } });
const done = (outcome: unknown): void => {
	if (isRefusal(outcome)) throw new Error(outcome.refused);
};

test('a wait is counted when it is answered, with its weekday and hour on the desk’s clock', async () => {
	const { id } = await buildConversation();
	moment += 4 * MINUTE;
	done(await claimConversation({ id }, await buildHelper()));
	const rows = await waitCounts(at.ground.db, ORGANISATION, '2026-11-01', '2026-11-30');
	// 08:00 in UTC on Monday is ten in Helsinki.
	expect(rows).toEqual([
		{
			...{ deskId: `desk-of-${ORGANISATION}`, month: '2026-11-01', weekday: 1, hour: 10 },
			...{ channel: 'question', became: 'within-5', times: 1 },
		},
	]);
});

test('given back and taken again, or handed over, it is the same wait; after a reopening it is another', async () => {
	const [one, other] = [await member(), await member()];
	const { id } = await buildConversation();
	const before = await counted();
	moment += 10 * MINUTE;
	done(await claimConversation({ id }, one));
	done(await releaseConversation({ id }, one));
	moment += 60 * MINUTE;
	done(await claimConversation({ id }, one));
	done(await offerHandover({ id, clientId: newId(), text: 'go on, please', toAccount: other.id }, one));
	done(await acceptHandover({ id }, other));
	expect(await moreThan(before)).toEqual({ 'within-15': 1 });
	done(await blockConversation({ id }, other));
	expect(await moreThan(before)).toEqual({ blocked: 1 });
});

test('who leaves before anybody came has abandoned; who writes again waits anew', async () => {
	const { id, caseId } = await buildConversation();
	const before = await counted();
	moment += MINUTE;
	done(await endConversation({}, visitorOf(caseId)));
	done(await endConversation({}, visitorOf(caseId)));
	expect(await moreThan(before)).toEqual({ abandoned: 1 });
	moment += MINUTE;
	done(await say(id, 'Ещё вопрос'));
	moment += MINUTE;
	done(await claimConversation({ id }, await buildHelper()));
	expect(await moreThan(before)).toEqual({ abandoned: 1, 'within-1': 1 });
});

test('erased while waiting she has left; expired while waiting nobody came', async () => {
	const [erased, expired] = [await buildConversation(), await buildConversation()];
	const before = await counted();
	done(await eraseEverything({}, visitorOf(erased.caseId)));
	expect(await moreThan(before)).toEqual({ abandoned: 1 });
	moment = Date.parse(`${addDays(expired.expiresOn, 1)}T09:00:00Z`);
	await expireTalks();
	await expireTalks();
	expect((await moreThan(before)).unanswered).toBeGreaterThanOrEqual(1);
});

/** A history as the one who counts by hand keeps it: when she began to wait, and what came of each wait. */
type Told = { waitsSince: number | null; holder: number | null; state: 'open' | 'ended' | 'over'; counts: string[] };
const STEPS = ['claim', 'release', 'end', 'say', 'close', 'block', 'erase', 'hand-over', 'minutes'] as const;

const within = (ms: number): string =>
	(
		[
			[1, 'within-1'],
			[5, 'within-5'],
			[15, 'within-15'],
			[60, 'within-60'],
			[1_440, 'within-1440'],
		] as const
	).find(([minutes]) => ms <= minutes * MINUTE)?.[1] ?? 'later';

test('after any history each wait is counted once, as a recount by hand says', async () => {
	const helpers = [await member(), await member()];
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(1)), { maxLength: 14 }), async (steps) => {
			const { id, caseId } = await buildConversation();
			const before = await counted();
			const told: Told = { waitsSince: moment, holder: null, state: 'open', counts: [] };
			// A wait that was counted goes on after a give-back, and is not counted again.
			let isCounted = false;
			const count = (became: string): void => {
				if (told.waitsSince !== null && !isCounted) told.counts.push(became);
				isCounted = true;
			};
			let began = moment;
			for (const [step, who] of steps) {
				moment += 7 * MINUTE;
				const helper = helpers[who];
				if (!helper || told.state === 'over') continue;
				if (step === 'claim') {
					const result = await claimConversation({ id }, helper);
					if (isRefusal(result) || told.holder !== null) continue;
					count(within(moment - began));
					Object.assign(told, { holder: who, waitsSince: null });
				} else if (step === 'release') {
					if (isRefusal(await releaseConversation({ id }, helper))) continue;
					Object.assign(told, { holder: null, waitsSince: began });
				} else if (step === 'end') {
					done(await endConversation({}, visitorOf(caseId)));
					if (told.state === 'ended') continue;
					count('abandoned');
					Object.assign(told, { state: 'ended', waitsSince: null });
				} else if (step === 'say') {
					if (isRefusal(await say(id, `слово ${newId()}`)) || told.state !== 'ended') continue;
					told.state = 'open';
					if (told.holder !== null) continue;
					began = moment;
					isCounted = false;
					told.waitsSince = began;
				} else if (step === 'close') {
					if (isRefusal(await closeConversation({ id, ...codes }, helper))) continue;
					Object.assign(told, { holder: null, state: 'ended', waitsSince: null });
				} else if (step === 'block') {
					if (isRefusal(await blockConversation({ id }, helper))) continue;
					told.counts[told.counts.length - 1] = 'blocked';
					told.state = 'over';
				} else if (step === 'erase') {
					done(await eraseEverything({}, visitorOf(caseId)));
					count('abandoned');
					told.state = 'over';
				} else if (step === 'hand-over') {
					const to = helpers[1 - who];
					if (!to) continue;
					const offered = await offerHandover({ id, clientId: newId(), text: 'please', toAccount: to.id }, helper);
					if (isRefusal(offered)) continue;
					done(await acceptHandover({ id }, to));
					told.holder = 1 - who;
				}
			}
			const recount: Record<string, number> = {};
			for (const became of told.counts) recount[became] = (recount[became] ?? 0) + 1;
			expect(await moreThan(before)).toEqual(recount);
		}),
		{ numRuns: 60 },
	);
}, 120_000);
