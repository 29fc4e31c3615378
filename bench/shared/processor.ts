import fs from 'node:fs';
import os from 'node:os';

const TICK_MS = 10;

/** Processor time that the process has used so far, all its threads together; NaN where there is no /proc. */
export function processorMs(pid: number): number {
	try {
		const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
		return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
	} catch {
		return Number.NaN;
	}
}

/** The machine in words, for the head of a table. */
export function machine(): string {
	const cpus = os.cpus();
	const name = cpus[0]?.model.replace(/\s+/g, ' ').trim() || os.arch();
	return `${cpus.length} × ${name}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()}, Node ${process.versions.node}`;
}
