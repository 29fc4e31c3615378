import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Trouble } from '../trouble.ts';
import { runSteps, type Step, summary, type Tally } from './run.ts';
import { drillTally, playwrightTally, tallyFrom, vitestTally } from './tool.ts';

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

test('what failed is named once more at the end of the run, with the first lines of why', async () => {
	const spec = (title: string, ok: boolean) => ({
		...{ title, ok, tests: [{ results: [{ error: ok ? {} : { message: 'no such button' } }] }] },
	});
	const suites = [
		{ title: 'a.ts', suites: [{ title: 'desk', specs: [spec('is open', false), spec('is shut', true)] }] },
	];
	const errand = playwrightTally({ stats: { expected: 1, unexpected: 1, flaky: 0 }, errors: [], suites });
	const drill = drillTally([
		{ line: `P01: 3 lost${'\n  lost: one'.repeat(20)}`, isGood: false },
		{ line: 'P02: 0 lost', isGood: true },
	]);
	const lines: string[] = [];
	await runSteps([step('e2e', async () => errand), step('drills', async () => drill)], (line) => lines.push(line));
	const end = lines.at(-1) ?? '';
	expect(end).toContain('✗ e2e: desk: is open\n    no such button\n');
	expect(end).toContain('✗ drills: P01: 3 lost\n');
	expect(end.match(/lost: one/g)).toHaveLength(7);
	expect(end).not.toMatch(/is shut|P02/);
});

test('a step that looked at nothing has failed', async () => {
	const sum = await runSteps([step('one', async () => ({ passed: 0, failed: 0 }))], () => undefined);
	expect(sum).toEqual({ passed: 0, failed: 1 });
});

test('a test file that could not be read, or a fault outside all tests, is a failure', () => {
	const report = { success: false, numPassedTests: 3, numFailedTests: 1, testResults: [] };
	const unread = { name: 'half.test.ts', status: 'failed', message: 'no such import', assertionResults: [] };
	expect(vitestTally(report)).toMatchObject({ passed: 3, failed: 1 });
	expect(vitestTally({ ...report, testResults: [unread] })).toEqual({
		...{ passed: 3, failed: 2, missed: ['half.test.ts\n    no such import'] },
	});
	expect(vitestTally({ ...report, numFailedTests: 0 })).toMatchObject({ passed: 3, failed: 1 });
	expect(vitestTally({ ...report, success: true, numFailedTests: 0 })).toMatchObject({ passed: 3, failed: 0 });
});

test('an errand that passed only at the second try has failed', () => {
	const stats = { expected: 5, unexpected: 1, flaky: 1 };
	expect(playwrightTally({ stats, errors: [] })).toMatchObject({ passed: 5, failed: 2 });
	const errors = [{ message: 'no site' }];
	expect(playwrightTally({ stats, errors })).toMatchObject({ passed: 5, failed: 3 });
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
