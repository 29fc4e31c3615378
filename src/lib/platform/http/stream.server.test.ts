import http from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { openStream, type Stream } from './stream.server.ts';

const LIMITS = { perSession: 3, perAddress: 2, perNode: 10 };
const servers: http.Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});

type Opening = (request: http.IncomingMessage, response: http.ServerResponse) => void;

async function serve(open: Opening): Promise<string> {
	const server = http.createServer(open);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const bound = server.address();
	return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
}

test('who is gone before her stream is opened takes nobody a place, and is closed at once', async () => {
	const opened: (Stream | null)[] = [];
	const closed = vi.fn();
	const url = await serve((request, response) => {
		// As after a question to a database that took its time.
		response.once('close', () =>
			setTimeout(() => {
				const stream = openStream(request, response, { session: 'gone', source: 'library', secure: false }, LIMITS);
				stream?.onClose(closed);
				opened.push(stream);
			}, 5),
		);
	});
	for (let turn = 1; turn <= 3; turn += 1) {
		const asked = http.get(url, { agent: false }).on('error', () => undefined);
		setTimeout(() => asked.destroy(), 30);
		await vi.waitFor(() => expect(opened).toHaveLength(turn));
	}
	expect(opened.map((stream) => stream?.isOpen)).toEqual([false, false, false]);
	expect(closed).toHaveBeenCalledTimes(3);
});

test('an address has so many streams and no more, and a place is free again when somebody goes', async () => {
	const url = await serve((request, response) => {
		const from = { session: request.url ?? '', source: 'club', secure: false };
		if (!openStream(request, response, from, LIMITS)) response.writeHead(429).end();
	});
	const come = (name: string): Promise<{ status: number | undefined; go(): void }> =>
		new Promise((resolve) => {
			const asked = http.get(`${url}/${name}`, { agent: false }, ({ statusCode: status }) =>
				resolve({ status, go: () => asked.destroy() }),
			);
			asked.on('error', () => undefined);
		});
	const [first] = [await come('one'), await come('two')];
	expect((await come('three')).status).toBe(429);
	first.go();
	await vi.waitFor(async () => expect((await come('four')).status).toBe(200));
});
