import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Tally } from './run.ts';

export const ROOT = path.join(import.meta.dirname, '../..');

/** Of one failure. */
const LINES_TOLD = 8;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program that npm brought, its words on our terminal; gives its exit code. It stands in a process group of its
 * own and hears of a signal once, from us: a second one would keep it from clearing up.
 */
export function runTool(name: string, args: readonly string[], more: Record<string, string> = {}): Promise<number> {
	return runProgram(fs.realpathSync(path.join(ROOT, 'node_modules/.bin', name)), args, more);
}

/** The same for a program of our own, named from the checkout's root. */
export function runOwn(file: string, args: readonly string[], more: Record<string, string> = {}): Promise<number> {
	return runProgram(path.join(ROOT, file), args, more);
}

function runProgram(program: string, args: readonly string[], more: Record<string, string>): Promise<number> {
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
		cwd: ROOT,
		detached: true,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...more },
	});
	let isTold = false;
	const tell = (): void => {
		if (!isTold) child.kill('SIGINT');
		isTold = true;
	};
	for (const signal of SIGNALS) process.on(signal, tell);
	return new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	}).finally(() => {
		for (const signal of SIGNALS) process.off(signal, tell);
	});
}

/** Says from now on whether somebody wants us to stop. */
export function watchSignals(): () => boolean {
	let isStopped = false;
	for (const signal of SIGNALS) {
		process.on(signal, () => {
			isStopped = true;
		});
	}
	return () => isStopped;
}

/** A tool that only says yes or no counts as one check. */
export async function checkWith(name: string, args: readonly string[]): Promise<Tally> {
	const isGood = (await runTool(name, args)) === 0;
	return { passed: Number(isGood), failed: Number(!isGood) };
}

type VitestReport = {
	success: boolean;
	numPassedTests: number;
	numFailedTests: number;
	testResults: {
		name: string;
		status: string;
		message?: string;
		assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
	}[];
};

/** A file that could not even be read counts as one failure, and so does a fault outside all tests. */
export function vitestTally(report: VitestReport): Tally {
	const unread = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
	const failed = report.numFailedTests + unread.length;
	const missed = [
		...unread.map(({ name, message }) => told(name, message)),
		...report.testResults.flatMap(({ name, assertionResults }) =>
			assertionResults
				.filter(({ status }) => status === 'failed')
				.map(({ fullName, failureMessages }) => told(`${name}: ${fullName}`, failureMessages?.[0])),
		),
	];
	return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed, missed };
}

type PlaywrightReport = {
	stats: { expected: number; unexpected: number; flaky: number };
	errors: { message?: string }[];
	suites?: Suite[];
};
type Suite = { title: string; suites?: Suite[]; specs?: Spec[] };
type Spec = { title: string; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] };

export function playwrightTally({ stats, errors, suites = [] }: PlaywrightReport): Tally {
	const missed = [...errors.map(({ message }) => told('outside all errands', message)), ...suites.flatMap(missedIn)];
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, missed };
}

function missedIn({ title, suites = [], specs = [] }: Suite): string[] {
	const own = specs.filter(({ ok }) => !ok).map((spec) => told(`${title}: ${spec.title}`, firstError(spec)));
	return [...own, ...suites.flatMap(missedIn)];
}

function firstError({ tests }: Spec): string | undefined {
	return tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message;
}

type DrillReport = { line: string; isGood: boolean }[];

export function drillTally(outcomes: DrillReport): Tally {
	const missed = outcomes.filter(({ isGood }) => !isGood).map(({ line }) => told(line));
	return { passed: outcomes.length - missed.length, failed: missed.length, missed };
}

/** Enough to know what to look for; all of it stands further up. */
function told(name: string, why = ''): string {
	return `${name}\n${why}`.replaceAll(`${ROOT}/`, '').trim().split('\n').slice(0, LINES_TOLD).join('\n    ');
}

/** What a runner wrote down, turned into a tally; nothing written, or a bad exit all the same, is a failure. */
export function tallyFrom<Report>(file: string, code: number, read: (report: Report) => Tally): Tally {
	if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
	const tally = read(JSON.parse(fs.readFileSync(file, 'utf8')));
	return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
