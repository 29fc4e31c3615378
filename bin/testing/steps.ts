import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from '../build.ts';
import { chromium } from './chromium.ts';
import { add, type Step, type Tally } from './run.ts';
import { checkWith, drillTally, playwrightTally, ROOT, runOwn, runTool, tallyFrom, vitestTally } from './tool.ts';

/** The steps of `npm test`, the quickest to fail first. */
export const STEPS: readonly Step[] = [
	{ name: 'types', about: 'types of everything, components too', run: types },
	{
		name: 'lint',
		about: 'what a reader would stumble over',
		run: () => checkWith('biome', ['lint', '--error-on-warnings']),
	},
	{ name: 'checks', about: 'who may import whom, nothing unused, and checks over the whole code', run: checks },
	{
		name: 'unit',
		about: 'tests beside the code, on a PostgreSQL of their own',
		run: () => vitest(['src', 'bin', 'db', 'drills']),
	},
	{ name: 'build', about: 'the site can be built', run: build },
	{ name: 'drills', about: 'nodes and their database are killed, lines are cut, while people write', run: drills },
	{ name: 'e2e', about: 'errands of people, in a browser', run: errands },
];

async function types(): Promise<Tally> {
	const synced = await checkWith('svelte-kit', ['sync']);
	const made = await makeClient();
	// What is left of a route that is gone would still be reported.
	fs.rmSync(path.join(ROOT, '.svelte-kit/.svelte-check'), { recursive: true, force: true });
	return [
		synced,
		made,
		await checkWith('svelte-check', ['--tsgo', '--threshold', 'error', '--output', 'human']),
	].reduce(add);
}

/** Pages import the names of the modules of the chat and of the two tallies, and only a build writes those names down. */
const MADE_BY = {
	'src/lib/chat/ui/made/script.ts': ['vite.client.config.ts'],
	'src/routes/staff/tally/made/script.ts': ['vite.tally.config.ts'],
	'src/routes/staff/events/tally/made/script.ts': ['vite.tally.config.ts', '--mode', 'heads'],
};

async function makeClient(): Promise<Tally> {
	const missing = Object.entries(MADE_BY).filter(([made]) => !fs.existsSync(path.join(ROOT, made)));
	const builds = missing.map(([, how]) => checkWith('vite', ['build', '--config', ...how, '--logLevel', 'error']));
	return (await Promise.all(builds)).reduce(add, { passed: 0, failed: 0 });
}

async function checks(): Promise<Tally> {
	const places = ['src', 'bin', 'bench', 'checks', 'drills', 'e2e'].filter((place) =>
		fs.existsSync(path.join(ROOT, place)),
	);
	const imports = await checkWith('depcruise', [
		'--config',
		'.dependency-cruiser.mjs',
		'--output-type',
		'err',
		...places,
	]);
	const orphans = await checkWith('knip', ['--no-config-hints']);
	return [imports, orphans, await vitest(['checks'])].reduce(add);
}

async function vitest(places: readonly string[]): Promise<Tally> {
	return withReport(async (report) => {
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
		const code = await runTool('vitest', ['run', ...reporters, ...places.map((place) => `${ROOT}/${place}/`)]);
		return tallyFrom(report, code, vitestTally);
	});
}

async function build(): Promise<Tally> {
	const isNew = buildIfNeeded(ROOT, (sentence) => process.stdout.write(`${sentence}\n`));
	process.stdout.write(isNew ? 'built\n' : 'nothing changed since the last build\n');
	return { passed: 1, failed: 0 };
}

/** The short form, with one planted fault; the long one by hand: `bin/drill night`. */
async function drills(): Promise<Tally> {
	return withReport(async (report) => {
		const code = await runOwn('drills/run.ts', ['short'], { SILTA_DRILL_REPORT: report });
		return tallyFrom(report, code, drillTally);
	});
}

async function errands(): Promise<Tally> {
	const browser = chromium();
	return withReport(async (report) => {
		const more = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
		const code = await runTool('playwright', ['test', '--reporter=list,json'], more);
		return tallyFrom(report, code, playwrightTally);
	});
}

async function withReport(work: (file: string) => Promise<Tally>): Promise<Tally> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-report-'));
	try {
		return await work(path.join(folder, 'report.json'));
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}
