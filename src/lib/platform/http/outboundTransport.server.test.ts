import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ForbiddenAddress, getOverTheNet, type OutboundRequest } from './outboundTransport.server.ts';

const running: net.Server[] = [];
afterEach(() => {
	for (const server of running.splice(0)) server.close();
});

function request(server: net.Server, more: Partial<OutboundRequest> = {}): OutboundRequest {
	const { port } = server.address() as AddressInfo; // a listening TCP server
	return {
		...{ url: new URL(`http://nobody.example:${port}/page?q=1`), addresses: ['127.0.0.1'], headers: { accept: '*/*' } },
		...{ mostBytes: 1_000, signal: AbortSignal.timeout(2_000), mayConnect: () => true },
		...more,
	};
}

async function listening<S extends net.Server>(server: S): Promise<S> {
	running.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

test('it goes to the given address, whatever the name would lead to, and names the host', async () => {
	const seen: http.IncomingMessage[] = [];
	const site = await listening(
		http.createServer((incoming, response) => {
			seen.push(incoming);
			response.writeHead(302, { location: '/next' }).end('moved');
		}),
	);
	const answer = await getOverTheNet(request(site));
	expect(answer).toEqual({ status: 302, location: '/next', body: Buffer.from('moved') });
	expect(seen[0]?.url).toBe('/page?q=1');
	expect(seen[0]?.headers.host).toMatch(/^nobody\.example:\d+$/);
});

test('when the connection is not where it may be, not a byte is said over it', async () => {
	let heard = 0;
	const site = await listening(net.createServer((socket) => socket.on('data', (chunk) => (heard += chunk.length))));
	await expect(getOverTheNet(request(site, { mayConnect: (address) => address !== '127.0.0.1' }))).rejects.toThrow(
		ForbiddenAddress,
	);
	expect(heard).toBe(0);
});

test('a page without end is read as far as it may be', async () => {
	let isClosed = false;
	const site = await listening(
		http.createServer((_, response) => {
			const timer = setInterval(() => response.write('x'.repeat(400)), 1);
			response.on('close', () => {
				isClosed = true;
				clearInterval(timer);
			});
		}),
	);
	expect((await getOverTheNet(request(site))).body).toHaveLength(1_000);
	await expect.poll(() => isClosed).toBe(true);
});

test('when the first address is dead the next one is asked', async () => {
	const site = await listening(http.createServer((_, response) => response.end('here')));
	const answer = await getOverTheNet(request(site, { addresses: ['127.0.0.2', '127.0.0.1'] }));
	expect(answer.body.toString()).toBe('here');
});

test.each([
	['says nothing', () => undefined],
	['speaks another language', (socket: net.Socket) => void socket.end('SSH-2.0-x\r\n')],
	['breaks off', (socket: net.Socket) => void socket.destroy()],
	[
		'promises more than it sends',
		(socket: net.Socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nhalf'),
	],
	[
		'sends headers without end',
		(socket: net.Socket) => void socket.write(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(9_000)}`),
	],
])('a server that %s is a failure, not the end of the process', async (_how, behave) => {
	const site = await listening(net.createServer((socket) => void behave(socket.on('error', () => undefined))));
	await expect(getOverTheNet(request(site, { signal: AbortSignal.timeout(300) }))).rejects.toThrow();
});
