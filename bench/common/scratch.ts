import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Undo = () => Promise<void> | void;
const undo: Undo[] = [];

/** Runs `work`; whatever happens, a Ctrl-C included, what was put off with `later` is done afterwards, last first. */
export async function cleanly(work: () => Promise<void>): Promise<void> {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave(1));
	// A reader that has enough (`| head`) ends the run like a Ctrl-C.
	process.stdout.once('error', () => void leave(1));
	try {
		await work();
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
		process.exitCode = 1;
	}
	await leave(Number(process.exitCode ?? 0));
}

export function later(work: Undo): void {
	undo.push(work);
}

/** A temporary folder that goes with the run. */
export function scratchFolder(name: string): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), `silta-bench-${name}-`));
	later(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}

async function leave(code: number): Promise<never> {
	for (let work = undo.pop(); work; work = undo.pop()) await Promise.resolve(work()).catch(() => undefined);
	process.exit(code);
}
