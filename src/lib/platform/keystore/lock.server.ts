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
	await fs.mkdir(folder, { recursive: true, mode: 0o700 });
	await take(file);
	try {
		return await work();
	} finally {
		await fs.rm(file, { force: true });
	}
}

async function take(file: string): Promise<void> {
	for (let tries = 0; tries < 200; tries += 1) {
		const mine = await fs.writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 }).then(
			() => true,
			(error: NodeJS.ErrnoException) => (error.code === 'EEXIST' ? false : Promise.reject(error)),
		);
		if (mine) return;
		if (await isAbandoned(file)) await fs.rm(file, { force: true });
		else await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error('the keystore is held by another process');
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
