import net from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailServers } from './mailConfig.ts';

type Kept = { readonly uid: number; readonly raw: Buffer; readonly at: Date };
type Box = { uidValidity: number; last: number; mails: Kept[] };

/** Where Debian's servers cannot run: as much of IMAP as one who only reads needs, and an SMTP server that keeps mails. */
export async function mailDouble(): Promise<MailServers> {
	const boxes = new Map<string, Box>();
	const boxOf = (user: string): Box => {
		const box = boxes.get(user) ?? { uidValidity: 1, last: 0, mails: [] };
		boxes.set(user, box);
		return box;
	};
	const keep = (user: string, raw: Buffer): void => {
		const box = boxOf(user);
		box.last += 1;
		box.mails.push({ uid: box.last, raw, at: new Date() });
	};
	const smtp = await keeping(keep);
	let imap: net.Server | undefined = await imapServer(boxOf);
	const imapPort = portOf(imap);
	return {
		told: 'a double: neither Dovecot nor Exim',
		smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server)}`,
		imapUrl: (user) => `imap://${user}:secret@127.0.0.1:${imapPort}`,
		drop: async (user, raw) => keep(user, Buffer.from(raw)),
		mailsOf: async (user) => boxOf(user).mails.map(({ raw }) => raw.toString('utf8')),
		async setUp(isUp) {
			if (isUp) imap ??= await imapServer(boxOf, imapPort);
			else imap?.close();
			if (!isUp) imap = undefined;
		},
		async renumber(user) {
			const box = boxOf(user);
			box.uidValidity += 1;
			box.mails = box.mails.map((mail, at) => ({ ...mail, uid: at + 1 }));
			box.last = box.mails.length;
		},
		async stop() {
			imap?.close();
			await new Promise((resolve) => smtp.close(() => resolve(null)));
		},
	};
}

const portOf = (server: net.Server): number => {
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
};

async function keeping(keep: (user: string, raw: Buffer) => void): Promise<SMTPServer> {
	const server = new SMTPServer({
		...{ disabledCommands: ['AUTH', 'STARTTLS'], logger: false },
		onRcptTo({ address }, _session, done) {
			const error = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
			done(address.startsWith('unknown@') ? error : null);
		},
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const [mail] = [Buffer.concat(chunks)];
				for (const { address } of session.envelope.rcptTo) {
					if (address.startsWith('gone@')) keep('desk', reportOf(mail));
					else keep(address.split('@')[0] ?? '', mail);
				}
				done();
			});
		},
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
	return server;
}

/** As servers say that a mail came back (RFC 3464). */
function reportOf(mail: Buffer): Buffer {
	const head = 'From: Mailer-Daemon@mail.test\r\nContent-Type: multipart/report; boundary=r\r\n\r\n';
	const status =
		'--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.test\r\n\r\nAction: failed\r\n';
	return Buffer.concat([Buffer.from(`${head}${status}--r\r\nContent-Type: message/rfc822\r\n\r\n`), mail]);
}

async function imapServer(boxOf: (user: string) => Box, port = 0): Promise<net.Server> {
	const sockets = new Set<net.Socket>();
	const server = net.createServer((socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
		talk(socket, boxOf);
	});
	const close = server.close.bind(server);
	server.close = (done) => {
		for (const socket of sockets) socket.destroy();
		return close(done);
	};
	await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(null)));
	return server;
}

function talk(socket: net.Socket, boxOf: (user: string) => Box): void {
	let box: Box | undefined;
	let said = '';
	socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
	socket.on('data', (chunk: Buffer) => {
		said += chunk.toString('latin1');
		for (let end = said.indexOf('\r\n'); end >= 0; end = said.indexOf('\r\n')) {
			const [tag = '', verb = '', ...rest] = said.slice(0, end).split(' ');
			said = said.slice(end + 2);
			if (verb.toUpperCase() === 'LOGIN') box = boxOf((rest[0] ?? '').replaceAll('"', ''));
			for (const part of answerTo(verb.toUpperCase(), rest.join(' '), box)) socket.write(part);
			socket.write(`${tag} OK done\r\n`);
			if (verb.toUpperCase() === 'LOGOUT') socket.end();
		}
	});
}

function answerTo(verb: string, rest: string, box: Box | undefined): (string | Buffer)[] {
	if (verb === 'CAPABILITY') return ['* CAPABILITY IMAP4rev1\r\n'];
	if (verb === 'LIST' || verb === 'LSUB') return [`* ${verb} () "/" "INBOX"\r\n`];
	if (!box) return [];
	if (verb === 'EXAMINE') {
		const counts = `* ${box.mails.length} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n`;
		return [`${counts}* OK [UIDVALIDITY ${box.uidValidity}] ok\r\n* OK [UIDNEXT ${box.last + 1}] ok\r\n`];
	}
	return verb === 'UID' && /^FETCH /i.test(rest) ? fetched(rest.slice('FETCH '.length), box) : [];
}

function fetched(order: string, box: Box): (string | Buffer)[] {
	const [range = ''] = order.split(' ');
	const part = /BODY\.PEEK\[\](?:<0\.(\d+)>)?/i.exec(order);
	return box.mails.flatMap((mail, at) => {
		if (!isIn(mail.uid, range, box.last)) return [];
		const line = `* ${at + 1} FETCH (UID ${mail.uid} RFC822.SIZE ${mail.raw.length} INTERNALDATE "${dated(mail.at)}"`;
		if (!part) return [`${line})\r\n`];
		const body = part[1] ? mail.raw.subarray(0, Number(part[1])) : mail.raw;
		return [`${line} BODY[]${part[1] ? '<0>' : ''} {${body.length}}\r\n`, body, ')\r\n'];
	});
}

const isIn = (uid: number, range: string, last: number): boolean =>
	range.split(',').some((one) => {
		const [from = '', to = from] = one.split(':');
		const [low, high] = [from, to].map((end) => (end === '*' ? last : Number(end)));
		return uid >= Math.min(low ?? 0, high ?? 0) && uid <= Math.max(low ?? 0, high ?? 0);
	});

function dated(at: Date): string {
	const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
	return `${day}-${month}-${year} ${time} +0000`;
}
