import net from 'node:net';

/** How a database can be away: nobody answers at its door, or what is sent to it vanishes. */
export const WAYS = ['refused', 'silent'] as const;
export type Way = (typeof WAYS)[number];

/** The line from a node to its database. */
export type Line = {
	/** The database's address, by this line. */
	readonly url: string;
	away(way: Way): Promise<void>;
	back(): Promise<void>;
	close(): Promise<void>;
};

export async function openLine(databaseUrl: string): Promise<Line> {
	const target = new URL(databaseUrl);
	const sockets = new Set<net.Socket>();
	const state = { isSilent: false };
	const server = net.createServer((near) => join(near, Number(target.port), { sockets, state }));
	const port = await listen(server, 0);
	const cutAll = (): void => {
		for (const socket of sockets) socket.destroy();
	};
	const shut = async (): Promise<void> => {
		if (!server.listening) return;
		const closed = new Promise((resolve) => server.close(resolve));
		cutAll();
		await closed;
	};
	const url = new URL(databaseUrl);
	url.port = String(port);
	return {
		url: url.href,
		async away(way) {
			if (way === 'refused') await shut();
			else state.isSilent = true;
		},
		async back() {
			state.isSilent = false;
			// What fell silent stays so for whoever still waits at it.
			cutAll();
			if (!server.listening) await listen(server, port);
		},
		close: shut,
	};
}

type Shared = { readonly sockets: Set<net.Socket>; readonly state: { isSilent: boolean } };

function join(near: net.Socket, port: number, { sockets, state }: Shared): void {
	const far = net.connect({ port, host: '127.0.0.1' });
	for (const [from, to] of [
		[near, far],
		[far, near],
	] as const) {
		sockets.add(from);
		from.on('data', (chunk) => state.isSilent || to.write(chunk));
		from.on('error', () => undefined);
		from.on('close', () => {
			sockets.delete(from);
			to.destroy();
		});
	}
}

async function listen(server: net.Server, wanted: number): Promise<number> {
	await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
	const bound = server.address();
	return typeof bound === 'object' && bound ? bound.port : 0;
}
