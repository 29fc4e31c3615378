import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SmsGateway } from './gateway.server.ts';

/** How the double answers: as it should; not at all; after having taken it; late; with a status. */
export type Mood = 'well' | 'broken' | 'silent-after' | 'late' | number;
export type Told = { readonly id: string; readonly to: string; readonly text: string };

/** A gateway in this process. What it was told it keeps in order; what it sends, once by id, is what people got. */
export async function fakeGateway() {
	const told: Told[] = [];
	const got = new Map<string, Told>();
	let mood: Mood = 'well';
	const server = http.createServer((request, response) => {
		if (mood === 'broken') return void request.socket.destroy();
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			if (request.headers.authorization !== 'Bearer key') return void response.writeHead(401).end();
			const sms = asTold(JSON.parse(body));
			told.push(sms);
			if (typeof mood === 'number') return void response.writeHead(mood).end();
			got.set(sms.id, got.get(sms.id) ?? sms);
			if (mood === 'silent-after') return void request.socket.destroy();
			setTimeout(() => response.writeHead(202).end('{}'), mood === 'late' ? 400 : 0);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo; // it listens on a port
	const gateway: SmsGateway = { url: `http://127.0.0.1:${port}/sms`, key: 'key', from: null };
	return {
		...{ gateway, told, got },
		is: (now: Mood) => void (mood = now),
		close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
	};
}

function asTold(body: unknown): Told {
	if (typeof body !== 'object' || body === null) throw new Error('the gateway was told nonsense');
	const { id, to, text } = { id: '', to: '', text: '', ...body };
	return { id, to, text };
}
