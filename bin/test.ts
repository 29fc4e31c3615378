import { runSteps, summary } from './testing/run.ts';
import { STEPS } from './testing/steps.ts';
import { watchSignals } from './testing/tool.ts';

const HELP = `npm test [-- --only NAME,NAME]

${STEPS.map(({ name, about }) => `  ${name.padEnd(7)} ${about}`).join('\n')}

The last line says how many checks and tests passed and failed; the exit code is 1 if any failed.
The errands need a Chromium: Debian's chromium-headless-shell or chromium, or the one that CHROMIUM names; as root it is
installed by apt-get.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const wanted = wantedOf(args);
	const unknown = wanted?.find((name) => !STEPS.some((step) => step.name === name));
	if (unknown !== undefined || (args.length > 0 && !wanted)) {
		process.stderr.write(
			`npm test: ${unknown ? `there is no step "${unknown}"` : `what is ${args.join(' ')}?`}\n\n${HELP}`,
		);
		return 2;
	}
	const steps = STEPS.filter(({ name }) => !wanted || wanted.includes(name));
	const tally = await runSteps(steps, (line) => process.stdout.write(`${line}\n`), watchSignals());
	process.stdout.write(`${summary(tally)}\n`);
	return tally.failed > 0 || tally.passed === 0 ? 1 : 0;
}

/** `--only a,b` or `--only=a,b`; undefined when all are wanted or the words make no sense. */
function wantedOf(args: string[]): string[] | undefined {
	const [first = '', ...rest] = args.join(' ').split(/[\s=]/);
	return first === '--only' ? rest.join(',').split(',').filter(Boolean) : undefined;
}
