import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Outcome } from '../common/outcome.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const TEST = 'src/lib/events/series/clock.test.ts';

/**
 * P41: the test of the wall clock with so many courses, over both clock changes of twenty years. `by-hours`: dates are
 * counted in hours from the first one on; `winter`: nobody knows of summer time.
 */
export function keepTime(count: number, fault = ''): Promise<Outcome> {
	const env = { ...process.env, CLOCK_COURSES: String(count), ...(fault ? { CLOCK_FAULT: fault } : {}) };
	const vitest = path.join(ROOT, 'node_modules/.bin/vitest');
	const { status } = spawnSync(vitest, ['run', TEST], { cwd: ROOT, env, stdio: 'ignore' });
	const line = `P41 clock: ${count} courses against a walk minute by minute, ${status === 0 ? 'none' : 'some'} wrong`;
	return Promise.resolve({ line, isGood: status === 0 });
}
