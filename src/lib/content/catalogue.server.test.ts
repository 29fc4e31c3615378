import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { onGround } from '../../../bin/testing/ground.ts';
import { openDatabase } from '../platform/db/database.server.ts';
import { layGround } from '../platform/ground.server.ts';
import { catalogue, importServices, loadStarterContent, type Service, startCatalogue } from './index.server.ts';

const at = onGround();
const WITHIN_A_SECOND = { timeout: 1_000, interval: 20 };
let dataFolder = '';
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
	await at.ground.db.transaction(loadStarterContent);
	dataFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'silta-content-'));
});
afterEach(async () => {
	await stop?.();
	stop = undefined;
});
afterAll(() => fs.rm(dataFolder, { recursive: true, force: true }));

async function start(folder = dataFolder): Promise<void> {
	stop = await startCatalogue({ dataFolder: folder });
}

function renamed(name: string): Service {
	const service = catalogue().serviceById.get('heka');
	if (!service) throw new Error('the starter has no heka');
	return { ...service, names: { ru: name, fi: name, en: name } };
}

function shownName(): string | undefined {
	return catalogue().serviceById.get('heka')?.names.ru;
}

/** Runs `work` as on a node whose database does not answer. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
	const whole = { ...at.ground };
	const db = openDatabase('postgres://nobody@127.0.0.1:9/none', 1);
	layGround({ ...whole, db });
	try {
		await work();
	} finally {
		await stop?.();
		stop = undefined;
		layGround(whole);
		await db.close();
	}
}

test('a changed card is shown within a second, under another revision', async () => {
	await start();
	const before = catalogue().revision;
	await at.ground.db.transaction((tx) => importServices(tx, [renamed('Heka с моста')]));
	await vi.waitFor(() => expect(shownName()).toBe('Heka с моста'), WITHIN_A_SECOND);
	expect(catalogue().revision).not.toBe(before);
});

test('a change told on the bus is shown without waiting for the next look', async () => {
	await start();
	await at.ground.db.transaction((tx) => importServices(tx, [renamed('Heka сразу')]));
	at.ground.bus.announce('content', 'services');
	await vi.waitFor(() => expect(shownName()).toBe('Heka сразу'), { timeout: 600, interval: 10 });
});

test('a node that starts without its database shows the last snapshot, under the same revision', async () => {
	await start();
	await at.ground.db.transaction((tx) => importServices(tx, [renamed('Heka из снимка')]));
	await vi.waitFor(() => expect(shownName()).toBe('Heka из снимка'), WITHIN_A_SECOND);
	const { revision } = catalogue();
	await stop?.();
	await withoutDatabase(async () => {
		await start();
		expect(shownName()).toBe('Heka из снимка');
		expect(catalogue().revision).toBe(revision);
		expect(catalogue().places.length).toBeGreaterThan(3);
	});
});

test('a node that starts with neither database nor readable snapshot shows the starter content', async () => {
	const folder = await fs.mkdtemp(path.join(dataFolder, 'torn-'));
	await fs.writeFile(path.join(folder, 'content-snapshot.json'), '{"revision":"7","services":[{"id"');
	await withoutDatabase(async () => {
		await start(folder);
		expect(catalogue().services).toHaveLength(75);
		expect(catalogue().serviceById.get('sovellus-112')?.phone?.number).toBe('112');
	});
});

test('a node goes on showing what it has while the database is away, and catches up when it is back', async () => {
	await start();
	const { revision } = catalogue();
	const whole = { ...at.ground };
	const away = openDatabase('postgres://nobody@127.0.0.1:9/none', 1);
	layGround({ ...whole, db: away });
	await whole.db.transaction((tx) => importServices(tx, [renamed('Heka потом')]));
	await vi.waitFor(() => expect(away.isUp()).toBe(false), { timeout: 2_000, interval: 20 });
	expect(catalogue().revision).toBe(revision);
	layGround(whole);
	await vi.waitFor(() => expect(shownName()).toBe('Heka потом'), WITHIN_A_SECOND);
	await away.close();
});

test('the snapshot is replaced whole and leaves nothing behind', async () => {
	await start();
	const files = (await fs.readdir(dataFolder)).filter((file) => file.startsWith('content-snapshot'));
	expect(files).toEqual(['content-snapshot.json']);
	const snapshot = JSON.parse(await fs.readFile(path.join(dataFolder, 'content-snapshot.json'), 'utf8'));
	expect(snapshot.revision).toBe(catalogue().revision);
});
