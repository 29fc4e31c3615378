import net from 'node:net';

/** Where a line is cut, seen from the one who sends or reads. */
export const CUTS = ['before the request', 'in its body', 'before the answer', 'in the stream'] as const;
export type Cut = (typeof CUTS)[number];

/** A line carrier in front of the nodes: each new line goes to one that lives, and lines can be cut at a chosen place. */
export type Door = {
	readonly address: string;
	/** Cuts the next line that comes to this place; resolves when it is cut, false when none came. */
	cut(where: Cut): Promise<boolean>;
	close(): Promise<void>;
};

const LONGEST_WAIT_MS = 5_000;
const SENDS = /^POST \/(api\/chat|staff\/desk)\/messages /;
const STREAMS = /^GET \/(api\/chat|staff\/desk)\/stream[? ]/;

export async function openDoor(ports: readonly number[]): Promise<Door> {
	const wishes = new Map<Cut, () => void>();
	const lines = new Set<net.Socket>();
	let turn = 0;
	const server = net.createServer((client) => {
		lines.add(client);
		client.on('close', () => lines.delete(client));
		turn += 1;
		carry(
			client,
			ports.map((_, at) => ports[(turn + at) % ports.length] ?? 0),
			(where) => take(wishes, where),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const bound = server.address();
	return {
		address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
		cut: (where) =>
			new Promise((resolve) => {
				const timer = setTimeout(() => resolve(!wishes.delete(where)), LONGEST_WAIT_MS);
				wishes.set(where, () => {
					clearTimeout(timer);
					resolve(true);
				});
			}),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const line of lines) line.destroy();
			}),
	};
}

type Wanted = (where: Cut) => boolean;

function take(wishes: Map<Cut, () => void>, where: Cut): boolean {
	const done = wishes.get(where);
	wishes.delete(where);
	done?.();
	return done !== undefined;
}

/** Tries one node after the other; what the client says meanwhile waits. */
function carry(client: net.Socket, [port, ...others]: readonly number[], wanted: Wanted): void {
	client.on('error', () => undefined);
	if (port === undefined) return void client.destroy();
	// From where she comes: the nodes count by address.
	const from = client.remoteAddress?.startsWith('127.') ? client.remoteAddress : undefined;
	const node = net.connect({ port, host: '127.0.0.1', localAddress: from });
	let isConnected = false;
	node.on('connect', () => {
		isConnected = true;
		join(client, node, wanted);
	});
	node.on('error', () => {
		if (!isConnected) carry(client, others, wanted);
	});
}

function join(client: net.Socket, node: net.Socket, wanted: Wanted): void {
	const state = { isStream: false, bodyNext: false, swallow: false };
	const cut = (): void => {
		client.destroy();
		node.destroy();
	};
	client.on('data', (chunk) => {
		const head = chunk.toString('latin1', 0, 60);
		if (STREAMS.test(head)) state.isStream = true;
		if (!SENDS.test(head) && !state.bodyNext) return void node.write(chunk);
		if (!state.bodyNext && wanted('before the request')) return cut();
		const half = halfOf(chunk, state);
		if (half) return void node.write(half, cut);
		if (wanted('before the answer')) state.swallow = true;
		node.write(chunk);
	});
	node.on('data', (chunk) => {
		if (state.swallow) return cut();
		// Half of an event, and then nothing.
		if (state.isStream && wanted('in the stream')) return void client.write(chunk.subarray(0, chunk.length / 2), cut);
		client.write(chunk);
	});
	for (const [one, other] of [
		[client, node],
		[node, client],
	] as const) {
		one.on('end', () => other.end());
		one.on('close', () => other.destroy());
	}

	/** The head and half the body, if that is where it is to be cut. */
	function halfOf(chunk: Buffer, at: typeof state): Buffer | null {
		const end = at.bodyNext ? 0 : chunk.indexOf('\r\n\r\n') + 4;
		at.bodyNext = !at.bodyNext && end === chunk.length;
		if (at.bodyNext || !wanted('in its body')) return null;
		return chunk.subarray(0, end + Math.floor((chunk.length - end) / 2));
	}
}
