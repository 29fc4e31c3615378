import http from 'node:http';
import * as v from 'valibot';
import { today } from '../clock.ts';
import { logError, logInfo, logWarning } from '../log.server.ts';
import type { Keystore } from './keystore.server.ts';
import { isBearer, LARGEST_ORDER, type Order, orderSchema } from './order.server.ts';

/**
 * The keystore as a process of its own: one order a request, by those who know the secret. Keys go out as bytes and are
 * blanked behind; nothing of them, and no name of a conversation, is ever logged.
 */
export function keystoreServer(keystore: Keystore, secret: string): http.Server {
	const limits = { maxHeaderSize: 4_096, requestTimeout: 5_000, headersTimeout: 3_000, keepAliveTimeout: 30_000 };
	const watch = watchOver();
	const server = http.createServer(limits, (request, response) => {
		answer(keystore, secret, watch, request)
			.catch((error: unknown) => asReply(error))
			.then((reply) => send(request, response, reply));
	});
	server.maxConnections = 256;
	server.on('close', watch.end);
	return server;
}

type Reply = { status: number; key?: Buffer; body?: string };
type Watch = ReturnType<typeof watchOver>;

/** Nothing within a minute needs the keys of so many: somebody may be taking them all. */
const MANY_SUBJECTS = 2_000;
const MINUTE_MS = 60_000;

class Refused extends Error {
	readonly status: number;
	constructor(status: number, sentence: string) {
		super(sentence);
		this.status = status;
	}
}

async function answer(keystore: Keystore, secret: string, watch: Watch, request: http.IncomingMessage): Promise<Reply> {
	if (!isBearer(request.headers.authorization, secret)) {
		watch.stranger();
		throw new Refused(401, 'this is not the secret');
	}
	if (request.method !== 'POST') throw new Refused(405, 'orders come by POST');
	const parsed = v.safeParse(orderSchema, asJson(await bodyOf(request)));
	if (!parsed.success) throw new Refused(400, 'this is no order');
	return carryOut(keystore, parsed.output, watch);
}

async function carryOut(keystore: Keystore, order: Order, watch: Watch): Promise<Reply> {
	switch (order.do) {
		case 'make':
			watch.subject(order.of.subject);
			return keyReply(await keystore.makeKey(order.of));
		case 'find':
			watch.subject(order.of.subject);
			return keyReply(await keystore.findKey(order.of));
		case 'forget':
			await keystore.forget(order.of);
			return { status: 204 };
		case 'destroy-before':
			return { status: 200, body: JSON.stringify(await destroyBefore(keystore, order)) };
		case 'days':
			return { status: 200, body: JSON.stringify(await keystore.days(order.keyClass)) };
		case 'secret':
			return keyReply(await keystore.secret(order.name));
		case 'look':
			// Also says whether the folder can be read.
			await keystore.secret('cookies');
			return { status: 204 };
	}
}

/** A node whose clock has gone wrong must not take keys along whose day has not come. */
async function destroyBefore(keystore: Keystore, { keyClass, day }: Order & { do: 'destroy-before' }) {
	if (day > today()) throw new Refused(409, 'that day has not come here');
	const days = await keystore.destroyBefore(keyClass, day);
	if (days.length > 0) logInfo('keystore-destroyed', { class: keyClass, days: days.length });
	return days;
}

/** What the keystore gives stays its own (a secret is one for all): a copy goes out, and that one is blanked. */
function keyReply(key: Buffer | null): Reply {
	return key ? { status: 200, key: Buffer.from(key) } : { status: 204 };
}

function send(request: http.IncomingMessage, response: http.ServerResponse, { status, key, body }: Reply): void {
	// What was not read to its end is not waited for.
	if (!request.complete) response.setHeader('connection', 'close');
	response.writeHead(status, { 'cache-control': 'no-store' });
	response.end(key ?? body, () => void key?.fill(0));
}

function asReply(error: unknown): Reply {
	if (error instanceof Refused) return { status: error.status, body: error.message };
	logError('keystore', error);
	return { status: 503, body: 'the keystore could not do it; its log says why' };
}

function bodyOf(request: http.IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > LARGEST_ORDER) reject(new Refused(413, 'this is too long for an order'));
			else chunks.push(chunk);
		});
		request.on('end', () => resolve(Buffer.concat(chunks).toString()));
		request.on('error', () => reject(new Refused(400, 'the order broke off')));
	});
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Says once a minute what was strange in it. */
function watchOver() {
	const subjects = new Set<string>();
	let strangers = 0;
	const timer = setInterval(() => {
		if (subjects.size >= MANY_SUBJECTS) logWarning('keystore-many-keys', { subjects: subjects.size });
		if (strangers > 0) logWarning('keystore-wrong-secret', { tries: strangers });
		subjects.clear();
		strangers = 0;
	}, MINUTE_MS);
	timer.unref();
	return {
		subject: (id: string): void => void (subjects.size < MANY_SUBJECTS && subjects.add(id)),
		stranger: (): void => void (strangers += 1),
		end: (): void => clearInterval(timer),
	};
}
