import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';

export type OutboundRequest = {
	readonly url: URL;
	/** Where the name leads, looked up and judged before. Nothing else is connected to. */
	readonly addresses: readonly string[];
	readonly headers: Readonly<Record<string, string>>;
	readonly mostBytes: number;
	readonly signal: AbortSignal;
	/** Asked once more about the address that the connection really has, before a word is said over it. */
	readonly mayConnect: (address: string) => boolean;
};
export type OutboundAnswer = { readonly status: number; readonly location?: string; readonly body: Buffer };

/** One GET over a connection of its own, to one of the given addresses; reads no more than `mostBytes`. */
export async function getOverTheNet(request: OutboundRequest): Promise<OutboundAnswer> {
	const { url, signal } = request;
	const socket = await connectToOne(request);
	try {
		return await ask(url.protocol === 'https:' ? await secure(socket, url.hostname, signal) : socket, request);
	} finally {
		socket.destroy();
	}
}

export class ForbiddenAddress extends Error {
	override name = 'ForbiddenAddress';
}

/** A host with several addresses is reached when one of them answers. */
async function connectToOne({ url, addresses, signal, mayConnect }: OutboundRequest): Promise<net.Socket> {
	let failure: unknown = new Error('no address');
	for (const address of addresses) {
		try {
			const socket = await connect(address, portOf(url), signal);
			if (mayConnect(socket.remoteAddress ?? '')) return socket;
			socket.destroy();
			throw new ForbiddenAddress('connected to an address that is not public');
		} catch (error) {
			if (error instanceof ForbiddenAddress || signal.aborted) throw error;
			failure = error;
		}
	}
	throw failure;
}

function connect(host: string, port: number, signal: AbortSignal): Promise<net.Socket> {
	return new Promise((resolve, reject) => {
		const socket = net.connect({ host, port, signal });
		socket.once('connect', () => resolve(socket));
		// Stays for the life of the socket: a late error must not end the process.
		socket.on('error', reject);
	});
}

function secure(socket: net.Socket, hostname: string, signal: AbortSignal): Promise<tls.TLSSocket> {
	return new Promise((resolve, reject) => {
		const name = hostname.replace(/^\[|\]$/g, '');
		const secured = tls.connect({ socket, host: name, servername: net.isIP(name) ? '' : name });
		secured.once('secureConnect', () => resolve(secured));
		secured.on('error', reject);
		signal.addEventListener('abort', () => secured.destroy(new Error('out of time')), { once: true });
	});
}

function ask(channel: net.Socket, { url, headers, signal, mostBytes }: OutboundRequest): Promise<OutboundAnswer> {
	return new Promise((resolve, reject) => {
		const request = http.request({
			...{ createConnection: () => channel, method: 'GET', path: url.pathname + url.search, signal },
			...{ setHost: false, headers: { host: url.host, ...headers, connection: 'close' } },
		});
		request.on('error', reject);
		request.once('response', (response) => {
			const { statusCode: status = 0 } = response;
			const { location } = response.headers;
			readSome(response, mostBytes).then((body) => resolve({ status, location, body }), reject);
		});
		request.end();
	});
}

async function readSome(response: http.IncomingMessage, most: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of response) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= most) break;
	}
	return Buffer.concat(chunks).subarray(0, most);
}

function portOf({ port, protocol }: URL): number {
	return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
