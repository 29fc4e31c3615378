import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { freePort } from '../../bin/postgres/cluster.ts';
import { makeDatabases } from '../chat/databases.ts';
import { judge, median, percentile, printTable, say, shown } from '../common/figures.ts';
import { machine, processorMs } from '../common/processor.ts';
import { Visit } from '../common/request.ts';
import { cleanly, later, scratchFolder } from '../common/scratch.ts';
import { startServer, startSite } from '../common/server.ts';

/** `node bench/registrations/run.ts`: how many people a second register for one date, and that no seat is given twice. */
const PEOPLE = 800;
const SEATS = 500;
const AT_ONCE = 50;
const ROUNDS = 3;
const WARMING = 100;
const GOAL = 200;
/** Few enough from one address that none is taken for somebody who floods the site. */
const PER_ADDRESS = 30;

type Counts = { readonly seated: number; readonly waiting: number };
type Side = {
	readonly name: string;
	/** Of the process that answers. */
	readonly pid: number;
	register(visit: Visit): Promise<void>;
	/** Nobody is registered, and there are so many seats. */
	clear(seats: number): Promise<void>;
	count(): Promise<Counts>;
};
type Measured = {
	readonly perSecond: number;
	readonly median: number;
	readonly p95: number;
	/** Milliseconds of the processor for one, without the database's. */
	readonly processor: number;
};

let rushes = 0;

await cleanly(async () => {
	say(`${PEOPLE} people register for ${SEATS} seats, ${AT_ONCE} at once, ${ROUNDS} rounds. ${machine()}\n`);
	const urls = await makeDatabases(scratchFolder('postgres'), ['floor', 'site']);
	const sides = [await floorSide(urls.floor), await siteSide(urls.site)];
	const found = new Map<Side, Measured[]>(sides.map((side) => [side.side, []]));
	const wrong: string[] = [];
	for (const { side, url } of sides) await rush(side, url, WARMING);
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const { side, url } of sides) {
			await side.clear(SEATS);
			found.get(side)?.push(await rush(side, url, PEOPLE));
			const { seated, waiting } = await side.count();
			if (seated !== SEATS || waiting !== PEOPLE - SEATS)
				wrong.push(`${side.name}: ${seated} seated, ${waiting} waiting`);
		}
	}
	const rows = [...found].map(([{ name }, all]) => {
		const of = (read: (one: Measured) => number): string => shown(median(all.map(read)));
		const [rate, processor] = [of(({ perSecond }) => perSecond), of((one) => one.processor)];
		return [name, rate, of((one) => one.median), of(({ p95 }) => p95), processor];
	});
	printTable(['', 'a second', 'median ms', 'p95 ms', 'processor ms'], rows);
	const rate = median((sides[1] ? found.get(sides[1].side) : undefined)?.map(({ perSecond }) => perSecond) ?? []);
	say();
	judge(`at least ${GOAL} registrations a second`, rate >= GOAL, shown(rate));
	judge('every seat given once, everybody else in the line', wrong.length === 0, wrong.join('; ') || 'so it was');
});

async function rush(side: Side, url: string, people: number): Promise<Measured> {
	const times: number[] = [];
	const number = ++rushes;
	let next = 0;
	const comeOneByOne = async (): Promise<void> => {
		for (let person = next++; person < people; person = next++) {
			const begun = performance.now();
			await side.register(new Visit(url, addressOf(number, person)));
			times.push(performance.now() - begun);
		}
	};
	const spent = processorMs(side.pid);
	const begun = performance.now();
	await Promise.all(Array.from({ length: AT_ONCE }, comeOneByOne));
	const perSecond = (people * 1_000) / (performance.now() - begun);
	const processor = (processorMs(side.pid) - spent) / people;
	return { perSecond, median: median(times), p95: percentile(times, 0.95), processor };
}

function addressOf(place: number, person: number): string {
	return `127.${20 + place}.${Math.floor(person / PER_ADDRESS)}.1`;
}

async function floorSide(database: string): Promise<{ side: Side; url: string }> {
	const server = await startServer({
		...{ args: ['bench/registrations/floor.ts'], port: await freePort(), ready: 'the floor is ready' },
		environment: { DATABASE_URL: database },
	});
	const db = await connected(database);
	const side: Side = {
		...{ name: 'floor: one locked row, one insert', pid: server.pid },
		register: async (visit) => {
			await visit.postForm('/', { clientId: newClientId() });
		},
		clear: async (seats) => {
			await db.query('delete from seats');
			await db.query(
				`insert into dates values (1, $1, 0) on conflict (id) do update set capacity = excluded.capacity, taken = 0`,
				[seats],
			);
		},
		count: async () => countsOf((await db.query('select state, count(*)::int as count from seats group by 1')).rows),
	};
	await side.clear(SEATS);
	return { side, url: server.url };
}

async function siteSide(database: string): Promise<{ side: Side; url: string }> {
	const { url, pid } = await startSite(await freePort(), scratchFolder('registrations'), { DATABASE_URL: database });
	const db = await connected(database);
	const { id, path } = await someDate(db);
	const side: Side = {
		...{ name: 'site: two forms, nickname sealed', pid },
		register: (visit) => registerAt(visit, path),
		clear: async (seats) => {
			await db.query('delete from registrations');
			await db.query('update occurrences set capacity = $2, walk_in = 0, is_full = false where id = $1', [id, seats]);
			// The site looks at its calendar every second.
			await new Promise((resolve) => setTimeout(resolve, 2_000));
		},
		count: async () =>
			countsOf((await db.query('select state, count(*)::int as count from registrations group by 1')).rows),
	};
	await side.clear(SEATS);
	return { side, url };
}

/** A date of the made-up season, a month ahead, whatever day it is. */
async function someDate(db: pg.Client): Promise<{ id: string; path: string }> {
	const { rows } = await db.query(
		`update occurrences set day = current_date + 30, starts_at = now() + interval '30 days',
			ends_at = now() + interval '30 days 2 hours'
		where id = (select o.id from occurrences o join series s on s.id = o.series_id
			where s.takes_registration and o.slot_minutes is null and o.state = 'planned' order by o.starts_at desc limit 1)
		returning id, series_id as series, original_day::text as day`,
	);
	const [found] = rows;
	if (!found) throw new Error('the season has no date for which people register');
	return { id: found.id, path: `/fi/events/${found.series}/${found.day}/register` };
}

async function registerAt(visit: Visit, path: string): Promise<void> {
	const asked = await visit.postForm(path, { clientId: newClientId(), seats: '1' });
	const page = asked.headers.location ?? '';
	if (asked.status !== 303 || !page.includes('/registration/')) throw new Error(`not asked: ${asked.status}`);
	const sent = await visit.postForm(`${page}?/confirm`, { name: 'Maija', reachedBy: 'none' });
	if (sent.status !== 303) throw new Error(`not registered: ${sent.status}`);
}

function countsOf(rows: readonly { state: string; count: number }[]): Counts {
	const of = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
	return { seated: of('confirmed'), waiting: of('waiting') };
}

function newClientId(): string {
	return randomBytes(32).toString('base64url');
}

async function connected(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	later(() => client.end());
	return client;
}
