import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Trouble } from '../trouble.ts';

/** Without windows it takes a tenth of the processor's time, so that errands keep their limits on a busy machine. */
const LIGHT = { program: '/usr/bin/chromium-headless-shell', package: 'chromium-headless-shell' };
const USUAL = { program: '/usr/bin/chromium', package: 'chromium' };

/** The browser of the errands: the one CHROMIUM names, else Debian's, which as root is installed when it is missing. */
export function chromium(): string {
	const named = process.env.CHROMIUM;
	if (named) {
		if (isProgram(named)) return named;
		throw new Trouble(`CHROMIUM names ${named}, and there is no such program.`);
	}
	const found = [LIGHT, USUAL].find(installed);
	if (found) return found.program;
	throw new Trouble(`the errands need a browser: install Chromium (${USUAL.program}), or let CHROMIUM name one.`);
}

/** Whether a program of Debian's is there; as root it is installed when it is missing. */
export function installed(one: { program: string; package: string }): boolean {
	return isProgram(one.program) || (install(one.package) && isProgram(one.program));
}

function isProgram(file: string): boolean {
	try {
		fs.accessSync(file, fs.constants.X_OK);
		return fs.statSync(file).isFile();
	} catch {
		return false;
	}
}

/** As root only; whether it is there now. */
function install(name: string): boolean {
	if (process.getuid?.() !== 0) return false;
	process.stdout.write(`installing ${name}, once …\n`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const orders = [
		['update', '-q'],
		['install', '-y', '-q', '--no-install-recommends', name],
	];
	return orders.every((args) => {
		const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
		return status === 0;
	});
}
