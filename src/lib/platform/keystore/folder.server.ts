import { hkdfSync } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { gathered } from '../gathered.ts';
import { randomKey } from '../randomness.server.ts';
import type { KeyClass, KeyName, Keystore } from './keystore.server.ts';
import { withLock } from './lock.server.ts';

/**
 * A keystore in a folder: one file for each class and day (`chat/2026-12-22`), a line for the day's own key, a line
 * for each subject's share. Files hold the current state only; a line that goes is rewritten away, never marked.
 */
export function folderKeystore(folder: string): Keystore {
	const files = new Map<string, Loaded>();
	const fileOf = (of: { keyClass: KeyClass; day: string }): string => path.join(folder, of.keyClass, of.day);

	const look = async (file: string): Promise<Loaded> => {
		const stamp = await stampOf(file);
		const known = files.get(file);
		if (known && known.stamp === stamp) return known;
		const fresh = { stamp, lines: stamp ? parse(await fs.readFile(file, 'utf8')) : new Map<string, Buffer>() };
		files.set(file, fresh);
		return fresh;
	};
	/** One look for all who ask while another one is under way. */
	const looked = gathered<Promise<Loaded>>(async (asked) => {
		const looks = asked.map((file) => [file, look(file)] as const);
		await Promise.allSettled(looks.map(([, loaded]) => loaded));
		return new Map(looks);
	});
	/** Files to which this process is adding: while the lock is its own, nobody changes what it knows of them. */
	const adding = new Map<string, Loaded>();
	const load = async (file: string): Promise<Loaded> => adding.get(file) ?? (await looked(file)) ?? fail(file);

	/** Whoever waits for the lock is written together: one word to the disk for all of them. */
	const waiting = new Map<string, { names: Set<string>; written: Promise<void> }>();
	const addKeys = (file: string, names: readonly string[]): Promise<void> => {
		const open = waiting.get(file);
		for (const name of open ? names : []) open?.names.add(name);
		if (open) return open.written;
		const batch = new Set(names);
		const close = (): void => void (waiting.get(file)?.names === batch && waiting.delete(file));
		const written = withLock(folder, async () => {
			close();
			const known = await load(file);
			const { lines } = known;
			const missing = [...batch].filter((name) => !lines.has(name)).map((name) => [name, randomKey()] as const);
			if (missing.length === 0) return;
			adding.set(file, known);
			const stamp = await append(file, missing, known.stamp === '').finally(() => adding.delete(file));
			// Nobody else writes while the lock is held: what was read and what was written are all that is there.
			for (const [name, key] of missing) lines.set(name, key);
			files.set(file, { stamp, lines });
		}).finally(close);
		waiting.set(file, { names: batch, written });
		return written;
	};

	return {
		async findKey(of) {
			return derive((await load(fileOf(of))).lines, of);
		},
		async makeKey(of) {
			const file = fileOf(of);
			const found = derive((await load(file)).lines, of);
			if (found) return found;
			await addKeys(file, [DAY_KEY, of.subject]);
			return derive((await load(file)).lines, of) ?? fail(file);
		},
		async forget(of) {
			const file = fileOf(of);
			await withLock(folder, async () => {
				const { lines } = await load(file);
				const share = lines.get(of.subject);
				if (!share) return;
				// Whatever happens from here on, the file is read again: one that could not be rewritten still has it.
				files.delete(file);
				lines.delete(of.subject);
				await rewrite(file, lines);
				share.fill(0);
			});
		},
		async destroyBefore(keyClass, day) {
			return withLock(folder, async () => {
				const names = await fs.readdir(path.join(folder, keyClass)).catch(() => []);
				// Also what a killed rewriting left beside a day.
				const past = names.filter((name) => /^\d{4}-\d\d-\d\d(\.new)?$/.test(name) && name.slice(0, 10) < day);
				for (const name of past) {
					await destroy(fileOf({ keyClass, day: name }));
					files.delete(fileOf({ keyClass, day: name }));
				}
				return past.filter((name) => !name.endsWith('.new')).sort();
			});
		},
		async days(keyClass) {
			const names = await fs.readdir(path.join(folder, keyClass)).catch(() => []);
			return names.filter((name) => /^\d{4}-\d\d-\d\d$/.test(name)).sort();
		},
		async secret(name) {
			const file = path.join(folder, 'secrets');
			const found = (await load(file)).lines.get(name);
			if (found) return found;
			await addKeys(file, [name]);
			return (await load(file)).lines.get(name) ?? fail(file);
		},
		// A disk that cannot be read says so with each order.
		isUp: () => true,
		close: () => files.clear(),
	};
}

type Loaded = { stamp: string; lines: Map<string, Buffer> };
const DAY_KEY = 'day';

function derive(lines: Map<string, Buffer>, of: KeyName): Buffer | null {
	const day = lines.get(DAY_KEY);
	const share = lines.get(of.subject);
	if (!day || !share) return null;
	return Buffer.from(hkdfSync('sha256', day, share, `silta/${of.keyClass}/v1/${of.subject}`, 32));
}

async function stampOf(file: string): Promise<string> {
	const stat = await fs.stat(file, { bigint: true }).catch(() => null);
	return stat ? stampBy(stat) : '';
}

const stampBy = ({ ino, size, mtimeNs }: BigIntStats): string => `${ino}:${size}:${mtimeNs}`;

function parse(text: string): Map<string, Buffer> {
	const lines = new Map<string, Buffer>();
	for (const line of text.split('\n')) {
		const [name, key] = line.split(' ');
		// A line torn by a crash was never acknowledged; the next append begins a new line after it.
		if (name && key?.length === 44) lines.set(name, Buffer.from(key, 'base64'));
	}
	return lines;
}

const write = (lines: Iterable<readonly [string, Buffer]>): string =>
	[...lines].map(([name, key]) => `\n${name} ${key.toString('base64')}\n`).join('');

/** Gives the stamp of the file as it is then. */
async function append(file: string, lines: readonly (readonly [string, Buffer])[], isNew: boolean): Promise<string> {
	if (isNew) await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
	return withFile(file, 'a', async (handle) => {
		await handle.write(write(lines));
		await handle.sync();
		if (isNew) await syncFolder(path.dirname(file));
		return stampBy(await handle.stat({ bigint: true }));
	});
}

/** The old file is overwritten before it goes: what a disk may keep beside that is in docs/threat-model.md. */
async function rewrite(file: string, lines: Map<string, Buffer>): Promise<void> {
	const fresh = `${file}.new`;
	await withFile(fresh, 'w', async (handle) => {
		await handle.write(write(lines));
		await handle.sync();
	});
	await withFile(file, 'r+', async (old) => {
		await fs.rename(fresh, file);
		await blank(old);
	});
	await syncFolder(path.dirname(file));
}

async function destroy(file: string): Promise<void> {
	await withFile(file, 'r+', blank);
	await fs.unlink(file);
	await syncFolder(path.dirname(file));
}

async function blank(handle: fs.FileHandle): Promise<void> {
	const { size } = await handle.stat();
	await handle.write(Buffer.alloc(size), 0, size, 0);
	await handle.sync();
}

const syncFolder = (folder: string): Promise<void> => withFile(folder, 'r', (handle) => handle.sync());

async function withFile<T>(file: string, flags: string, work: (handle: fs.FileHandle) => Promise<T>): Promise<T> {
	const handle = await fs.open(file, flags, 0o600);
	try {
		return await work(handle);
	} finally {
		await handle.close();
	}
}

function fail(file: string): never {
	throw new Error(`the keystore could not read back what it wrote (${path.basename(file)})`);
}
