import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { folderKeystore } from './folder.server.ts';
import type { KeyName } from './keystore.server.ts';

let folder = '';
beforeEach(async () => {
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'silta-keys-'));
});
/** Takes the lock of its folder, says so, and keeps it. */
const HOLD = `import('${path.join(import.meta.dirname, 'lock.server.ts')}').then(({ withLock }) =>
	withLock(process.argv[1], () => new Promise(() => setInterval(() => undefined, 1000, console.log('held')))))`;
const name = (subject: string, day = '2026-12-22'): KeyName => ({ keyClass: 'chat', day, subject });

test('a key is the same each time it is asked for, also by another process', async () => {
	const key = await folderKeystore(folder).makeKey(name('a'));
	expect(key).toHaveLength(32);
	expect(await folderKeystore(folder).findKey(name('a'))).toEqual(key);
	expect(await folderKeystore(folder).makeKey(name('a'))).toEqual(key);
});

test('two subjects, and one subject on two days, have different keys', async () => {
	const store = folderKeystore(folder);
	const keys = [
		await store.makeKey(name('a')),
		await store.makeKey(name('b')),
		await store.makeKey(name('a', '2026-12-23')),
	];
	expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
});

test('a forgotten subject has no key, the others of its day keep theirs', async () => {
	const store = folderKeystore(folder);
	const kept = await store.makeKey(name('kept'));
	await store.makeKey(name('gone'));
	await store.forget(name('gone'));
	expect(await store.findKey(name('gone'))).toBeNull();
	expect(await store.findKey(name('kept'))).toEqual(kept);
	expect(await fs.readFile(path.join(folder, 'chat/2026-12-22'), 'utf8')).not.toContain('gone');
});

test('what could not be destroyed at the first try is destroyed at the second', async () => {
	const store = folderKeystore(folder);
	await store.makeKey(name('gone'));
	const failing = vi.spyOn(fs, 'rename').mockRejectedValueOnce(new Error('no space'));
	await expect(store.forget(name('gone'))).rejects.toThrow('no space');
	failing.mockRestore();
	expect(await store.findKey(name('gone'))).not.toBeNull();
	await store.forget(name('gone'));
	expect(await folderKeystore(folder).findKey(name('gone'))).toBeNull();
});

test('a forgotten subject that writes again gets a new key, never the old one', async () => {
	const store = folderKeystore(folder);
	const old = await store.makeKey(name('a'));
	await store.forget(name('a'));
	expect(await store.makeKey(name('a'))).not.toEqual(old);
});

test('past days are destroyed, the day itself and later ones stay', async () => {
	const store = folderKeystore(folder);
	for (const day of ['2026-12-20', '2026-12-21', '2026-12-22']) await store.makeKey(name('a', day));
	expect(await store.destroyBefore('chat', '2026-12-22')).toEqual(['2026-12-20', '2026-12-21']);
	expect(await store.findKey(name('a', '2026-12-21'))).toBeNull();
	expect(await store.findKey(name('a', '2026-12-22'))).not.toBeNull();
});

test('what a killed rewriting left beside a day goes with the day', async () => {
	const store = folderKeystore(folder);
	await store.makeKey(name('a', '2026-12-20'));
	const left = path.join(folder, 'chat/2026-12-20.new');
	await fs.copyFile(path.join(folder, 'chat/2026-12-20'), left);
	expect(await store.destroyBefore('chat', '2026-12-22')).toEqual(['2026-12-20']);
	expect(await fs.readdir(path.join(folder, 'chat'))).toEqual([]);
});

test('a line torn by a crash hides no other key', async () => {
	const store = folderKeystore(folder);
	const key = await store.makeKey(name('a'));
	await fs.appendFile(path.join(folder, 'chat/2026-12-22'), '\ntorn AAAA');
	await folderKeystore(folder).makeKey(name('b'));
	expect(await folderKeystore(folder).findKey(name('a'))).toEqual(key);
	expect(await folderKeystore(folder).findKey(name('b'))).not.toBeNull();
});

test('many at once are all kept', async () => {
	const store = folderKeystore(folder);
	const subjects = Array.from({ length: 40 }, (_, i) => `s${i}`);
	await Promise.all(subjects.map((subject) => store.makeKey(name(subject))));
	const again = folderKeystore(folder);
	for (const subject of subjects) expect(await again.findKey(name(subject))).not.toBeNull();
});

test('what it wrote itself it does not read again; what another process wrote it does', async () => {
	const store = folderKeystore(folder);
	await store.makeKey(name('a'));
	const read = vi.spyOn(fs, 'readFile');
	await store.makeKey(name('b'));
	await store.makeKey(name('c'));
	expect(read).not.toHaveBeenCalled();
	const other = await folderKeystore(folder).makeKey(name('d'));
	expect(await store.findKey(name('d'))).toEqual(other);
	expect(read).toHaveBeenCalled();
	read.mockRestore();
});

test('the files are for their owner only', async () => {
	await folderKeystore(folder).secret('return-codes');
	expect(((await fs.stat(path.join(folder, 'secrets'))).mode & 0o777).toString(8)).toBe('600');
});

// The second: killed while it took the lock (found by the drill of old copies). The last: in a container a process has
// the same number after each start.
test.each([
	['is a dead process', (file: string) => fs.symlink('999999999 1', file)],
	['left it empty', (file: string) => fs.writeFile(file, '')],
	['had the number that somebody else has now', (file: string) => fs.symlink(`${process.ppid} 1`, file)],
	['had our own number before us', (file: string) => fs.symlink(`${process.pid} 1`, file)],
])('a lock is taken over when its holder %s', async (_, leave) => {
	await leave(path.join(folder, 'lock'));
	expect(await folderKeystore(folder).makeKey(name('a'))).toHaveLength(32);
	expect(await fs.readdir(folder)).not.toContain('lock');
});

test('a lock is waited for while its holder lives and works', async () => {
	const holder = spawn(process.execPath, ['-e', HOLD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
	await new Promise((resolve) => holder.stdout.once('data', resolve));
	let isMade = false;
	const made = folderKeystore(folder)
		.makeKey(name('a'))
		.then(() => (isMade = true));
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(isMade).toBe(false);
	holder.kill('SIGKILL');
	await made;
	expect(isMade).toBe(true);
});

test('many new keys at once need few words to the disk, and a disk that failed once is asked again', async () => {
	const blocked = path.join(folder, 'blocked');
	await fs.writeFile(blocked, '');
	const store = folderKeystore(blocked);
	await expect(store.makeKey(name('a'))).rejects.toThrow();
	await fs.rm(blocked);
	const opened = vi.spyOn(fs, 'open');
	const keys = await Promise.all(Array.from({ length: 50 }, (_, i) => store.makeKey(name(`s${i}`))));
	const appends = opened.mock.calls.filter(([, flags]) => flags === 'a').length;
	opened.mockRestore();
	expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(50);
	expect(appends).toBeLessThan(10);
});
