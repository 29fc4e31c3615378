import { expect, test } from 'vitest';
import { stageOf, turnAt, turnsOf } from './moments.ts';

const club = { startsAt: new Date('2026-11-24T10:00:00Z'), endsAt: new Date('2026-11-24T12:00:00Z') };

test.each([
	['2026-11-24T09:44:59Z', 'coming'],
	['2026-11-24T09:45:00Z', 'near'],
	['2026-11-24T10:00:00Z', 'running'],
	['2026-11-24T11:59:59Z', 'running'],
	['2026-11-24T12:00:00Z', 'over'],
])('at %s it is %s', (at, stage) => {
	expect(stageOf(club, new Date(at))).toBe(stage);
});

test('whenever the stage is another one, a turn lies between, and the page is made anew', () => {
	const turns = turnsOf(club);
	let before = { stage: 'coming', past: 0 };
	for (let at = Date.parse('2026-11-24T09:00:00Z'); at < Date.parse('2026-11-24T13:00:00Z'); at += 60_000) {
		const now = { stage: stageOf(club, new Date(at)), past: turnAt(turns, at).past };
		expect(now.stage === before.stage).toBe(now.past === before.past);
		before = now;
	}
	expect(before.past).toBe(3);
});

test('nothing moves until the next turn, nor before the one that was last', () => {
	expect(turnAt([10, 20, 30], 25)).toEqual({ past: 2, since: 20, until: 30 });
	expect(turnAt([], 25)).toEqual({ past: 0, since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY });
});
