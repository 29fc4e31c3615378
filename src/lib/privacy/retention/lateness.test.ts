import { expect, test } from 'vitest';
import { codeOf, type Findings, lateIn, nextRun } from './lateness.ts';

const HOUR = 3_600_000;
const at = new Date('2026-11-22T12:00:00Z');
const ago = (hours: number): Date => new Date(at.getTime() - hours * HOUR);
const well: Findings = {
	rows: {},
	keyDays: [],
	darkDays: [],
	forgetSince: null,
	lastRun: { expire: ago(0.5), tidy: ago(0.5) },
};
const codes = (found: Partial<Findings>, watchedSince = ago(500)): string[] =>
	lateIn({ ...well, ...found }, at, watchedSince).map(codeOf);

test('nothing is alarmed about while all is as it should be', () => {
	expect(codes({})).toEqual([]);
	expect(codes({ forgetSince: ago(1) })).toEqual([]);
});

test('a round that is due for more than a day alarms, to the minute', () => {
	const run = (hours: number) => codes({ lastRun: { expire: ago(hours), tidy: ago(1) } });
	expect(run(24.99)).toEqual([]);
	expect(run(25.01)).toEqual(['run:expire']);
	expect(nextRun(ago(1))).toEqual(at);
});

test('a round that never ended alarms a day after somebody began to watch', () => {
	const lastRun = { expire: null, tidy: ago(1) };
	expect(codes({ lastRun }, ago(20))).toEqual([]);
	expect(codes({ lastRun }, ago(30))).toEqual(['run:expire']);
});

test('whatever is older than its day alarms, and keys that are left, that are gone too early, or that wait to be destroyed', () => {
	expect(codes({ rows: { words: 3 } })).toEqual(['rows:words']);
	expect(codes({ keyDays: ['2026-11-20', '2026-11-21'] })).toEqual(['keys:2026-11-20']);
	expect(codes({ darkDays: ['2026-12-01'] })).toEqual(['dark:2026-12-01']);
	expect(codes({ forgetSince: ago(3) })).toEqual(['forget']);
});
