import net from 'node:net';

export type Reply = { readonly status: number; readonly text: string; readonly ms: number };

const LONGEST_MS = 20_000;

/** Sends the bytes as they are; null when no answer came. A stream is left as soon as it has begun. */
export function shoot(port: number, bytes: Buffer, isWhole = true): Promise<Reply | null> {
	const begun = performance.now();
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		const line = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
		const done = (): void => {
			clearTimeout(timer);
			line.destroy();
			resolve(replyIn(Buffer.concat(chunks), performance.now() - begun));
		};
		const timer = setTimeout(done, LONGEST_MS);
		line.on('data', (chunk) => {
			chunks.push(chunk);
			if (
				chunks.length === 1 &&
				/^HTTP\/1.1 \d+[\s\S]*\r\ncontent-type: text\/event-stream/i.test(chunk.toString('latin1'))
			)
				done();
		});
		for (const end of ['end', 'error', 'close']) line.once(end, done);
		line.write(bytes);
		// Whoever says that nothing follows is gone, to the server: no answer is due then.
		if (!isWhole) line.end();
	});
}

function replyIn(bytes: Buffer, ms: number): Reply | null {
	const text = bytes.toString('utf8');
	// An interim answer may stand before the real one.
	const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
	const status = statuses.find((one) => one >= 200);
	return status === undefined ? null : { status, text, ms };
}
