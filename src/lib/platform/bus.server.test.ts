import { afterEach, expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { openListener } from './db/database.server.ts';
import { type Bus, postgresBus, RESYNC } from './bus.server.ts';

const at = onGround();
const open: Pick<Bus, 'close'>[] = [];
afterEach(async () => {
	for (const bus of open.splice(0)) await bus.close();
});

async function node(): Promise<Bus> {
	const bus = postgresBus(at.databaseUrl);
	open.push(bus);
	await new Promise<void>((resolve) => void bus.on(RESYNC, () => resolve()));
	return bus;
}
async function twoNodes(): Promise<[Bus, Bus]> {
	const here = await node();
	const met = hearing(here, RESYNC);
	const there = postgresBus(at.databaseUrl);
	open.push(there);
	const isMet = hearing(there, RESYNC);
	// The second begins to listen, hears that the first knows of it, and is asked to look again.
	await vi.waitFor(() => expect([met.length, isMet.length]).toEqual([2, 3]));
	return [here, there];
}
const hearing = (bus: Bus, topic: string) => {
	const heard: string[] = [];
	bus.on(topic, (id) => heard.push(id));
	return heard;
};

test('an announcement is heard on its own node at once and on the others soon, once each', async () => {
	const [here, there] = await twoNodes();
	const [near, far] = [hearing(here, 'conversation'), hearing(there, 'conversation')];
	here.announce('conversation', 'a');
	expect(near).toEqual(['a']);
	await vi.waitFor(() => expect(far).toEqual(['a']));
	expect(near).toEqual(['a']);
});

test('thousands at once arrive complete, though one notice carries less than 8000 bytes', async () => {
	const [here, there] = await twoNodes();
	const far = hearing(there, 'conversation');
	const ids = Array.from({ length: 3_000 }, (_, i) => `conversation-with-a-long-name-${i}`);
	for (const id of ids) here.announceElsewhere('conversation', id);
	await vi.waitFor(() => expect(new Set(far)).toEqual(new Set(ids)), { timeout: 10_000 });
});

test('after its connection was cut a node asks everybody to look again, and hears as before', async () => {
	const [here, there] = await twoNodes();
	const resynced = hearing(there, RESYNC);
	await at.ground.db.query(
		`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'silta-bus'`,
	);
	await vi.waitFor(() => expect(resynced).toHaveLength(1), { timeout: 10_000 });
	const far = hearing(there, 'queue');
	await vi.waitFor(
		() => {
			here.announceElsewhere('queue', 'desk');
			expect(far).toContain('desk');
		},
		{ timeout: 10_000, interval: 200 },
	);
});

test('a node that is alone rings for nobody; one that comes is told to look again, and so is everybody who hears of it', async () => {
	const here = await node();
	const rung = await ringing();
	here.announce('conversation', 'a');
	await at.ground.db.query('select pg_sleep(0.1)');
	expect(rung).toEqual([]);
	const looked = hearing(here, RESYNC);
	const there = await node();
	await vi.waitFor(() => expect(looked.length).toBeGreaterThan(0));
	const far = hearing(there, 'conversation');
	here.announce('conversation', 'b');
	await vi.waitFor(() => expect(far).toEqual(['b']));
	const third = await node();
	await vi.waitFor(() => {
		third.announce('queue', 'desk');
		expect(rung).toContain('queue desk');
	});
});

test('whoever stopped listening hears nothing', async () => {
	const here = await node();
	const heard: string[] = [];
	here.on('queue', (id) => heard.push(id))();
	here.announce('queue', 'desk');
	expect(heard).toEqual([]);
});

test('cut again and again while it connects, a node has one connection in the end, and none once it is closed', async () => {
	const bus = await node();
	const cut = () =>
		at.ground.db.query(
			`select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = 'silta-bus' and datname = current_database()`,
		);
	const until = performance.now() + 4_000;
	while (performance.now() < until) await cut();
	const heard = hearing(bus, RESYNC);
	await vi.waitFor(() => expect(heard).not.toEqual([]), { timeout: 5_000 });
	expect(await listeners()).toBe(1);
	await bus.close();
	await vi.waitFor(async () => expect(await listeners()).toBe(0));
});

async function listeners(): Promise<number> {
	const rows = await at.ground.db.query<{ count: number }>(
		`select count(*) as count from pg_stat_activity
		where application_name = 'silta-bus' and datname = current_database()`,
	);
	return rows[0]?.count ?? 0;
}

/** Whatever is rung in this database from now on, without the nodes' names. */
async function ringing(): Promise<readonly string[]> {
	const listener = await openListener(at.databaseUrl);
	const rung: string[] = [];
	listener.on('notification', ({ payload = '' }) => rung.push(...payload.split('\n').slice(1)));
	await listener.query('listen silta');
	open.push({ close: () => listener.end() });
	return rung;
}
