import { makeNetwork, type Network } from './common/network.ts';
import { cutLines } from './cut/cut.ts';
import { isFaultless, line, type Verdict } from './kill/judge.ts';
import { killDatabase, killNodes } from './kill/kill.ts';
import { raceForClaims } from './nodes/claims.ts';
import { severalNodes } from './nodes/nodes.ts';

const HELP = `bin/drill short | night | NAME [COUNT] [--fault FAULT]

Breaks things on purpose on a site of its own (two nodes, keystore, database) and counts. One line for each drill; the
exit code is 1 if anything was missed.

  short     a few of each, as npm test does it
  night     app 500, database 300, cuts 100, claims 200; then each planted fault, which must be seen
            (other counts: bin/drill night app=60 database=40 cuts=100 claims=200)
  app       P01: nodes are killed while people write
  database  P02: so is the database
  cuts      P03: lines are cut
  claims    P07: fifty claim one conversation at once, on two nodes
  nodes     two nodes are one site: talk, queue, presence, forgetting, keystore away

Faults: trusting, new-id, forgetful (app, database, cuts), lazy-disk (database), two-holders (claims)
`;

type Outcome = { readonly line: string; readonly isGood: boolean };
type Drill = (network: Network, count: number, fault?: string) => Promise<Outcome>;

const DRILLS: Readonly<Record<string, { run: Drill; short: number; night: number; usual: number; faults: string[] }>> =
	{
		app: {
			run: async (network, count, fault) =>
				judged('P01 kill-app', `${count} kills`, await killNodes(network, count, fault)),
			...{ short: 2, night: 500, usual: 60, faults: ['trusting'] },
		},
		database: {
			run: async (network, count, fault) =>
				judged('P02 kill-database', `${count} kills`, await killDatabase(network, count, fault)),
			...{ short: 2, night: 300, usual: 40, faults: ['lazy-disk'] },
		},
		cuts: {
			run: async (network, count, fault) => {
				const { cuts, ...verdict } = await cutLines(network, count, fault);
				return judged('P03 cut-lines', `${cuts} of ${count} cuts`, verdict, cuts === count);
			},
			...{ short: 16, night: 100, usual: 100, faults: ['new-id', 'forgetful', 'trusting'] },
		},
		claims: {
			run: async (network, count, fault) => {
				const { rounds, winners, wrong } = await raceForClaims(network, count, fault);
				return { line: `P07 claims: ${rounds} races, ${winners} winners, ${wrong} wrong`, isGood: wrong === 0 };
			},
			...{ short: 3, night: 200, usual: 200, faults: ['two-holders'] },
		},
		nodes: {
			run: async (network) => {
				const { count, missed } = await severalNodes(network);
				const names = missed.map((name) => `\n  missed: ${name}`).join('');
				return { line: `several nodes: ${count} checks, ${missed.length} missed${names}`, isGood: missed.length === 0 };
			},
			...{ short: 1, night: 1, usual: 1, faults: [] },
		},
	};

/** So many are enough to see a planted fault. */
const WITH_FAULT: Readonly<Record<string, number>> = { app: 3, database: 4, cuts: 12, claims: 1 };

process.exitCode = await main(process.argv.slice(2));
process.exit();

async function main([name = '--help', ...rest]: string[]): Promise<number> {
	const isAll = name === 'short' || name === 'night';
	if (!isAll && !DRILLS[name]) {
		process.stdout.write(HELP);
		return name === '--help' ? 0 : 2;
	}
	const network = await makeNetwork();
	try {
		return isAll ? await all(network, name, rest) : await one(network, name, rest);
	} finally {
		await network.end();
	}
}

async function all(network: Network, form: 'short' | 'night', rest: string[]): Promise<number> {
	let missed = 0;
	for (const [name, drill] of Object.entries(DRILLS)) {
		const given = rest.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
		missed += Number(!say(await drill.run(network, Number(given ?? drill[form]))));
	}
	for (const [name, fault] of form === 'night' ? plants() : [['cuts', 'new-id'] as const]) {
		missed += Number(!(await isSeen(network, name, fault)));
	}
	return missed > 0 ? 1 : 0;
}

function plants(): (readonly [string, string])[] {
	return Object.entries(DRILLS).flatMap(([name, { faults }]) => faults.map((fault) => [name, fault] as const));
}

/** A drill that cannot see a planted fault proves nothing. */
async function isSeen(network: Network, name: string, fault: string): Promise<boolean> {
	const outcome = await DRILLS[name]?.run(network, WITH_FAULT[name] ?? 1, fault);
	const isFound = outcome?.isGood === false;
	process.stdout.write(`planted ${fault}: ${isFound ? 'seen' : 'NOT SEEN'} (${outcome?.line})\n`);
	return isFound;
}

async function one(network: Network, name: string, [first, ...rest]: string[]): Promise<number> {
	const words = [first ?? '', ...rest];
	const at = words.indexOf('--fault');
	const count = /^\d+$/.test(first ?? '') ? Number(first) : (DRILLS[name]?.usual ?? 1);
	const outcome = await DRILLS[name]?.run(network, count, at < 0 ? undefined : words[at + 1]);
	return outcome && say(outcome) ? 0 : 1;
}

function say({ line: text, isGood }: Outcome): boolean {
	process.stdout.write(`${text}${isGood ? '' : '  ← MISSED'}\n`);
	return isGood;
}

/** A run in which hardly anybody got through proves nothing either. */
function judged(name: string, count: string, verdict: Verdict, isWhole = true): Outcome {
	return { line: line(name, count, verdict), isGood: isWhole && isFaultless(verdict) && verdict.acked > 20 };
}
