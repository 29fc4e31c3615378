import { afterEach, expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { type Bus, postgresBus, RESYNC } from './bus.server.ts';

const at = onGround();
const open: Bus[] = [];
afterEach(async () => {
	for (const bus of open.splice(0)) await bus.close();
});

async function node(): Promise<Bus> {
	const bus = postgresBus(at.databaseUrl);
	open.push(bus);
	await new Promise<void>((resolve) => void bus.on(RESYNC, () => resolve()));
	return bus;
}
const hearing = (bus: Bus, topic: string) => {
	const heard: string[] = [];
	bus.on(topic, (id) => heard.push(id));
	return heard;
};

test('an announcement is heard on its own node at once and on the others soon, once each', async () => {
	const [here, there] = [await node(), await node()];
	const [near, far] = [hearing(here, 'conversation'), hearing(there, 'conversation')];
	here.announce('conversation', 'a');
	expect(near).toEqual(['a']);
	await vi.waitFor(() => expect(far).toEqual(['a']));
	expect(near).toEqual(['a']);
});

test('thousands at once arrive complete, though one notice carries less than 8000 bytes', async () => {
	const [here, there] = [await node(), await node()];
	const far = hearing(there, 'conversation');
	const ids = Array.from({ length: 3_000 }, (_, i) => `conversation-with-a-long-name-${i}`);
	for (const id of ids) here.announceElsewhere('conversation', id);
	await vi.waitFor(() => expect(new Set(far)).toEqual(new Set(ids)), { timeout: 10_000 });
});

test('after its connection was cut a node asks everybody to look again, and hears as before', async () => {
	const [here, there] = [await node(), await node()];
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
