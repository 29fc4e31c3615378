import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Trouble } from '../trouble.ts';

const USUAL = '/usr/bin/chromium';

/** The browser of the errands: the one CHROMIUM names, else Debian's, which as root is installed when it is missing. */
export function chromium(): string {
	const named = process.env.CHROMIUM;
	if (named) {
		if (isProgram(named)) return named;
		throw new Trouble(`CHROMIUM names ${named}, and there is no such program.`);
	}
	if (!isProgram(USUAL) && process.getuid?.() === 0) install();
	if (isProgram(USUAL)) return USUAL;
	throw new Trouble(`the errands need a browser: install Chromium (${USUAL}), or let CHROMIUM name one.`);
}

function isProgram(file: string): boolean {
	try {
		fs.accessSync(file, fs.constants.X_OK);
		return fs.statSync(file).isFile();
	} catch {
		return false;
	}
}

function install(): void {
	process.stdout.write('installing Chromium, once …\n');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	for (const args of [
		['update', '-q'],
		['install', '-y', '-q', '--no-install-recommends', 'chromium'],
	]) {
		const done = spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
		if (done.status !== 0)
			throw new Trouble('Chromium could not be installed by apt-get; let CHROMIUM name a browser.');
	}
}
