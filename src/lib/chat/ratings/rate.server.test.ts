import { afterAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { turnClock } from '#lib/platform/clock.ts';
import { endConversation } from '../end.server.ts';
import { buildConversation } from '../testing.ts';
import { visitorOf } from '../visitor.ts';
import { rateConversation, ratingsOf } from './rate.server.ts';
import { type Face, quarterOf, shownRatings } from './rating.ts';

const at = onGround();
let ahead = 0;
afterAll(turnClock(() => Date.parse('2026-08-10T09:00:00Z') + ahead));
const DESK = 'desk-of-test-association';
const rows = () => at.ground.db.query<{ face: Face; times: number }>('select face, times from ratings order by face');

async function ended() {
	const { caseId } = await buildConversation();
	await endConversation({}, visitorOf(caseId));
	return caseId;
}

test('a press is counted once, after the end alone, and the counter names no conversation', async () => {
	const { caseId } = await buildConversation();
	expect(await rateConversation({ face: 'good' }, visitorOf(caseId))).toMatchObject({ refused: 'not-ended' });
	await endConversation({}, visitorOf(caseId));
	expect(await rateConversation({ face: 'great' }, visitorOf(caseId))).toMatchObject({ refused: 'malformed' });
	await rateConversation({ face: 'good' }, visitorOf(caseId));
	await rateConversation({ face: 'bad' }, visitorOf(caseId));
	expect(await rows()).toEqual([{ face: 'good', times: 1 }]);
	const [row] = await at.ground.db.query<object>('select * from ratings');
	expect(Object.keys(row ?? {}).sort()).toEqual(['desk_id', 'face', 'quarter', 'times']);
	const trail = await at.ground.db.query(`select 1 from audit_entries where action like 'rate%'`);
	expect(trail).toEqual([]);
});

test('nobody sees the running quarter, and of one that is over nothing below five', async () => {
	for (const face of ['good', 'good', 'good', 'good']) await rateConversation({ face }, visitorOf(await ended()));
	expect(await ratingsOf(DESK)).toBeNull();
	ahead = 90 * 86_400_000;
	expect(await ratingsOf(DESK)).toEqual({ quarter: '2026-Q3', total: 5, split: { good: 5, 'so-so': 0, bad: 0 } });
});

test('faces that were pressed seldom are not told apart', () => {
	const counts = (good: number, bad: number) => [
		{ face: 'good' as const, times: good },
		{ face: 'bad' as const, times: bad },
	];
	expect(shownRatings('2026-Q1', counts(3, 1))).toBeNull();
	expect(shownRatings('2026-Q1', counts(9, 1))).toEqual({ quarter: '2026-Q1', total: 10, split: null });
	expect(shownRatings('2026-Q1', counts(9, 5))?.split).toEqual({ good: 9, 'so-so': 0, bad: 5 });
});

test('a quarter begins in January, April, July and October', () => {
	const days = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2026-12-31'];
	expect(days.map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
});
