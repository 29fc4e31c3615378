import fs from 'node:fs/promises';
import path from 'node:path';

const queues = new Map<string, Promise<unknown>>();

/** One writer at a time in the folder, over all processes of the machine; a dead holder's lock is taken over. */
export function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
	const turn = (queues.get(folder) ?? Promise.resolve()).then(() => locked(folder, work));
	queues.set(
		folder,
		turn.catch(() => undefined),
	);
	return turn;
}

async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
	const file = path.join(folder, 'lock');
	await take(file);
	try {
		return await work();
	} finally {
		await fs.rm(file, { force: true });
	}
}

async function take(file: string): Promise<void> {
	for (let tries = 0; tries < 200; tries += 1) {
		const found = await write(file);
		if (found === null) return;
		if (found === 'ENOENT') await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
		else if (await isAbandoned(file)) await fs.rm(file, { force: true });
		else await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error('the keystore is held by another process');
}

/** Null when it is ours; else what stood in the way. */
async function write(file: string): Promise<'EEXIST' | 'ENOENT' | null> {
	try {
		await fs.writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 });
		return null;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		if (code === 'EEXIST' || code === 'ENOENT') return code;
		throw error;
	}
}

async function isAbandoned(file: string): Promise<boolean> {
	const pid = Number(await fs.readFile(file, 'utf8').catch(() => ''));
	if (!pid || pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'ESRCH';
	}
}
