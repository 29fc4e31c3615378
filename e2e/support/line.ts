import net from 'node:net';

/** A line of one's own to the site, which can be cut: unlike the browser's offline mode also for a service worker. */
export type OwnLine = { readonly address: string; cut(): void; mend(): void; end(): Promise<void> };

export async function ownLine(site: string): Promise<OwnLine> {
	const { hostname, port } = new URL(site);
	const sockets = new Set<net.Socket>();
	let isCut = false;
	const server = net.createServer((client) => {
		if (isCut) return void client.destroy();
		const far = net.connect({ host: hostname, port: Number(port) });
		for (const [one, other] of [[client, far] as const, [far, client] as const]) {
			sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => sockets.delete(one) && other.destroy());
			one.pipe(other);
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const bound = server.address();
	const drop = (): void => sockets.forEach((socket) => socket.destroy());
	return {
		address: `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`,
		cut() {
			isCut = true;
			drop();
		},
		mend() {
			isCut = false;
		},
		end: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				drop();
			}),
	};
}
