import { freePort } from '../../bin/postgres/cluster.ts';
import { guessNear, openLive, sourceAt, tryCode } from '../../drills/codes/codes.ts';
import { judge, percentile, printTable, say, shown } from '../common/figures.ts';
import { machine } from '../common/processor.ts';
import { cleanly, scratchFolder } from '../common/scratch.ts';
import { startSite } from '../common/server.ts';

/** `node bench/signin/run.ts`: how fast people come back with their codes, in quiet and while others guess codes. */
const LIVE = 200;
const COMING = 300;
const AT_ONCE = 4;
const GUESSING = 1_000;
const GOAL = { perSecond: 20, ms: 150 };

type Measured = { readonly perSecond: number; readonly median: number; readonly p95: number };

await cleanly(async () => {
	say(`Return codes: ${LIVE} live, ${COMING} come back, ${AT_ONCE} at once. ${machine()}\n`);
	const { url } = await startSite(await freePort(), scratchFolder('signin'));
	const codes = await openAll(url);
	await comeBack(url, codes);
	const quiet = await comeBack(url, codes);
	const storm = beginGuessing(url, codes);
	await new Promise((resolve) => setTimeout(resolve, 3_000));
	const stormy = await comeBack(url, codes);
	const guesses = await storm.stop();
	printTable(['codes', 'a second', 'median ms', 'p95 ms'], [row('in quiet', quiet), row(`${GUESSING} guess`, stormy)]);
	say(`\n${guesses} wrong codes meanwhile; a right one took ${shown(stormy.median / quiet.median)} times as long.\n`);
	judge(`at least ${GOAL.perSecond} a second`, stormy.perSecond >= GOAL.perSecond, shown(stormy.perSecond));
	judge(`within ${GOAL.ms} ms (p95)`, stormy.p95 <= GOAL.ms, `${shown(stormy.p95)} ms`);
});

async function openAll(url: string): Promise<string[]> {
	const codes: string[] = [];
	for (let number = 0; number < LIVE; number += 1) codes.push(await openLive(url, number));
	return codes;
}

async function comeBack(url: string, codes: readonly string[]): Promise<Measured> {
	const times: number[] = [];
	const begun = performance.now();
	const comeEach = async (first: number): Promise<void> => {
		for (let number = first; number < COMING; number += AT_ONCE) {
			const code = codes[number % codes.length] ?? '';
			const { isIn, ms } = await tryCode(url, code, { from: sourceAt(number), who: 'owner' });
			if (!isIn) throw new Error('a right code was not let in');
			times.push(ms);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => comeEach(first)));
	const seconds = (performance.now() - begun) / 1_000;
	return { perSecond: times.length / seconds, median: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

function beginGuessing(url: string, codes: readonly string[]): { stop(): Promise<number> } {
	const state = { isOn: true, guesses: 0 };
	const guessEach = async (place: number): Promise<void> => {
		while (state.isOn) {
			await tryCode(url, guessNear(codes), { from: sourceAt(place), who: 'guesser' }).catch(() => undefined);
			state.guesses += 1;
		}
	};
	const all = Array.from({ length: GUESSING }, (_, place) => guessEach(place));
	return {
		async stop() {
			state.isOn = false;
			await Promise.all(all);
			return state.guesses;
		},
	};
}

function row(name: string, { perSecond, median, p95 }: Measured): string[] {
	return [name, shown(perSecond), shown(median), shown(p95)];
}
