import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../bin/testing/ground.ts';
import { buildConversation } from '#lib/chat/testing.ts';
import type { House } from '../wiring.server.ts';
import { takeAttachment } from './attachments.server.ts';

onGround();
let server: http.Server;

beforeAll(async () => {
	server = http.createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const house = {} as House; // nothing of it is needed here
		const source = () => String(request.headers['x-place']);
		void takeAttachment({ request, response, url, secure: false, source, house });
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

const port = (): number => (server.address() as AddressInfo).port; // a listening TCP server
const KEY = '/?key=a-file-of-hers';
/** Each try counts: there are twenty. */
const PATIENTLY = { interval: 250, timeout: 4_000 };

type Sender = { token?: string; place?: string };

const headersOf = ({ token = '', place = 'library' }: Sender) => ({
	cookie: `silta_visitor=${token}`,
	'x-place': place,
});

async function send(by: Sender): Promise<number> {
	const told = { method: 'POST', body: 'no picture', headers: headersOf(by) };
	return (await fetch(`http://127.0.0.1:${port()}${KEY}`, told)).status;
}

/** Begins to send and does not go on. */
function dawdle(by: Sender): http.ClientRequest {
	const sent = http.request({ port: port(), path: KEY, method: 'POST', agent: false, headers: headersOf(by) });
	sent.on('error', () => undefined);
	sent.write('x');
	return sent;
}

test('without a conversation nothing is taken', async () => {
	expect(await send({})).toBe(404);
	expect(await send({ token: 'x' })).toBe(404);
});

test('whoever dawdles keeps nobody elsewhere from sending', async () => {
	const { token } = await buildConversation();
	expect(await send({ token })).toBe(415);
	const others = await Promise.all(Array.from({ length: 4 }, () => buildConversation()));
	const slow = others.map((other) => dawdle({ token: other.token }));
	await expect.poll(() => send({ token }), PATIENTLY).toBe(429);
	expect(await send({ token, place: 'at home' })).toBe(415);
	for (const one of slow) one.destroy();
	await expect.poll(() => send({ token }), PATIENTLY).toBe(415);
});
