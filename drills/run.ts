import fs from 'node:fs';
import { makeNetwork, type Network } from './common/network.ts';
import { listed, type Outcome } from './common/outcome.ts';
import { countTheMonth } from './figures/figures.ts';
import { databaseAway } from './away/away.ts';
import { guessCodes } from './codes/guessing.ts';
import { keepTime } from './clock/clock.ts';
import { cutLines } from './cut/cut.ts';
import { busyDay } from './day/day.ts';
import { sendEveryField } from './fields/fields.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { isFaultless, line, type Verdict } from './kill/judge.ts';
import { liveByShifts } from './opening/opening.ts';
import { killDatabase, killNodes } from './kill/kill.ts';
import { raceForClaims } from './nodes/claims.ts';
import { sendMails } from './mails/mails.ts';
import { severalNodes } from './nodes/nodes.ts';
import { liveSeason } from './season/season.ts';
import { remindEverybody } from './reminders/reminders.ts';
import { raceForShifts } from './shifts/shifts.ts';
import { shredOldBackups } from './shred/shred.ts';
import { typeSecrets } from './secrets/secrets.ts';
import { countDay } from './tally/tally.ts';
import { sendFiles, type Uploaded } from './uploads/uploads.ts';

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
  shifts    P07: fifty press for one place of a shift at once, and for one that is given on
  nodes     two nodes are one site: talk, queue, presence, forgetting, keystore away
  uploads   P27: hostile files are sent, the whole collection so many times
  clock     P41: so many courses over twenty years of clock changes, against a walk minute by minute
  opening   P50: a year of shifts in so many steps, against a walk minute by minute
  codes     P30: return codes are guessed, so many times
  away      P42: the database of a node goes away, so many times
  secrets   P31: secret numbers are typed into everything, then everything is searched for them
  fields    P13: every form is sent every column's name
  figures   a month in which so many come; then every figure is recounted from what happened
  season    a year of the model project's events, planned and closed by the forms; then every line is recounted
  reminders so many are reminded once, in their language, while carriers are away and nodes are killed
  fuzz      P20: so many requests that nobody should send
  shred     P32, P34: sixty days of a site with so many conversations; then every copy is searched and attacked
  mails     so many mails come in, while a node is killed and the mailbox goes away: each is in a case, once
  tally     a counselling day of so many steps on four phones without a network, that undo, die and send twice
  day       a busy day: so many people are answered, while nodes, keystore and database are killed in turn

Faults: trusting (app, cuts, uploads), lazy-disk (database), new-id (cuts, day), forgetful (cuts, mails), two-holders (claims),
        talkative (uploads), few-codes, slow-owners (codes), never-back, node-dies (away), published (secrets), by-hours, winter (clock),
        forgetful, winter, no-holidays (opening), two-takers (shifts),
        taken, shown (fields), careless (fuzz), words-in-log, keys-put-back (shred), mixed-up (day),
        new-id, forgetful (tally),
        counted-twice, half-reversed (figures, season), nobody-calls (season), lossy (mails),
        forgetful, one-language (reminders)
`;

type Drill = (network: Network, count: number, fault?: string) => Promise<Outcome>;

const DRILLS: Readonly<Record<string, { run: Drill; short: number; night: number; usual: number; faults: string[] }>> =
	{
		app: {
			run: async (network, count, fault) =>
				judged('P01 kill-app', `${count} kills`, await killNodes(network, count, fault)),
			...{ short: 60, night: 500, usual: 60, faults: ['trusting'] },
		},
		database: {
			run: async (network, count, fault) =>
				judged('P02 kill-database', `${count} kills`, await killDatabase(network, count, fault)),
			...{ short: 40, night: 300, usual: 40, faults: ['lazy-disk'] },
		},
		cuts: {
			run: async (network, count, fault) => {
				const { cuts, ...verdict } = await cutLines(network, count, fault);
				return judged('P03 cut-lines', `${cuts} of ${count} cuts`, verdict, cuts === count);
			},
			...{ short: 100, night: 100, usual: 100, faults: ['new-id', 'forgetful', 'trusting'] },
		},
		claims: {
			run: async (network, count, fault) => {
				const { rounds, winners, wrong } = await raceForClaims(network, count, fault);
				return { line: `P07 claims: ${rounds} races, ${winners} winners, ${wrong} wrong`, isGood: wrong === 0 };
			},
			...{ short: 3, night: 200, usual: 200, faults: ['two-holders'] },
		},
		shifts: {
			run: raceForShifts,
			...{ short: 3, night: 200, usual: 200, faults: ['two-takers'] },
		},
		nodes: {
			run: async (network) => {
				const { count, missed } = await severalNodes(network);
				const told = `several nodes: ${count} checks, ${missed.length} missed${listed('missed', missed)}`;
				return { line: told, isGood: missed.length === 0 };
			},
			...{ short: 1, night: 1, usual: 1, faults: [] },
		},
		shred: {
			run: (_network, count, fault) => shredOldBackups(count, fault),
			...{ short: 24, night: 300, usual: 60, faults: ['words-in-log', 'keys-put-back'] },
		},
		tally: {
			run: countDay,
			...{ short: 120, night: 4_000, usual: 600, faults: ['new-id', 'forgetful'] },
		},
		day: {
			run: busyDay,
			...{ short: 12, night: 400, usual: 60, faults: ['new-id', 'mixed-up'] },
		},
		mails: {
			run: sendMails,
			...{ short: 100, night: 1_000, usual: 300, faults: ['forgetful', 'lossy'] },
		},
		codes: {
			run: guessCodes,
			...{ short: 3_000, night: 100_000, usual: 20_000, faults: ['few-codes', 'slow-owners'] },
		},
		away: {
			run: databaseAway,
			...{ short: 2, night: 30, usual: 6, faults: ['never-back', 'node-dies'] },
		},
		uploads: {
			run: async (network, count, fault) => uploaded(await sendFiles(network, count, fault)),
			...{ short: 1, night: 3, usual: 1, faults: ['trusting', 'talkative'] },
		},
		secrets: {
			run: typeSecrets,
			...{ short: 1, night: 10, usual: 1, faults: ['published'] },
		},
		fields: {
			run: (network, _, fault) => sendEveryField(network, fault),
			...{ short: 1, night: 1, usual: 1, faults: ['taken', 'shown'] },
		},
		figures: {
			run: (_network, count, fault) => countTheMonth(count, fault),
			...{ short: 24, night: 200, usual: 100, faults: ['counted-twice', 'half-reversed'] },
		},
		clock: {
			run: (_network, count, fault) => keepTime(count, fault),
			...{ short: 300, night: 10_000, usual: 2_000, faults: ['by-hours', 'winter'] },
		},
		opening: {
			run: (_network, steps, fault) => liveByShifts(steps, fault),
			...{ short: 130, night: 3_000, usual: 1_000, faults: ['forgetful', 'winter', 'no-holidays'] },
		},
		season: {
			run: (_network, weeks, fault) => liveSeason(weeks, fault),
			...{ short: 12, night: 50, usual: 50, faults: ['counted-twice', 'half-reversed', 'nobody-calls'] },
		},
		reminders: {
			run: (_network, count, fault) => remindEverybody(count, fault),
			...{ short: 9, night: 300, usual: 70, faults: ['forgetful', 'one-language'] },
		},
		fuzz: {
			run: fuzz,
			...{ short: 1_500, night: 200_000, usual: 10_000, faults: ['careless'] },
		},
	};

/** So many are enough to see a planted fault. */
const WITH_FAULT: Readonly<Record<string, number>> = {
	...{ clock: 40, opening: 60, codes: 2_000, away: 1, fuzz: 3_000, tally: 200 },
	...{
		app: 3,
		database: 4,
		cuts: 12,
		claims: 1,
		shifts: 1,
		shred: 24,
		day: 12,
		figures: 24,
		mails: 60,
		season: 12,
		reminders: 14,
	},
};

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
	const outcomes: Outcome[] = [];
	for (const [name, drill] of Object.entries(DRILLS)) {
		const given = rest.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
		outcomes.push(say(await timed(name, () => drill.run(network, Number(given ?? drill[form])))));
	}
	for (const [name, fault] of form === 'night' ? plants() : [['cuts', 'new-id'] as const]) {
		outcomes.push(say(await timed(`${name} --fault ${fault}`, () => isSeen(network, name, fault))));
	}
	report(outcomes);
	return outcomes.some(({ isGood }) => !isGood) ? 1 : 0;
}

/** A drill that breaks down has missed, and the ones after it are run all the same. */
async function timed(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
	const began = performance.now();
	const { line: told, isGood } = await run().catch((error: Error) => ({
		line: `${name}: ${error.stack}`,
		isGood: false,
	}));
	return { line: `${told} (${((performance.now() - began) / 1000).toFixed(0)} s)`, isGood };
}

/** For `npm test`, which says at its very end what was missed. */
function report(outcomes: readonly Outcome[]): void {
	const file = process.env.SILTA_DRILL_REPORT;
	if (file) fs.writeFileSync(file, JSON.stringify(outcomes));
}

function plants(): (readonly [string, string])[] {
	return Object.entries(DRILLS).flatMap(([name, { faults }]) => faults.map((fault) => [name, fault] as const));
}

/** A drill that cannot see a planted fault proves nothing. */
async function isSeen(network: Network, name: string, fault: string): Promise<Outcome> {
	const outcome = await DRILLS[name]?.run(network, WITH_FAULT[name] ?? 1, fault);
	const isFound = outcome?.isGood === false;
	return { line: `planted ${fault}: ${isFound ? 'seen' : 'NOT SEEN'} (${outcome?.line})`, isGood: isFound };
}

async function one(network: Network, name: string, [first, ...rest]: string[]): Promise<number> {
	const words = [first ?? '', ...rest];
	const at = words.indexOf('--fault');
	const count = /^\d+$/.test(first ?? '') ? Number(first) : (DRILLS[name]?.usual ?? 1);
	const outcome = await DRILLS[name]?.run(network, count, at < 0 ? undefined : words[at + 1]);
	return outcome && say(outcome).isGood ? 0 : 1;
}

function say(outcome: Outcome): Outcome {
	process.stdout.write(`${outcome.line}${outcome.isGood ? '' : '  ← MISSED'}\n`);
	return outcome;
}

/** A run in which hardly anybody got through proves nothing either. */
function judged(name: string, count: string, verdict: Verdict, isWhole = true): Outcome {
	return { line: line(name, count, verdict), isGood: isWhole && isFaultless(verdict) && verdict.acked > 20 };
}

/** What the site stops at is a little more than what may be used: nobody looks all the time. */
function uploaded({ files, taken, missed, costs }: Uploaded): Outcome {
	const { seconds, megabytes, longestMs } = costs;
	const dear = `at most ${seconds.toFixed(1)} s and ${megabytes.toFixed(0)} MB for one`;
	const told = listed('missed', missed);
	const figures = `${files} files, ${taken} taken, ${missed.length} missed, ${dear}`;
	return {
		line: `P27 uploads: ${figures}, others waited ${longestMs.toFixed(0)} ms at most${told}`,
		isGood: missed.length === 0 && taken > 30 && seconds < 5 && megabytes < 400,
	};
}
