import fs from 'node:fs/promises';
import path from 'node:path';

/** Where no processes are shown, or not hers. */
const UNKNOWN = 'unknown';
let ownMark: Promise<string> | undefined;
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

/** How the lock is marked is whole at once: a file that is made and then written may be left empty by a kill between. */
async function take(file: string): Promise<void> {
	for (let tries = 0; tries < 200; tries += 1) {
		const inTheWay = await link(file);
		if (inTheWay === null) return;
		const found = await markIn(file);
		if (inTheWay === 'ENOENT') await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
		else if (found !== null && (await isAbandoned(found))) await fs.rm(file, { force: true });
		else await new Promise((resolve) => setTimeout(resolve, 25));
	}
	throw new Error('the keystore is held by another process');
}

/** Null when it is ours; else what stood in the way. */
async function link(file: string): Promise<'EEXIST' | 'ENOENT' | null> {
	try {
		await fs.symlink(await (ownMark ??= markOf(process.pid)), file);
		return null;
	} catch (error) {
		const code = codeOf(error);
		if (code === 'EEXIST' || code === 'ENOENT') return code;
		throw error;
	}
}

/** Null when there is no lock any more. One that is no link was made by nobody who lives. */
async function markIn(file: string): Promise<string | null> {
	try {
		return await fs.readlink(file);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		if (codeOf(error) === 'EINVAL') return '';
		throw error;
	}
}

/** A process by its number and when it began: numbers come again, in a container with each start. */
async function markOf(pid: number): Promise<string> {
	return `${pid} ${await beginningOf(pid)}`;
}

/** Who lives, and of whom nobody shows when she began, is taken for the holder. */
async function isAbandoned(mark: string): Promise<boolean> {
	const [pid, then] = [Number(mark.split(' ')[0]), mark.split(' ')[1]];
	if (!isAlive(pid)) return true;
	const began = await beginningOf(pid);
	return began !== then && began !== UNKNOWN && then !== UNKNOWN;
}

async function beginningOf(pid: number): Promise<string> {
	const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	// The second field is a name that may hold anything, in brackets; the start is the 22nd.
	return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? UNKNOWN;
}

function isAlive(pid: number): boolean {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
