import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const CLI = path.join(import.meta.dirname, '../cli.ts');
const SECRET = 'thirty-two bytes or more of something';
const running: ChildProcess[] = [];
let folder = '';
let socket = '';

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-keystore-'));
	socket = path.join(folder, 'keystore.sock');
});
afterEach(() => {
	for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Resolves when it is ready or has ended; gives what it said and its exit code. */
function keystore(environment: Record<string, string> = {}): Promise<{ said: string; child: ChildProcess }> {
	const usual = { KEYSTORE_URL: `unix:${socket}`, KEYSTORE_SECRET: SECRET, SILTA_KEYS: path.join(folder, 'keys') };
	const env = { PATH: process.env.PATH, ...usual, ...environment };
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'keystore'], { env });
	running.push(child);
	let said = '';
	return new Promise((resolve) => {
		const hear = (chunk: Buffer): void => {
			said += chunk.toString();
			if (said.includes('is ready')) resolve({ said, child });
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('close', () => resolve({ said, child }));
	});
}

function look(): Promise<number> {
	const headers = { authorization: `Bearer ${SECRET}` };
	return new Promise((resolve, reject) => {
		const options = { socketPath: socket, method: 'POST', headers, agent: false };
		const request = http.request(options, (answer) => resolve(answer.resume().statusCode ?? 0));
		request.on('error', reject);
		request.end('{"do":"look"}');
	});
}

test('it answers on its socket, which is for its user and group only, and ends in order', async () => {
	const { child } = await keystore();
	expect(await look()).toBe(204);
	expect((fs.statSync(socket).mode & 0o777).toString(8)).toBe('660');
	// Both wait for it when it goes on: one that came while it was leaving would meet nobody who listens.
	for (const signal of ['SIGSTOP', 'SIGTERM', 'SIGINT', 'SIGCONT'] as const) child.kill(signal);
	expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
	expect(fs.existsSync(path.join(folder, 'keys/keystore.pid'))).toBe(false);
});

test('a second one for the same folder is refused; after a kill the next one takes over the socket', async () => {
	const first = await keystore();
	const second = await keystore({ KEYSTORE_URL: `unix:${socket}2` });
	expect(second.said).toMatch(/^Silta: the folder .* is served by another keystore \(process \d+\)\.\n$/);
	expect(second.child.exitCode).toBe(1);
	const gone = new Promise((resolve) => first.child.once('exit', resolve));
	first.child.kill('SIGKILL');
	await gone;
	await keystore();
	expect(await look()).toBe(204);
});

test.each([
	[{ KEYSTORE_SECRET: 'short' }, /KEYSTORE_SECRET must have 32 bytes/],
	[{ KEYSTORE_URL: 'http://8.8.8.8:7070' }, /the setting KEYSTORE_URL must be unix:/],
	[{ KEYSTORE_URL: 'unix:/nowhere/at/all.sock' }, /cannot listen on/],
	[{ SILTA_KEYS: '/dev/null/keys' }, /the folder of keys .* cannot be used/],
])('what is wrong is said in one line: %o', async (environment, sentence) => {
	const { said, child } = await keystore(environment);
	expect(said).toMatch(sentence);
	expect(said.trim().split('\n')).toHaveLength(1);
	expect(child.exitCode).toBe(1);
});

test('what is no socket is never taken away', async () => {
	fs.writeFileSync(socket, 'a file');
	expect((await keystore()).said).toMatch(/and that is no socket/);
	expect(fs.readFileSync(socket, 'utf8')).toBe('a file');
});
