import { mailServers } from '../../bin/testing/mail.ts';
import type { MailServers } from '../../bin/testing/mailConfig.ts';
import type { Network, Node } from '../common/network.ts';
import { listed, type Outcome } from '../common/outcome.ts';
import { broken, huge, idOf, letter, machines, OURS, personal, type Posted, shuffled } from './letters.ts';

/** One thread among all the others: the first letter and those that answer what we sent. */
const THREAD = 20;
const LONGEST_MS = 600_000;

/**
 * So many mails, each of them once in a case: mixed order, some twice, some read elsewhere, from a loop, forged, broken
 * or far too large; while two nodes read the mailbox, one of them is killed and the mailbox goes away for a while.
 * Faults: `forgetful`, nobody remembers what was taken; `lossy`, mails vanish before they are read.
 */
export async function sendMails(network: Network, count: number, fault?: string): Promise<Outcome> {
	const servers = await mailServers();
	const nodes: Node[] = [];
	try {
		await network.sql('truncate mailboxes, taken_mails');
		const before = await casesIn(network);
		const settings = {
			...{ IMAP_URL: servers.imapUrl('desk'), SMTP_URL: servers.smtpUrl, MAIL_FROM: OURS, MAIL_SECONDS: '1' },
			SILTA_ADDRESS: 'http://localhost',
		};
		nodes.push(await network.another(settings), await network.another(settings));
		await Promise.all(nodes.map((node) => node.start()));
		const plan = await post(network, { servers, nodes, count, fault });
		const missed = await differences(network, servers, { plan, before });
		const doubles = `${plan.twice} came twice, ${plan.seen} read elsewhere, 1 kill, mailbox once away`;
		return {
			line: `mails: ${plan.expected.taken} mails (${doubles}; ${servers.told}), ${missed.length} missed${listed('missed', missed)}`,
			isGood: missed.length === 0,
		};
	} finally {
		await Promise.all(nodes.map((node) => node.stop()));
		await servers.stop();
	}
}

type Posting = {
	readonly servers: MailServers;
	readonly nodes: readonly Node[];
	readonly count: number;
	readonly fault?: string;
};
type Plan = {
	readonly people: readonly string[];
	readonly twice: number;
	readonly seen: number;
	readonly expected: { readonly taken: number; readonly cases: number; readonly thread: number };
};

async function post(network: Network, { servers, nodes, count, fault }: Posting): Promise<Plan> {
	await servers.drop('desk', personal('thread'));
	const thanks = await eventually(
		async () => (await servers.mailsOf('thread'))[0],
		'the first letter was not thanked for',
	);
	const people = Array.from({ length: count - THREAD }, (_, at) => `person${at}`);
	const answers = Array.from({ length: THREAD - 1 }, (_, at) =>
		letter({ from: 'thread@mail.test', text: `Ещё ${at}`, answers: idOf(thanks) }),
	);
	const forged = letter({ from: 'mallory@mail.test', text: 'Что там?', answers: idOf(thanks) });
	const others = [...machines(), ...broken(), forged, huge()];
	const once = [...people.map(personal), ...answers, ...others];
	const twice = once.filter((raw, at) => at % 20 === 7 && raw.length < 100_000);
	const all = shuffled([...once, ...twice], Math.random).map((raw, at): Posted => ({ raw, seen: at % 5 === 0 }));
	const [first, second, third] = [0, 1, 2].map((part) => all.filter((_, at) => at % 3 === part));
	await dropAll(servers, first ?? []);
	await dropAll(servers, (second ?? []).slice(0, 10));
	await nodes[0]?.kill();
	await dropAll(servers, (second ?? []).slice(10));
	await servers.setUp(false);
	await dropAll(servers, (third ?? []).slice(fault === 'lossy' ? 3 : 0));
	await Promise.all([nodes[0]?.start(), pause(3_000)]);
	await servers.setUp(true);
	const cases = people.length + broken().length + 3;
	const plan = { people, twice: twice.length, seen: all.filter(({ seen }) => seen).length };
	const expected = { taken: once.length + 1, cases, thread: THREAD };
	if (fault === 'forgetful') await forget(network, expected.taken / 2);
	return { ...plan, expected };
}

async function dropAll(servers: MailServers, posted: readonly Posted[]): Promise<void> {
	for (const { raw, seen } of posted) await servers.drop('desk', raw, seen);
}

/** As if what was taken were not written down together with what it became. */
async function forget(network: Network, after: number): Promise<void> {
	await eventually(async () => ((await takenIn(network)) >= after ? true : undefined), 'hardly anything was taken');
	await network.sql('truncate taken_mails');
	await network.sql('update mailboxes set last_uid = 0');
}

type Compared = { readonly plan: Plan; readonly before: number };

async function differences(network: Network, servers: MailServers, { plan, before }: Compared): Promise<string[]> {
	const isDone = async () => ((await isQuiet(network)) ? true : undefined);
	await eventually(isDone, 'it did not come to an end').catch(() => undefined);
	const found = {
		taken: await takenIn(network),
		cases: (await casesIn(network)) - before,
		thread: await longestThread(network),
	};
	const { expected } = plan;
	return [
		...differ('mails taken', expected.taken, found.taken),
		...differ('cases', expected.cases, found.cases),
		...differ('letters in the thread', expected.thread, found.thread),
		...(await thanksMissing(servers, plan.people)),
	];
}

const differ = (what: string, expected: number, found: number): string[] =>
	expected === found ? [] : [`${what}: ${found} instead of ${expected}`];

/** Each of them hears once. A node that is killed between the server's word and its own note says it twice, as one. */
async function thanksMissing(servers: MailServers, people: readonly string[]): Promise<string[]> {
	const missed: string[] = [];
	let again = 0;
	for (const name of people) {
		const mails = await servers.mailsOf(name);
		const ids = new Set(mails.map(idOf));
		again += mails.length - ids.size;
		if (ids.size !== 1) missed.push(`somebody was thanked ${ids.size} times`);
	}
	return again > 1 ? [...missed, `${again} mails went out twice at one kill`] : missed;
}

/** Nothing waits, and for a while nothing more has been taken. */
async function isQuiet(network: Network): Promise<boolean> {
	const before = await takenIn(network);
	await pause(4_000);
	const [row] = await network.sql<{ open: string }>(
		`select (select count(*) from notices where state = 'waiting')
			+ (select count(*) from mailboxes where away_since is not null or fetched_at is null
				or fetched_at < now() - interval '3 seconds') as open`,
	);
	return before === (await takenIn(network)) && Number(row?.open) === 0;
}

async function takenIn({ sql }: Network): Promise<number> {
	return Number((await sql<{ count: string }>('select count(*) from taken_mails'))[0]?.count);
}

async function casesIn({ sql }: Network): Promise<number> {
	return Number((await sql<{ count: string }>('select count(*) from cases'))[0]?.count);
}

async function longestThread({ sql }: Network): Promise<number> {
	const rows = await sql<{ longest: string }>(
		`select max(count) as longest from (select count(*) from entries where channel = 'email' group by case_id) as threads`,
	);
	return Number(rows[0]?.longest);
}

async function eventually<T>(look: () => Promise<T | undefined>, otherwise: string): Promise<T> {
	for (let begun = Date.now(); Date.now() - begun < LONGEST_MS; await pause(200)) {
		const found = await look();
		if (found !== undefined) return found;
	}
	throw new Error(otherwise);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
