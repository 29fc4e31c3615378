import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { instant, turnClock } from '../clock.ts';
import { folderKeystore } from './folder.server.ts';
import { KeystoreDown } from './keystore.server.ts';
import { type Claim, markOf, ownedKeystore } from './owned.server.ts';

let root = '';
let back = (): void => undefined;
beforeEach(() => {
	root = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-owned-'));
});
afterEach(() => back());

const folder = (name: string) => folderKeystore(path.join(root, name));
const KEY = { keyClass: 'chat', day: '2026-12-24', subject: 'one' } as const;

/** A database that holds one mark: the first to come. */
function installation(): { claim: Claim; mark: Buffer | null } {
	const it: { claim: Claim; mark: Buffer | null } = {
		mark: null,
		claim: async (mark) => {
			it.mark ??= mark;
			return it.mark;
		},
	};
	return it;
}

test('the first keystore writes its mark, and serves', async () => {
	const { claim } = installation();
	const keystore = ownedKeystore(folder('a'), claim);
	const key = await keystore.makeKey(KEY);
	expect(await ownedKeystore(folder('a'), claim).findKey(KEY)).toEqual(key);
	expect(keystore.isUp()).toBe(true);
});

test('another keystore gives, makes and destroys nothing, and says why', async () => {
	const it = installation();
	await ownedKeystore(folder('a'), it.claim).makeKey(KEY);
	const other = ownedKeystore(folder('b'), it.claim);
	const orders = [
		() => other.makeKey(KEY),
		() => other.findKey(KEY),
		() => other.forget(KEY),
		() => other.destroyBefore('chat', '2027-01-01'),
		() => other.secret('cookies'),
	];
	for (const order of orders) await expect(order()).rejects.toThrow(/not the one of this installation.*KEYSTORE_URL/);
	await expect(other.secret('cookies')).rejects.toBeInstanceOf(KeystoreDown);
	expect(other.isUp()).toBe(false);
	expect(fs.readdirSync(path.join(root, 'b'))).toEqual(['secrets']);
});

test('a folder that is swapped while the site runs is refused at once, and accepted when it is back', async () => {
	const keystore = ownedKeystore(folder('a'), installation().claim);
	const key = await keystore.makeKey(KEY);
	fs.renameSync(path.join(root, 'a'), path.join(root, 'away'));
	await expect(keystore.findKey(KEY)).rejects.toBeInstanceOf(KeystoreDown);
	await expect(keystore.makeKey({ ...KEY, subject: 'two' })).rejects.toBeInstanceOf(KeystoreDown);
	fs.rmSync(path.join(root, 'a'), { recursive: true });
	fs.renameSync(path.join(root, 'away'), path.join(root, 'a'));
	expect(await keystore.findKey(KEY)).toEqual(key);
	expect(keystore.isUp()).toBe(true);
});

test('many orders at the start ask the database once, and then once a minute without waiting for it', async () => {
	const it = installation();
	const claim = vi.fn(it.claim);
	const keystore = ownedKeystore(folder('a'), claim);
	await Promise.all(Array.from({ length: 20 }, (_, at) => keystore.makeKey({ ...KEY, subject: `s${at}` })));
	expect(claim).toHaveBeenCalledTimes(1);
	const start = instant();
	back = turnClock(() => start + 61_000);
	claim.mockImplementation(() => Promise.reject(new Error('no database')));
	await keystore.findKey(KEY);
	await keystore.findKey(KEY);
	claim.mockImplementation(async () => Buffer.alloc(32));
	await vi.waitFor(async () =>
		expect(await keystore.findKey(KEY).catch((error: Error) => error.name)).toBe('KeystoreDown'),
	);
});

test('while nobody knows whose database it is, nothing is refused; a database that is away lets nothing through', async () => {
	const early = ownedKeystore(folder('a'), async () => null);
	await early.makeKey(KEY);
	const late = ownedKeystore(folder('a'), () => Promise.reject(new Error('no database')));
	await expect(late.findKey(KEY)).rejects.toThrow('no database');
});

test('the mark tells keystores apart and is none of their secrets', async () => {
	const [a, b] = [folder('a'), folder('b')];
	expect(await markOf(a)).toEqual(await markOf(folder('a')));
	expect(await markOf(a)).not.toEqual(await markOf(b));
	expect(await markOf(a)).not.toEqual(await a.secret('return-codes'));
});
