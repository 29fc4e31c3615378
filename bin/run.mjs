#!/usr/bin/env node
// Runs on any Node from 20 on with nothing installed: installs what the lock file says, once,
// then runs the wanted program with the Node that the lock file pins.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = [22, 18];

/** Install if needed, then run `program` (a path below the checkout) with `args`; never returns. */
export function run(program, args) {
	install();
	const node = pinnedNode();
	const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, program), ...args], {
		stdio: 'inherit',
		env: {
			...process.env,
			SILTA_ROOT: root,
			PATH: path.join(root, 'node_modules/.bin') + path.delimiter + process.env.PATH,
		},
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
}

function install() {
	const stamp = path.join(root, 'node_modules/.silta-stamp');
	const wanted = createHash('sha256')
		.update(fs.readFileSync(path.join(root, 'package-lock.json')))
		.digest('hex');
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
	process.stderr.write('Silta: installing packages, once (about half a minute) …\n');
	// --ignore-scripts: no package may run code of its own at install; what the database needs is done by our launcher.
	const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const done = spawnSync('npm', flags, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	if (done.status !== 0) stop(installFailure(done));
	fs.writeFileSync(stamp, wanted);
}

function installFailure(done) {
	if (done.error) return `npm could not be run (${done.error.code}). Silta needs Node 20 or newer with npm.`;
	return 'the packages could not be installed: see the lines above (no network, a full disk, or no permission to write here).';
}

function pinnedNode() {
	const pinned = path.join(root, 'node_modules/.bin/node');
	const node = fs.existsSync(pinned) ? pinned : process.execPath;
	const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? '0.0';
	const [major, minor] = version.split('.').map(Number);
	if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return node;
	return stop(
		`this platform has no packaged Node; Node ${OLDEST.join('.')} or newer is needed, this one is ${version}.`,
	);
}

function stop(sentence) {
	process.stderr.write(`Silta: ${sentence}\n`);
	process.exit(1);
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	run(process.argv[2], process.argv.slice(3));
}
