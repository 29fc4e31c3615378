import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../postgres/cluster.ts';
import { installed } from './chromium.ts';
import { dovecotConfig, eximConfig, MAIL_USER, type MailServers } from './mailConfig.ts';
import { mailDouble } from './mailDouble.ts';

const DOVECOT = { program: '/usr/sbin/dovecot', package: 'dovecot-imapd' };
const EXIM = { program: '/usr/sbin/exim4', package: 'exim4-daemon-light' };

/** Debian's own servers as root, where they are installed if they are missing; else a double of both. */
export async function mailServers(): Promise<MailServers> {
	const isRoot = process.getuid?.() === 0;
	return isRoot && installed(DOVECOT) && installed(EXIM) ? debianServers() : mailDouble();
}

async function debianServers(): Promise<MailServers> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-mail-'));
	fs.chmodSync(folder, 0o755);
	for (const name of ['base', 'state', 'mail', 'exim']) fs.mkdirSync(path.join(folder, name));
	const [imapPort, smtpPort] = [await freePort(), await freePort()];
	const files = { dovecot: path.join(folder, 'dovecot.conf'), exim: path.join(folder, 'exim.conf') };
	fs.writeFileSync(files.dovecot, dovecotConfig({ folder, port: imapPort }));
	fs.writeFileSync(files.exim, eximConfig({ folder, port: smtpPort }));
	own(path.join(folder, 'mail'));
	own(path.join(folder, 'exim'));
	const startImap = () => started(DOVECOT.program, ['-F', '-c', files.dovecot], imapPort);
	let imap: ChildProcess | undefined = await startImap();
	const smtp = await started(EXIM.program, ['-C', files.exim, '-bdf'], smtpPort);
	const boxOf = (user: string): string => path.join(folder, 'mail', user, 'Maildir');
	return {
		told: `Debian's Dovecot and Exim`,
		smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
		imapUrl: (user) => `imap://${user}:secret@127.0.0.1:${imapPort}`,
		drop: async (user, raw, seen = false) => dropIn(boxOf(user), raw, seen),
		mailsOf: async (user) => readAll(boxOf(user === 'desk' ? user : 'others')).filter((raw) => isFor(user, raw)),
		async setUp(isUp) {
			if (!isUp) await ended(imap);
			else if (imap === undefined || imap.exitCode !== null || imap.signalCode !== null) imap = await startImap();
		},
		async renumber(user) {
			for (const name of fs.readdirSync(boxOf(user))) {
				if (name.startsWith('dovecot')) fs.rmSync(path.join(boxOf(user), name));
			}
		},
		async stop() {
			await Promise.all([ended(imap), ended(smtp)]);
			fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		},
	};
}

let dropped = 0;

/** As a mail server leaves it there: whole at once. */
function dropIn(box: string, raw: string | Buffer, seen: boolean): void {
	for (const name of ['tmp', 'new', 'cur']) {
		const folder = path.join(box, name);
		if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true });
	}
	own(path.dirname(box));
	dropped += 1;
	const name = `${Math.floor(Date.now() / 1_000)}.M${String(dropped).padStart(8, '0')}P${process.pid}.mail.test`;
	const file = path.join(box, 'tmp', name);
	fs.writeFileSync(file, raw);
	own(file);
	fs.renameSync(file, seen ? path.join(box, 'cur', `${name}:2,S`) : path.join(box, 'new', name));
}

const isFor = (user: string, raw: string): boolean =>
	user === 'desk' || raw.slice(0, 300).includes(`Envelope-to: ${user}@`);

function readAll(box: string): string[] {
	return ['new', 'cur'].flatMap((part) => {
		const folder = path.join(box, part);
		const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
		return names.flatMap((name) => unlessMoved(() => [fs.readFileSync(path.join(folder, name), 'utf8')]) ?? []);
	});
}

/** The server works there meanwhile: locks come and go, mails move on from `new`. */
function unlessMoved<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

let ids: [number, number] | undefined;

function own(place: string): void {
	ids ??= [idOf('-u'), idOf('-g')];
	const [user, group] = ids;
	const all = fs.statSync(place).isDirectory() ? fs.readdirSync(place, { recursive: true }) : [];
	for (const one of ['', ...all.map(String)]) unlessMoved(() => fs.chownSync(path.join(place, one), user, group));
}

const idOf = (which: '-u' | '-g'): number => Number(spawnSync('id', [which, MAIL_USER]).stdout.toString());

async function started(program: string, args: string[], port: number): Promise<ChildProcess> {
	const child = spawn(program, args, { stdio: 'ignore' });
	for (let tries = 0; tries < 200; tries += 1) {
		if (child.exitCode !== null) break;
		if (await answers(port)) return child;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`${program} did not start`);
}

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = net.connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(socket.destroy() !== null)).once('error', () => resolve(false));
	});
}

async function ended(child: ChildProcess | undefined): Promise<void> {
	if (!child || child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}
