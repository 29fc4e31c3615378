import fs from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { addDays, today } from '../clock.ts';
import { folderKeystore } from './folder.server.ts';
import { type KeyName, type Keystore, KeystoreDown } from './keystore.server.ts';
import { openKeystore } from './open.server.ts';
import { keystorePlace } from './place.ts';
import { keystoreServer } from './serve.server.ts';

const SECRET = 'a secret of thirty-two bytes or more';
const name = (subject: string, day = addDays(today(), 30)): KeyName => ({ keyClass: 'chat', day, subject });
const open: { close(): void }[] = [];
let folder = '';
let socket = '';
let server: http.Server;
let said: MockInstance<typeof process.stderr.write>;

beforeEach(async () => {
	said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'silta-remote-keys-'));
	socket = path.join(folder, 'socket');
	server = await serve(folderKeystore(folder));
});
afterEach(async () => {
	for (const one of open.splice(0)) one.close();
	await stop();
	said.mockRestore();
});

async function serve(keystore: Keystore): Promise<http.Server> {
	await fs.rm(socket, { force: true });
	const made = keystoreServer(keystore, SECRET);
	await new Promise<void>((resolve) => made.listen(socket, resolve));
	return made;
}

async function stop(): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections();
	await closed;
}

function node(secret = SECRET): Keystore {
	const place = keystorePlace(`unix:${socket}`);
	if (!place) throw new Error('this is no place');
	const keystore = openKeystore({ keys: '', keystore: { url: '', place, secret, secretFile: undefined } });
	open.push(keystore);
	return keystore;
}

function ask(body: string, more: http.RequestOptions = {}): Promise<{ status: number; body: string }> {
	const headers = { authorization: `Bearer ${SECRET}` };
	return new Promise((resolve, reject) => {
		const options = { socketPath: socket, method: 'POST', path: '/', headers, ...more };
		const request = http.request(options, (response) => {
			let text = '';
			response.on('data', (chunk) => (text += chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
		});
		request.on('error', reject);
		request.end(body);
	});
}

test('two nodes have the same keys and secrets as the folder itself', async () => {
	const [a, b] = [node(), node()];
	const key = await a.makeKey(name('one'));
	expect(key).toHaveLength(32);
	expect(await b.findKey(name('one'))).toEqual(key);
	expect(await b.makeKey(name('one'))).toEqual(key);
	expect(await folderKeystore(folder).findKey(name('one'))).toEqual(key);
	expect(await a.findKey(name('nobody'))).toBeNull();
	expect(await a.secret('return-codes')).toEqual(await b.secret('return-codes'));
	expect(await a.secret('return-codes')).not.toEqual(await a.secret('cookies'));
});

test('what one node destroyed no other node finds, not even once more', async () => {
	const [a, b] = [node(), node()];
	await a.makeKey(name('one'));
	await b.findKey(name('one'));
	await a.forget(name('one'));
	expect(await b.findKey(name('one'))).toBeNull();
	const past = addDays(today(), -1);
	await a.makeKey(name('two', past));
	expect(await b.destroyBefore('chat', today())).toEqual([past]);
	expect(await a.findKey(name('two', past))).toBeNull();
});

test('a node whose clock runs ahead cannot destroy days that have not come', async () => {
	const key = await node().makeKey(name('one'));
	await expect(node().destroyBefore('chat', addDays(today(), 60))).rejects.toThrow('409');
	expect(await node().findKey(name('one'))).toEqual(key);
});

test('nobody is heard without the secret, and a node with a wrong one counts as without a keystore', async () => {
	const order = JSON.stringify({ do: 'secret', name: 'cookies' });
	for (const authorization of ['', 'Bearer ', `Bearer ${SECRET}x`, SECRET])
		expect((await ask(order, { headers: { authorization } })).status).toBe(401);
	const stranger = node('another secret of thirty-two bytes');
	await expect(stranger.findKey(name('one'))).rejects.toBeInstanceOf(KeystoreDown);
	expect(stranger.isUp()).toBe(false);
});

test.each([
	['no JSON', '{', 400],
	['an unknown order', '{"do":"list"}', 400],
	['a path for a day', '{"do":"find","of":{"keyClass":"chat","day":"../secrets","subject":"a"}}', 400],
	['a line for a name', '{"do":"make","of":{"keyClass":"chat","day":"2026-12-22","subject":"a b"}}', 400],
	['the day itself as a subject', '{"do":"forget","of":{"keyClass":"chat","day":"2026-12-22","subject":"day"}}', 400],
	['too long an order', `{"do":"find","x":"${'x'.repeat(2_000)}"}`, 413],
])('%s is refused in one line', async (_what, body, status) => {
	const answer = await ask(body);
	expect(answer.status).toBe(status);
	expect(answer.body).toMatch(/^[^\n]{1,80}$/);
});

test('orders come by POST only', async () => {
	expect((await ask('', { method: 'GET' })).status).toBe(405);
});

test('no key, no secret and no name of a conversation is logged, whatever happens', async () => {
	const a = node();
	const key = await a.makeKey(name('conversation-7'));
	const secret = await a.secret('cookies');
	await ask('{"do":"find","of":{"keyClass":"chat","subject":"conversation-7"}}');
	await stop();
	await expect(a.findKey(name('conversation-7'))).rejects.toBeInstanceOf(KeystoreDown);
	server = await serve({ ...folderKeystore(folder), findKey: () => Promise.reject(new Error('disk')) });
	await vi.waitFor(() => expect(a.isUp()).toBe(true), 5_000);
	await expect(a.findKey(name('conversation-7'))).rejects.toThrow();
	const log = said.mock.calls.map(([line]) => String(line)).join('');
	expect(log).toContain('keystore-lost');
	for (const one of [key, secret])
		for (const code of ['hex', 'base64', 'base64url'] as const) expect(log).not.toContain(one.toString(code));
	expect(log).not.toContain('conversation-7');
	expect(log).not.toContain(SECRET);
});

test('while it is away everything is refused at once; when it is back all goes on', async () => {
	const a = node();
	const key = await a.makeKey(name('one'));
	await stop();
	await expect(a.findKey(name('one'))).rejects.toBeInstanceOf(KeystoreDown);
	const began = performance.now();
	for (let i = 0; i < 50; i += 1) await expect(a.makeKey(name('one'))).rejects.toBeInstanceOf(KeystoreDown);
	expect(performance.now() - began).toBeLessThan(500);
	server = await serve(folderKeystore(folder));
	await vi.waitFor(() => expect(a.isUp()).toBe(true), 5_000);
	expect(await a.findKey(name('one'))).toEqual(key);
});

test('a restart of the keystore within two seconds is not noticed', async () => {
	const a = node();
	const key = await a.makeKey(name('one'));
	await stop();
	const asked = a.findKey(name('one'));
	await new Promise((resolve) => setTimeout(resolve, 150));
	server = await serve(folderKeystore(folder));
	expect(await asked).toEqual(key);
});

test('an idle node notices by itself that the keystore went away', async () => {
	const a = node();
	await vi.waitFor(() => expect(a.isUp()).toBe(true));
	await stop();
	await vi.waitFor(() => expect(a.isUp()).toBe(false), 5_000);
});

test('many at once from two nodes are all kept', async () => {
	const nodes = [node(), node()];
	// Each is on the disk before it counts: as many as the slowest disk writes within the patience of a node.
	const subjects = Array.from({ length: 20 }, (_, i) => `s${i}`);
	await Promise.all(subjects.map((subject, i) => nodes[i % 2]?.makeKey(name(subject))));
	for (const subject of subjects) expect(await nodes[0]?.findKey(name(subject))).not.toBeNull();
});
