import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { printTable, say } from '../common/figures.ts';
import { machine } from '../common/processor.ts';
import { cleanly, later, scratchFolder } from '../common/scratch.ts';
import { ROOT } from '../common/server.ts';

/** `node bench/start/run.ts`: what is committed, cloned and started as on a machine that has never seen it. */
const PORT = 3285;
const LONGEST_MS = 600_000;

await cleanly(async () => {
	const node = process.env.npm_node_execpath ?? 'node';
	say(`Start: a fresh clone, an empty home and an empty npm cache. ${machine()}\n`);
	const folder = scratchFolder('start');
	const checkout = path.join(folder, 'silta');
	execFileSync('git', ['clone', '--quiet', ROOT, checkout]);
	const first = await timeOfStart(checkout, folder);
	const second = await timeOfStart(checkout, folder);
	printTable(
		['npm start', 'seconds'],
		[
			['first', first.toFixed(1)],
			['second', second.toFixed(1)],
		],
	);
	say(
		`\nFrom the command to the answer of the first page, with ${execFileSync(node, ['--version']).toString().trim()}.`,
	);
});

async function timeOfStart(checkout: string, folder: string): Promise<number> {
	const began = performance.now();
	const child = spawn('npm', ['start'], {
		cwd: checkout,
		env: emptyHome(folder),
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const stop = (): Promise<void> => end(child);
	later(stop);
	await ready(child);
	const answer = await fetch(`http://127.0.0.1:${PORT}/ru`);
	if (!answer.ok) throw new Error(`the first page answers ${answer.status}`);
	await answer.text();
	const seconds = (performance.now() - began) / 1_000;
	await stop();
	return seconds;
}

/** Only what a new account on a new machine has; proxies and registries of this one stay, or nothing could be fetched. */
function emptyHome(folder: string): NodeJS.ProcessEnv {
	const home = path.join(folder, 'home');
	fs.mkdirSync(home, { recursive: true });
	const kept = Object.entries(process.env).filter(([name]) =>
		/^(PATH|LANG|.*_proxy|npm_config_registry|NODE_EXTRA_CA_CERTS)$/i.test(name),
	);
	return {
		...Object.fromEntries(kept),
		HOME: home,
		npm_config_cache: path.join(home, 'npm-cache'),
		PORT: String(PORT),
	};
}

function ready(child: ChildProcess): Promise<void> {
	let said = '';
	return new Promise((resolve, reject) => {
		const fail = (why: string): void => reject(new Error(`npm start ${why}:\n${said.slice(-3000)}`));
		setTimeout(() => fail('was not ready in time'), LONGEST_MS).unref();
		child.once('exit', () => fail('ended'));
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on('data', (chunk: Buffer) => {
				said += chunk.toString();
				if (said.includes('Silta is ready')) resolve();
			});
		}
	});
}

/** npm and all below it, as a Ctrl-C in the terminal would. */
function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || !child.pid) return Promise.resolve();
	const group = -child.pid;
	return new Promise((resolve) => {
		const force = setTimeout(() => process.kill(group, 'SIGKILL'), 20_000);
		child.once('exit', () => {
			clearTimeout(force);
			resolve();
		});
		process.kill(group, 'SIGINT');
	});
}
