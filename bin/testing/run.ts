import { Trouble } from '../trouble.ts';

/** `missed` names what failed, a few lines each: read again at the end of the run, which is what a build keeps of it. */
export type Tally = { readonly passed: number; readonly failed: number; readonly missed?: readonly string[] };

/** One step of `npm test`. What it throws counts as one failure; the steps after it run all the same. */
export type Step = { readonly name: string; readonly about: string; run(): Promise<Tally> };

/** Runs the steps in order, each with a line of its own at the end of it; gives the sum. */
export async function runSteps(
	steps: readonly Step[],
	say: (line: string) => void,
	isStopped = () => false,
): Promise<Tally> {
	const lines: string[] = [];
	const missed: string[] = [];
	let sum: Tally = { passed: 0, failed: 0 };
	for (const step of steps) {
		if (isStopped()) return stoppedBefore(step, sum, say);
		say(`\n── ${step.name}: ${step.about}`);
		const began = performance.now();
		const tally = await runStep(step, say);
		sum = add(sum, tally);
		lines.push(`${tally.failed > 0 ? '✗' : '✓'} ${step.name.padEnd(7)} ${summary(tally)} (${seconds(began)} s)`);
		say(lines.at(-1) ?? '');
		missed.push(...(tally.missed ?? []).map((one) => `✗ ${step.name}: ${one}`));
	}
	say(`\n${[...missed, ...lines].join('\n')}\n`);
	return sum;
}

function stoppedBefore({ name }: Step, sum: Tally, say: (line: string) => void): Tally {
	say(`\nstopped before ${name}\n`);
	return add(sum, { passed: 0, failed: 1 });
}

export function summary({ passed, failed }: Tally): string {
	return `${passed} passed, ${failed} failed`;
}

export function add(one: Tally, other: Tally): Tally {
	return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

async function runStep(step: Step, say: (line: string) => void): Promise<Tally> {
	try {
		const tally = await step.run();
		// A step that looked at nothing has shown nothing.
		return tally.passed + tally.failed > 0 ? tally : { passed: 0, failed: 1 };
	} catch (error) {
		const missed = toldOf(error);
		say(missed);
		return { passed: 0, failed: 1, missed: [missed] };
	}
}

function toldOf(error: unknown): string {
	if (error instanceof Trouble) return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function seconds(began: number): string {
	return ((performance.now() - began) / 1000).toFixed(1);
}
