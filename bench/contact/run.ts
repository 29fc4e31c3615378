import { randomUUID } from 'node:crypto';
import { freePort } from '../../bin/postgres/cluster.ts';
import { makeDatabases } from '../chat/databases.ts';
import { judge, percentile, printTable, say, shown } from '../common/figures.ts';
import { machine, processorMs } from '../common/processor.ts';
import { Visit } from '../common/request.ts';
import { cleanly, scratchFolder } from '../common/scratch.ts';
import { startServer, startSite } from '../common/server.ts';
import { typists } from './typists.ts';

/** `node bench/contact/run.ts`: what it costs to record a phone contact, the machine and the person. */
const CONTACTS = 200;
const WARMING = 100;
const ROUNDS = 3;
const GOAL = { processorMs: 10, seconds: 15 };

type Measured = { readonly name: string; readonly processor: number; readonly median: number; readonly p95: number };
type Deed = () => Promise<void>;

await cleanly(async () => {
	say(`A phone contact, ${CONTACTS} in each of ${ROUNDS} rounds, one after the other. ${machine()}\n`);
	const urls = await makeDatabases(scratchFolder('postgres'), ['floor', 'site']);
	const floor = await startServer({
		...{ args: ['bench/contact/floor.ts'], port: await freePort(), ready: 'the floor is ready' },
		environment: { DATABASE_URL: urls.floor },
	});
	const site = await startSite(await freePort(), scratchFolder('contact'), { DATABASE_URL: urls.site });
	const desk = await atDesk(site.url);
	const bare = new Visit(floor.url);
	const sides: readonly [string, number, Deed][] = [
		['floor: one row', floor.pid, async () => void (await bare.postForm('/', phoneContact()))],
		['site: recorded', site.pid, () => record(desk)],
		['site: recorded, and the form for the next one', site.pid, () => recordAndGoOn(desk)],
	];
	for (const [, , deed] of sides) await repeat(WARMING, deed);
	const measured: Measured[] = [];
	for (const [name, pid, deed] of sides) measured.push(await medianOf(name, pid, deed));
	const rows = measured.map(({ name, processor, median, p95 }) => [name, shown(processor), shown(median), shown(p95)]);
	printTable(['', 'processor ms', 'median ms', 'p95 ms'], rows);
	const spent = measured[1]?.processor ?? Number.NaN;
	say();
	judge(`at most ${GOAL.processorMs} ms of the processor to record it`, spent <= GOAL.processorMs, shown(spent));
	const { keys, secondsOfPages, seconds } = await typists(site.url);
	say(`\nBy the keyboard alone: ${keys} keys a contact, ${shown(secondsOfPages)} s of waiting for pages.`);
	judge(`at most ${GOAL.seconds} s of a trained person's time`, seconds <= GOAL.seconds, `${shown(seconds)} s`);
});

async function atDesk(url: string): Promise<Visit> {
	const visit = new Visit(url);
	await visit.postForm('/staff/sign-in', { demo: 'adviser' });
	return visit;
}

function phoneContact(): Record<string, string> {
	return {
		...{ clientId: randomUUID(), caseId: '', deskId: 'demo-kuopio', channel: 'phone', placeId: '', language: 'ru' },
		...{ topic: 'benefits', outcome: 'solved-together', minutes: '7', serviceId: '', need: '', stuckGuide: '' },
		...{ stuckStep: '', referredTo: '', ageBand: '', gender: '', note: '', answer: '' },
	};
}

async function record(desk: Visit): Promise<void> {
	const { status, headers } = await desk.postForm('/staff/cases/contact', phoneContact());
	if (status !== 303 || !headers.location?.includes('recorded=')) throw new Error(`not recorded: ${status}`);
}

async function recordAndGoOn(desk: Visit): Promise<void> {
	await record(desk);
	const { status } = await desk.get('/staff/cases/contact?recorded=1');
	if (status !== 200) throw new Error(`no form for the next one: ${status}`);
}

/** Of several rounds the one in the middle, by what the processor spent. */
async function medianOf(name: string, pid: number, deed: Deed): Promise<Measured> {
	const rounds: Measured[] = [];
	for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(name, pid, deed));
	return rounds.toSorted((a, b) => a.processor - b.processor)[Math.floor(ROUNDS / 2)] as Measured; // there are some
}

async function measure(name: string, pid: number, deed: Deed): Promise<Measured> {
	// A connection that rested may have been closed meanwhile.
	await deed().catch(() => deed());
	const before = processorMs(pid);
	const times = await repeat(CONTACTS, deed);
	const processor = (processorMs(pid) - before) / CONTACTS;
	return { name, processor, median: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

async function repeat(times: number, deed: Deed): Promise<number[]> {
	const each: number[] = [];
	for (let done = 0; done < times; done += 1) {
		const begun = performance.now();
		await deed();
		each.push(performance.now() - begun);
	}
	return each;
}
