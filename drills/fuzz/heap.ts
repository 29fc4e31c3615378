import type { Program } from '../common/program.ts';

/** A node that is started with this can be asked for its memory. */
export const WATCHED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** What really is in use, in bytes: garbage is collected before. */
export async function heapOf(node: Program): Promise<number> {
	const address = /Debugger listening on (ws:\S+)/.exec(node.said())?.[1];
	if (!address) throw new Error('the node was not started with WATCHED');
	const line = new WebSocket(address);
	await new Promise((resolve, reject) => {
		line.addEventListener('open', resolve);
		line.addEventListener('error', reject);
	});
	try {
		for (let round = 0; round < 3; round += 1) await ask(line, 'HeapProfiler.collectGarbage');
		const { usedSize } = await ask<{ usedSize: number }>(line, 'Runtime.getHeapUsage');
		return usedSize;
	} finally {
		line.close();
	}
}

function ask<Result>(line: WebSocket, method: string): Promise<Result> {
	return new Promise((resolve) => {
		line.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data)).result), { once: true });
		line.send(JSON.stringify({ id: 1, method }));
	});
}
