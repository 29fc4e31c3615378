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

/** The machine in words, for the head of a table; how busy it is with other things says how far to trust the times. */
export function machine(): string {
	const cpus = os.cpus();
	const name = cpus[0]?.model.replace(/\s+/g, ' ').trim() || os.arch();
	const memory = Math.round(os.totalmem() / 2 ** 30);
	const load = (os.loadavg()[0] ?? 0).toFixed(1);
	return `${cpus.length} × ${name}, ${memory} GB, ${os.platform()}, Node ${process.versions.node}, load before ${load}`;
}
