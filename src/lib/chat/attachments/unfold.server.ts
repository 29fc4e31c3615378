import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { isPicture, kindOf, LARGEST_PICTURE } from '#lib/platform/pictures/kind.ts';
import { makeTurns } from '#lib/platform/pictures/turns.ts';
import { type Unfolded, unwrapParcel } from './parcel.ts';

const PROGRAM = 'src/lib/chat/attachments/apart.server.ts';
/** Of the checkout; the data folder is not among them. */
const READS = ['package.json', 'node_modules', 'src'];
/**
 * Of the processor's time; how long that is on the clock depends on who else is there. A sound page takes a second at most,
 * and ten scanned ones nearly five (docs/decisions/0016): so each step has its own limit, and a page without end is stopped
 * as soon as it has cost what no page does.
 */
const MOST_WORK_A_STEP_SECONDS = 2;
const MOST_WORK_SECONDS = 6;
const LONGEST_MS = 30_000;
const LOOK_MS = 100;
const MOST_MEMORY_KB = 350_000;
const LARGEST_PARCEL = 32 * 1_024 * 1_024;
const MOST_WAITING = 6;
const turns = makeTurns(MOST_WAITING);

/**
 * What is to be seen on a stranger's file, as pictures made anew; the file itself goes no further. It is taken apart in a
 * process of its own that has no settings and no way to write, and that is killed when it takes too long or too much
 * (docs/decisions/0016). Refused with a code of messages/chat (`attach.error.…`), or `too-many` when others wait already.
 */
export async function unfold(bytes: Uint8Array): Promise<Unfolded | Refusal> {
	const unfit = unfitness(bytes);
	if (unfit) return refused(unfit);
	return (await turns.take(() => takenApart(bytes))) ?? refused('too-many');
}

/** Told by the first bytes: a name, or what a browser says of the file, counts for nothing. */
function unfitness(bytes: Uint8Array): string | null {
	if (bytes.length > LARGEST_PICTURE) return 'too-large';
	const kind = kindOf(bytes);
	if (kind === 'empty' || kind === 'heic') return kind;
	return isPicture(kind) || kind === 'pdf' ? null : 'wrong-kind';
}

async function takenApart(bytes: Uint8Array): Promise<Unfolded | Refusal> {
	const found = unwrapParcel(await parcelFor(bytes));
	if (found && 'pages' in found) return found;
	return refused(found?.because ?? 'broken');
}

/** Empty when the program did not come to its end. */
async function parcelFor(bytes: Uint8Array): Promise<Uint8Array> {
	const child = begin();
	const chunks: Buffer[] = [];
	let size = 0;
	child.stdout?.on('data', (chunk: Buffer) => {
		size += chunk.length;
		if (size > LARGEST_PARCEL) child.kill('SIGKILL');
		else chunks.push(chunk);
	});
	// It may end before it has read everything.
	child.stdin?.on('error', () => undefined);
	child.stdin?.end(bytes);
	const isWhole = await ended(child);
	return isWhole ? Buffer.concat(chunks) : new Uint8Array();
}

function begin(): ChildProcess {
	const root = realpathSync(ground().root);
	const reads = READS.map((place) => `--allow-fs-read=${path.join(root, place)}`);
	const limits = ['--permission', ...reads, '--allow-addons', '--max-old-space-size=96', '--disable-warning=PERM0001'];
	const child = spawn(process.execPath, [...limits, path.join(root, PROGRAM)], {
		cwd: root,
		env: {},
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	stepBack(child);
	return child;
}

/** Everybody else comes first. */
function stepBack({ pid }: ChildProcess): void {
	try {
		if (pid !== undefined) os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
	} catch {
		// Where that is not allowed it takes its share like everybody.
	}
}

function ended(child: ChildProcess): Promise<boolean> {
	const end = (why: string): void => {
		if (child.killed) return;
		logWarning('attachment-stopped', { why });
		child.kill('SIGKILL');
	};
	const timer = setTimeout(() => end('time'), LONGEST_MS);
	const pace = paceOf(child);
	const look = setInterval(() => void excessOf(child, pace).then((why) => why && end(why)), LOOK_MS);
	return new Promise((resolve) => {
		const finish = (isWhole: boolean): void => {
			clearTimeout(timer);
			clearInterval(look);
			resolve(isWhole);
		};
		child.on('error', () => finish(false));
		child.on('close', (code) => finish(code === 0));
	});
}

/** How many steps it told of, and of how many we know what had been spent before them. */
type Pace = { steps: number; seen: number; spentBefore: number };

/** It writes a sign to stderr with each step. Whoever broke into it gains the limit of the whole by lying. */
function paceOf(child: ChildProcess): Pace {
	const pace: Pace = { steps: 0, seen: 0, spentBefore: 0 };
	child.stderr?.on('data', (signs: Buffer) => {
		pace.steps += signs.length;
	});
	return pace;
}

function isTooMuch(spent: number, pace: Pace): boolean {
	if (pace.steps > pace.seen) [pace.seen, pace.spentBefore] = [pace.steps, spent];
	return spent > MOST_WORK_SECONDS || spent - pace.spentBefore > MOST_WORK_A_STEP_SECONDS;
}

const TICKS_A_SECOND = 100;
/** Where they stand behind the name of the program, which may hold blanks. */
const OWN_AND_SYSTEM = [11, 13] as const;

/** Where the system does not tell (only Linux does), the clock and the limits inside the program must do. */
async function excessOf({ pid }: ChildProcess, pace: Pace): Promise<'memory' | 'work' | null> {
	const [status, stat] = await Promise.all(['status', 'stat'].map((name) => about(pid, name)));
	if (Number(/^VmRSS:\s+(\d+) kB/m.exec(status ?? '')?.[1] ?? 0) > MOST_MEMORY_KB) return 'memory';
	const work = (stat ?? '')
		.replace(/^.*\) /, '')
		.split(' ')
		.slice(...OWN_AND_SYSTEM)
		.map(Number);
	const [own = 0, system = 0] = work;
	return isTooMuch((own + system) / TICKS_A_SECOND, pace) ? 'work' : null;
}

const about = (pid: number | undefined, name: string): Promise<string> =>
	readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
