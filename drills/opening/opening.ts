import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Outcome } from '../common/outcome.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const TEST = 'src/lib/volunteers/opening/year.server.test.ts';

/**
 * P50: a year of shifts taken, given up, moved and cancelled, in so many steps. `forgetful`: the desk is not told that a
 * shift was given up; `winter`: nobody knows of summer time; `no-holidays`: nor of single days.
 */
export function liveByShifts(steps: number, fault = ''): Promise<Outcome> {
	const env = { ...process.env, OPENING_STEPS: String(steps), ...(fault ? { OPENING_FAULT: fault } : {}) };
	const vitest = path.join(ROOT, 'node_modules/.bin/vitest');
	const { status } = spawnSync(vitest, ['run', TEST, '-t', 'P50'], { cwd: ROOT, env, stdio: 'ignore' });
	const wrong = status === 0 ? 'none' : 'some';
	const line = `P50 opening: a year in ${steps} steps, open and next opening against a walk minute by minute, ${wrong} wrong`;
	return Promise.resolve({ line, isGood: status === 0 });
}
