import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Trouble } from '../trouble.ts';
import { runSteps, type Step, summary, type Tally } from './run.ts';
import { playwrightTally, tallyFrom, vitestTally } from './tool.ts';

const step = (name: string, run: () => Promise<Tally>): Step => ({ name, about: 'x', run });
const good = async (): Promise<Tally> => ({ passed: 2, failed: 0 });

test('the sum is over all steps, and a step that breaks counts and stops nobody', async () => {
	const lines: string[] = [];
	const breaks = async (): Promise<Tally> => {
		throw new Trouble('there is no browser.');
	};
	const steps = [step('one', good), step('two', breaks), step('three', good)];
	const sum = await runSteps(steps, (line) => lines.push(line));
	expect(summary(sum)).toBe('4 passed, 1 failed');
	expect(lines.join('\n')).toContain('there is no browser.');
	expect(lines.join('\n')).toMatch(/✗ two\s+0 passed, 1 failed \(\d+\.\d s\)/);
});

test('whoever stops the run has not passed it, and nothing more is begun', async () => {
	let runs = 0;
	const stops = async (): Promise<Tally> => ({ passed: ++runs, failed: 0 });
	const sum = await runSteps(
		[step('one', stops), step('two', stops)],
		() => undefined,
		() => runs > 0,
	);
	expect(sum).toEqual({ passed: 1, failed: 1 });
});

test('a step that looked at nothing has failed', async () => {
	const sum = await runSteps([step('one', async () => ({ passed: 0, failed: 0 }))], () => undefined);
	expect(sum).toEqual({ passed: 0, failed: 1 });
});

test('a test file that could not be read, or a fault outside all tests, is a failure', () => {
	const report = { success: false, numPassedTests: 3, numFailedTests: 1, testResults: [] };
	const unread = { status: 'failed', assertionResults: [] };
	expect(vitestTally(report)).toEqual({ passed: 3, failed: 1 });
	expect(vitestTally({ ...report, testResults: [unread] })).toEqual({ passed: 3, failed: 2 });
	expect(vitestTally({ ...report, numFailedTests: 0 })).toEqual({ passed: 3, failed: 1 });
	expect(vitestTally({ ...report, success: true, numFailedTests: 0 })).toEqual({ passed: 3, failed: 0 });
});

test('an errand that passed only at the second try has failed', () => {
	const stats = { expected: 5, unexpected: 1, flaky: 1 };
	expect(playwrightTally({ stats, errors: [] })).toEqual({ passed: 5, failed: 2 });
	expect(playwrightTally({ stats, errors: ['no site'] })).toEqual({ passed: 5, failed: 3 });
});

test('a runner that wrote nothing, or left badly with a clean report, has failed', () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-tally-'));
	const file = path.join(folder, 'report.json');
	const read = (report: Tally): Tally => report;
	expect(tallyFrom(file, 0, read)).toEqual({ passed: 0, failed: 1 });
	fs.writeFileSync(file, JSON.stringify({ passed: 4, failed: 0 }));
	expect(tallyFrom(file, 0, read)).toEqual({ passed: 4, failed: 0 });
	expect(tallyFrom(file, 1, read)).toEqual({ passed: 4, failed: 1 });
	fs.rmSync(folder, { recursive: true });
});
